package dev.trellis.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who mentors whom today. Row-level security reads the same table, so a change here takes effect everywhere at once. */
public interface Mentorships {

    /** The learner's mentors; the longest-standing first. Empty where nobody is assigned. */
    List<Person> mentorsOf(PersonId learner);

    List<Person> learnersOf(PersonId mentor);

    boolean isMentorOf(PersonId mentor, PersonId learner);

    /** What they agreed to do together; empty where the one does not mentor the other today. */
    Optional<MentoringForm> formOf(PersonId mentor, PersonId learner);

    /** Active learners with no mentor: the programme lead's concern. */
    List<Person> learnersWithoutMentor();

    /** Starts a relationship; no effect where it already stands.
     *
     * @throws IllegalArgumentException if both are the same person
     */
    void start(PersonId mentor, PersonId learner, MentoringForm form, LocalDate from);

    void end(PersonId mentor, PersonId learner, LocalDate until);
}
