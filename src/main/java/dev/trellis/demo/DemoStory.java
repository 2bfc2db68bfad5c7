package dev.trellis.demo;

import java.time.LocalDate;

/**
 * The two changes planted in an otherwise flat year, so that one can see whether the trend page finds them and nothing else.
 * All figures are our choice, large enough to show in teams of this size; {@code eval/reading/README.md} says how much of the
 * first one reading finds.
 */
public final class DemoStory {

    /** The competency people write about more often. */
    public static final String WORKLOAD = "SE-WORKLOAD";

    /** The team in which they do. */
    public static final String WORKLOAD_TEAM = "PLATFORM";

    /** Share of reflections about workload everywhere else, always, and in that team before the change; in {@code [0, 1]}. */
    public static final double WORKLOAD_SHARE_BEFORE = .09;

    /** Share of that team's non-private reflections about workload from {@link #workloadRisesOn} on. */
    public static final double WORKLOAD_SHARE_AFTER = .5;

    /** So many whole months of risen share lie before the anchor date, and as many again before the rise. */
    public static final int MONTHS_AFTER_THE_RISE = 6;

    /** The competency in which a gap closes. */
    public static final String FEEDBACK = "LD-FEEDBACK";

    /** The team in which it closes. */
    public static final String FEEDBACK_TEAM = "SALES";

    /** The programme after which it closes. */
    public static final String FEEDBACK_PROGRAMME = "LEADS";

    /** Mean of expected minus asserted level in that team before the programme starts. */
    public static final double FEEDBACK_GAP_BEFORE = 1.4;

    /** The same mean after the programme; mentors see half of the change from its middle on. */
    public static final double FEEDBACK_GAP_AFTER = .6;

    private DemoStory() {}

    /** The first of a month, {@link #MONTHS_AFTER_THE_RISE} before the anchor date's. */
    public static LocalDate workloadRisesOn(LocalDate anchor) {
        return anchor.minusMonths(MONTHS_AFTER_THE_RISE).withDayOfMonth(1);
    }
}
