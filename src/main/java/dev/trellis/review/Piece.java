package dev.trellis.review;

import dev.trellis.Days;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A piece of evidence as a mentor reads it.
 *
 * @param title may be empty
 * @param about what one should know beside the text, such as when a goal is due; may be empty
 * @param mine whether the reader wrote it
 */
record Piece(
        String kind,
        String author,
        String day,
        String title,
        String text,
        String about,
        Visibility visibility,
        boolean mine) {

    /** In the order of {@code evidence}; names of authors by one question. */
    static List<Piece> of(List<Evidence> evidence, PersonId reader, People people, Days days) {
        Map<PersonId, Person> authors = people.findAll(evidence.stream()
                .map(Evidence::author)
                .filter(Author.OfPerson.class::isInstance)
                .map(author -> ((Author.OfPerson) author).id())
                .collect(Collectors.toSet()));
        return evidence.stream()
                .map(one -> new Piece(
                        kind(one),
                        author(one.author(), authors),
                        days.day(one.occurredAt()),
                        one.title(),
                        one.text(),
                        about(one.detail(), days),
                        one.visibility(),
                        one.author().equals(new Author.OfPerson(reader))))
                .toList();
    }

    private static String kind(Evidence one) {
        return switch (one.detail()) {
            case Detail.Goal goal -> "Goal";
            case Detail.Reflection reflection -> "Reflection";
            case Detail.Feedback feedback -> "Feedback";
            case Detail.Recognition recognition -> "Recognition";
            case Detail.Completion completion -> "Completed";
            case Detail.Assertion assertion -> "Level";
            case Detail.Aspiration aspiration -> "Aspiration";
        };
    }

    private static String about(Detail detail, Days days) {
        return switch (detail) {
            case Detail.Goal goal ->
                switch (goal.state()) {
                    case OPEN -> "due " + days.away(goal.dueOn());
                    case MET -> "met";
                    case MISSED -> "missed";
                    case DROPPED -> "dropped";
                };
            case Detail.Completion completion ->
                completion
                        .score()
                        .map(score -> Math.round(score * 100) + " % reached")
                        .orElse("");
            case Detail.Reflection reflection -> "";
            case Detail.Feedback feedback -> "";
            case Detail.Recognition recognition -> "";
            case Detail.Assertion assertion -> "";
            case Detail.Aspiration aspiration -> "";
        };
    }

    private static String author(Author author, Map<PersonId, Person> authors) {
        return switch (author) {
            case Author.OfPerson person ->
                Optional.ofNullable(authors.get(person.id()))
                        .map(Person::displayName)
                        .orElse("somebody who left");
            case Author.OfClient client -> client.clientId();
            case Author.Trellis trellis -> "Trellis";
        };
    }
}
