package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.search.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places some claims cite, numbered in the order they are cited, as one person may see them now. */
final class CitedSources {

    /** Words shown before and after those cited, in characters. */
    private static final int AROUND = 160;

    private final Map<Place, Source> sources;

    private CitedSources(Map<Place, Source> sources) {
        this.sources = sources;
    }

    /** @param claims as {@link VisibleClaims} left them: a citation without quote is of something this person may not see */
    static CitedSources of(PersonId me, Collection<Claim> claims, EvidenceLedger ledger, People people, Days days) {
        List<Citation> shown = claims.stream()
                .flatMap(claim -> claim.citations().stream())
                .filter(citation -> !citation.quote().isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return new CitedSources(Map.of());
        }
        Map<EvidenceId, Evidence> pieces = ledger
                .findAll(
                        new Reader.OfPerson(me),
                        shown.stream().map(Citation::source).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Evidence::id, Function.identity()));
        Map<PersonId, Person> authors = people.findAll(pieces.values().stream()
                .flatMap(piece ->
                        piece.author() instanceof Author.OfPerson person ? Stream.of(person.id()) : Stream.of())
                .collect(Collectors.toSet()));
        Map<Place, Source> sources = new LinkedHashMap<>();
        for (Citation citation : shown) {
            Place place = new Place(citation.source(), citation.span());
            Evidence piece = pieces.get(citation.source());
            if (piece != null && !sources.containsKey(place)) {
                sources.put(place, source(sources.size() + 1, piece, citation, me, authors, days));
            }
        }
        return new CitedSources(sources);
    }

    List<Source> all() {
        return List.copyOf(sources.values());
    }

    /** A claim with the numbers of what it cites. */
    Sentence sentence(Claim claim) {
        return new Sentence(
                claim.text(),
                claim.citations().stream()
                        .map(citation -> new Place(citation.source(), citation.span()))
                        .filter(sources::containsKey)
                        .distinct()
                        .map(sources::get)
                        .toList());
    }

    List<Sentence> sentences(List<Claim> claims) {
        return claims.stream().map(this::sentence).toList();
    }

    private static Source source(
            int number, Evidence piece, Citation citation, PersonId me, Map<PersonId, Person> authors, Days days) {
        String text = piece.text();
        int from = citation.span().start();
        int to = citation.span().end();
        int start = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        boolean mine = piece.author().equals(new Author.OfPerson(me));
        return new Source(
                number,
                "words-" + number,
                word(piece.kind()),
                mine ? "you" : BriefComposer.name(piece.author(), authors),
                days.day(piece.occurredAt()),
                (start > 0 ? "… " : "") + text.substring(atCharacter(text, start), from),
                citation.quote(),
                text.substring(to, atCharacter(text, end)) + (end < text.length() ? " …" : ""),
                seenBy(piece.visibility()));
    }

    private static int atCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static String seenBy(Visibility visibility) {
        return switch (visibility) {
            case PRIVATE -> "only you";
            case MENTOR -> "written to the mentors";
            case ORGANISATION -> "written to the organisation";
        };
    }

    static String word(EvidenceKind kind) {
        return switch (kind) {
            case GOAL -> "Goal";
            case REFLECTION -> "Reflection";
            case FEEDBACK -> "Feedback";
            case RECOGNITION -> "Recognition";
            case COMPLETION -> "Completion";
            case ASSERTION -> "Level";
            case ASPIRATION -> "Aspiration";
        };
    }

    private record Place(EvidenceId source, Span span) {}

    record Source(
            int number,
            String target,
            String kind,
            String author,
            String date,
            String before,
            String cited,
            String after,
            String seenBy) {}

    record Sentence(String text, List<Source> sources) {}
}
