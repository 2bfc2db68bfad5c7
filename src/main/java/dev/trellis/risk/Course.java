package dev.trellis.risk;

import java.util.List;

/**
 * A course as it was given once.
 *
 * @param length in days
 * @param steps by due day; an exam at the end is none
 */
record Course(String module, String presentation, int length, List<Step> steps) {

    Course {
        steps = List.copyOf(steps);
        if (length <= 0) {
            throw new IllegalArgumentException("length " + length);
        }
    }

    /** Weight of some of the steps; where no step of the course weighs anything, each weighs the same. */
    double weight(List<Step> some) {
        boolean same = steps.stream().allMatch(step -> step.weight() == 0);
        return same ? some.size() : some.stream().mapToDouble(Step::weight).sum();
    }
}
