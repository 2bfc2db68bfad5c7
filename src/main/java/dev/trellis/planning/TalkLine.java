package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that was said, as it stands on the page.
 *
 * @param goal id of the goal it is about; empty for the plan
 * @param what the learner asks for with it; empty for nothing
 */
record TalkLine(String goal, String author, String day, String what, String words) {

    static List<TalkLine> all(List<PlanTalk.Said> said, PersonId me, People people, Days days) {
        Map<PersonId, Person> authors =
                people.findAll(said.stream().map(PlanTalk.Said::author).collect(Collectors.toSet()));
        return said.stream()
                .map(one -> new TalkLine(
                        one.goal().map(Object::toString).orElse(""),
                        one.author().equals(me)
                                ? "You"
                                : Optional.ofNullable(authors.get(one.author()))
                                        .map(Person::displayName)
                                        .orElse("Someone who left"),
                        days.day(one.at()),
                        switch (one.kind()) {
                            case COMMENT -> "";
                            case CHANGE -> "asked for a change";
                            case CONTEST -> "this is not so";
                        },
                        one.words()))
                .toList();
    }
}
