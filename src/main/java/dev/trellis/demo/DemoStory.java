package dev.trellis.demo;

import java.time.LocalDate;
import java.time.Month;

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
    public static final double WORKLOAD_SHARE_AFTER = .45;

    /** At least this many months of risen share lie before the anchor date, so that there is an after. */
    public static final int MONTHS_AFTER_THE_RISE = 5;

    /** And at most this many, so that a quarter of the recorded year is left as a before. */
    public static final int MOST_MONTHS_AFTER_THE_RISE = 9;

    /** The middle of the two, where no 1 March fits. */
    private static final int MONTHS_WITHOUT_A_MARCH = 7;

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

    /**
     * The latest 1 March, when a reorganisation would begin, with {@link #MONTHS_AFTER_THE_RISE} to
     * {@link #MOST_MONTHS_AFTER_THE_RISE} months between it and the anchor date, as for an anchor from August to November; for
     * any other the first of the month seven months before.
     */
    public static LocalDate workloadRisesOn(LocalDate anchor) {
        LocalDate march = LocalDate.of(anchor.getYear(), Month.MARCH, 1);
        boolean fits = !march.plusMonths(MONTHS_AFTER_THE_RISE).isAfter(anchor)
                && !march.plusMonths(MOST_MONTHS_AFTER_THE_RISE).isBefore(anchor);
        return fits ? march : anchor.minusMonths(MONTHS_WITHOUT_A_MARCH).withDayOfMonth(1);
    }
}
