package dev.trellis.fairness;

import java.util.Optional;

/**
 * How often a group gets something, compared with the group that gets it most often.
 *
 * @param attribute such as {@code gender}, or {@code age × gender}
 * @param group such as {@code F}, or {@code to 35 × F}
 * @param people how many
 * @param cases of them
 * @param selected cases that got it: of a figure, those above the median of all cases
 * @param rate {@code selected / cases}
 * @param standardError of the rate, people as clusters
 * @param compared whether the group is large enough to be compared, and to be compared with
 * @param ratio {@code rate} by that of the group with the highest rate of those compared; empty where not compared or that is 0
 * @param low of a 95 % interval of the ratio; empty for the group compared with, and where it has none
 * @param high of that interval
 */
record ImpactRatio(
        String outcome,
        String attribute,
        String group,
        int people,
        int cases,
        int selected,
        double rate,
        double standardError,
        boolean compared,
        Optional<Double> ratio,
        Optional<Double> low,
        Optional<Double> high) {

    /** The rule of thumb of the Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D. */
    static final double FOUR_FIFTHS = 0.8;

    boolean belowFourFifths() {
        return ratio.filter(value -> value < FOUR_FIFTHS).isPresent();
    }

    /** Below four fifths, and more than chance. */
    boolean isSurelyBelowParity() {
        return belowFourFifths() && high.filter(value -> value < 1).isPresent();
    }
}
