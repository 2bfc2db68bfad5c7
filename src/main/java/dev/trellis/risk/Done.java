package dev.trellis.risk;

/**
 * A step that was done.
 *
 * @param day after the beginning
 * @param carried whether it was brought along from an earlier attempt
 * @param score of 100, or NaN where none is known
 */
record Done(Step step, int day, boolean carried, double score) {

    boolean isScored() {
        return !Double.isNaN(score);
    }

    /** Days before it was due; below 0 where it was late. */
    double lead() {
        return step.due() - day;
    }
}
