package dev.trellis.drafting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Gives each activity its due date, one after the other: what it takes at the hours a week the learner has, but at least a
 * week, because trying something in real work needs one; then, as much later as those who decide would have it, the Friday of
 * that week. What no longer fits gets no date.
 */
final class Schedule {

    private static final double DAYS_PER_WEEK = 7;

    /** Hours are written with one decimal; less than this is rounding. */
    private static final double ROUNDING_HOURS = 0.01;

    private final LocalDate from;
    private final LocalDate until;
    private final double hoursPerWeek;
    private final double hoursInAll;
    private final int daysLater;
    private double hoursTaken;
    private double daysTaken;

    Schedule(Brief brief) {
        this.from = brief.from();
        this.until = brief.until();
        this.hoursPerWeek = brief.hoursPerWeek();
        this.hoursInAll = brief.hoursInAll();
        this.daysLater = brief.manner().orElse(Manner.USUAL).daysLater();
    }

    boolean fits(double effortHours) {
        return effortHours > 0 && hoursTaken + effortHours <= hoursInAll + ROUNDING_HOURS;
    }

    /** The due date of the next activity; empty, and nothing taken, where it does not fit. */
    Optional<LocalDate> next(double effortHours) {
        if (!fits(effortHours)) {
            return Optional.empty();
        }
        hoursTaken += effortHours;
        daysTaken += Math.max(DAYS_PER_WEEK, effortHours / hoursPerWeek * DAYS_PER_WEEK);
        LocalDate done = notBefore(from.plusDays((long) Math.ceil(daysTaken) - 1 + daysLater));
        LocalDate friday = done.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        if (!friday.isAfter(until)) {
            return Optional.of(friday);
        }
        return Optional.of(done.isAfter(until) ? until : done);
    }

    private LocalDate notBefore(LocalDate day) {
        return day.isBefore(from) ? from : day;
    }

    /** A working day in the first week of the plan for a first step: {@code daysIn} days after the start or just before the weekend. */
    LocalDate firstStepDay(int daysIn) {
        LocalDate day = from.plusDays(daysIn);
        LocalDate workday = switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
        LocalDate notBefore = workday.isBefore(from) ? from : workday;
        return notBefore.isAfter(until) ? until : notBefore;
    }
}
