package dev.trellis.planning;

import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who mentors whom, in the table that row-level security reads. */
final class MentorshipTable implements Mentorships {

    private final PlanningWorld world;

    MentorshipTable(PlanningWorld world) {
        this.world = world;
    }

    static Person named(PersonId id, String givenName) {
        return new Person(id, id.toString(), givenName, "Test", id + "@example.org", "Team", "support", true, Set.of());
    }

    @Override
    public List<Person> mentorsOf(PersonId learner) {
        return world
                .owner
                .sql("select mentor from mentoring_relationship where learner = :learner and ends_on is null")
                .param("learner", learner.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> named(new PersonId(id), "Mentor"))
                .toList();
    }

    @Override
    public List<Person> learnersOf(PersonId mentor) {
        return world
                .owner
                .sql("select learner from mentoring_relationship where mentor = :mentor and ends_on is null")
                .param("mentor", mentor.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> named(new PersonId(id), "Learner"))
                .toList();
    }

    @Override
    public boolean isMentorOf(PersonId mentor, PersonId learner) {
        return mentorsOf(learner).stream().anyMatch(person -> person.id().equals(mentor));
    }

    @Override
    public Optional<MentoringForm> formOf(PersonId mentor, PersonId learner) {
        return world.owner
                .sql("""
                        select form from mentoring_relationship
                        where mentor = :mentor and learner = :learner and ends_on is null
                        """)
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .query(String.class)
                .optional()
                .map(MentoringForm::valueOf);
    }

    @Override
    public List<Person> learnersWithoutMentor() {
        return List.of();
    }

    @Override
    public void start(PersonId mentor, PersonId learner, MentoringForm form, LocalDate from) {
        world.owner
                .sql("""
                        insert into mentoring_relationship (mentor, learner, form, starts_on)
                        values (:mentor, :learner, :form, :from)
                        """)
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .param("form", form.name())
                .param("from", from)
                .update();
    }

    @Override
    public void end(PersonId mentor, PersonId learner, LocalDate until) {
        world.owner
                .sql("update mentoring_relationship set ends_on = :until where mentor = :mentor and learner = :learner")
                .param("until", until)
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .update();
    }
}
