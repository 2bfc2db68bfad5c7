package dev.trellis.search;

import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who mentors whom, as a test says. */
final class ScriptedMentorships implements Mentorships {

    private record Pair(PersonId mentor, PersonId learner) {}

    private final Map<Pair, MentoringForm> pairs = new ConcurrentHashMap<>();

    @Override
    public List<Person> mentorsOf(PersonId learner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> learnersOf(PersonId mentor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isMentorOf(PersonId mentor, PersonId learner) {
        return pairs.containsKey(new Pair(mentor, learner));
    }

    @Override
    public Optional<MentoringForm> formOf(PersonId mentor, PersonId learner) {
        return Optional.ofNullable(pairs.get(new Pair(mentor, learner)));
    }

    @Override
    public List<Person> learnersWithoutMentor() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(PersonId mentor, PersonId learner, MentoringForm form, LocalDate from) {
        pairs.put(new Pair(mentor, learner), form);
    }

    @Override
    public void end(PersonId mentor, PersonId learner, LocalDate until) {
        pairs.remove(new Pair(mentor, learner));
    }
}
