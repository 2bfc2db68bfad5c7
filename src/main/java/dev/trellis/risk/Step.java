package dev.trellis.risk;

/**
 * Something that has to be done on the way to a goal: in the training data, one piece of course work.
 *
 * @param id unique within its course
 * @param due day after the beginning on which it is due
 * @param weight its part in what the goal is judged by, 0 or more; only the proportions count
 */
record Step(String id, boolean marked, int due, double weight) {

    Step {
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }
}
