package dev.trellis.planning;

import dev.trellis.mentoring.Programme;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a plan has to fit, whatever it is about.
 *
 * @param readers who decides on the draft
 * @param form what the first of them and the learner agreed to do together
 * @param hoursPerWeek the learner really has
 */
record Circumstances(
        List<PersonId> readers,
        LocalDate today,
        MentoringForm form,
        double hoursPerWeek,
        Optional<Programme> programme) {

    Circumstances {
        readers = List.copyOf(readers);
    }
}
