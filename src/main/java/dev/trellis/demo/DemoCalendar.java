package dev.trellis.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the days of the story lie in real months. The story is told once, of twelve whole months and one under way, and laid over
 * the months before the anchor date: month for month, working day for working day. So what is counted by month is the same on
 * whatever day of a month the demo is made, in long months and short ones; only the month under way is cut off at the anchor date.
 */
final class DemoCalendar {

    /** The last day of the story's month under way; any month of 31 days would do. */
    static final LocalDate STORY_ENDS = LocalDate.of(2001, 12, 31);

    /** So many whole months lie before the month under way. */
    static final int MONTHS = 12;

    private final LocalDate anchor;
    private final Map<LocalDate, LocalDate> placed = new HashMap<>();

    /** @param anchor the day the demo plays on */
    DemoCalendar(LocalDate anchor) {
        this.anchor = anchor;
    }

    LocalDate anchor() {
        return anchor;
    }

    /** The first day of the first whole month. */
    static LocalDate storyBegins() {
        return monthUnderWay().minusMonths(MONTHS);
    }

    /** The first day of the month under way. */
    static LocalDate monthUnderWay() {
        return STORY_ENDS.withDayOfMonth(1);
    }

    /** The same day of the month, or its last. */
    LocalDate day(LocalDate told) {
        YearMonth month = month(told);
        return month.atDay(Math.min(told.getDayOfMonth(), month.lengthOfMonth()));
    }

    /** The working day that is as far through its month; the order of two days is kept. */
    LocalDateTime moment(LocalDateTime told) {
        return placed.computeIfAbsent(told.toLocalDate(), this::workingDay).atTime(told.toLocalTime());
    }

    private LocalDate workingDay(LocalDate told) {
        int of = workingDays(told.withDayOfMonth(1), told.plusMonths(1).withDayOfMonth(1));
        int place = Math.min(workingDays(told.withDayOfMonth(1), told), of - 1);
        LocalDate first = month(told).atDay(1);
        int skip = place * workingDays(first, first.plusMonths(1)) / of;
        LocalDate day = first;
        while (skip > 0 || isWeekend(day)) {
            skip -= isWeekend(day) ? 0 : 1;
            day = day.plusDays(1);
        }
        return day;
    }

    private YearMonth month(LocalDate told) {
        return YearMonth.from(anchor)
                .plusMonths(ChronoUnit.MONTHS.between(YearMonth.from(STORY_ENDS), YearMonth.from(told)));
    }

    private static int workingDays(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            days += isWeekend(day) ? 0 : 1;
        }
        return days;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
