package dev.trellis.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When mentors are away. Who covers mentors the same learners on those days, with the same rights, and the learners see it; where
 * nobody covers, what waits goes to the programme leads.
 */
public interface Absences {

    int LONGEST_DAYS = 366;

    /** Of today or later, not cancelled, by day. */
    List<Absence> all();

    /** The one that lasts, or else the next. */
    Optional<Absence> of(PersonId person);

    /** Active learners whose mentors are all away today. */
    List<Person> learnersWithNobodyThere();

    /**
     * @param deputy an active mentor who is there on all these days; empty for none
     * @param by who says so
     * @throws NotPossible if the days are none, past or too many, the person is away on some of them already, or the deputy
     *     cannot cover
     */
    Absence set(PersonId person, LocalDate from, LocalDate until, Optional<PersonId> deputy, PersonId by);

    /** They are back: it ends today, or never begins. No effect where it is over. */
    void cancel(Absence absence);

    /** The message is a sentence for whoever asked. */
    class NotPossible extends RuntimeException {
        public NotPossible(String message) {
            super(message);
        }
    }
}
