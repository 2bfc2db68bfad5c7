package dev.trellis.drafting;

/**
 * How whoever decides wants a plan set down, as their decisions on earlier drafts showed.
 *
 * @param measureWordsAtMost words a success measure should have at most; 0 for no such wish
 * @param daysLater days by which due dates should come later, below 0 for earlier; no date leaves the plan
 * @param levelsFurther levels to seek beyond the usual step, below 0 for less; no more than what is expected is sought
 */
public record Manner(int measureWordsAtMost, int daysLater, double levelsFurther) {

    public static final Manner USUAL = new Manner(0, 0, 0);

    public Manner {
        if (measureWordsAtMost < 0) {
            throw new IllegalArgumentException("words at most: " + measureWordsAtMost);
        }
    }
}
