package dev.trellis.risk;

import java.util.List;
import java.util.Map;

/**
 * One learner in one course: whether the goal, to pass it, was missed.
 *
 * @param credits of all courses the learner studies at the time
 * @param done by day
 * @param groups protected attributes by name, for measuring alone: no signal is made of them
 */
record Enrolment(
        Course course,
        String learner,
        int earlierAttempts,
        double credits,
        List<Done> done,
        boolean missed,
        Map<String, String> groups) {

    Enrolment {
        done = List.copyOf(done);
        groups = Map.copyOf(groups);
    }
}
