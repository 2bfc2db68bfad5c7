package dev.trellis.drafting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days as one says them. */
final class DayWords {

    /** Within this many days of the plan a day needs no year to be understood. */
    private static final int SAME_YEAR_DAYS = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private DayWords() {}

    /** "3 November", with its year where {@code seenFrom} is far away. */
    static String day(LocalDate day, LocalDate seenFrom) {
        return day.format(isNear(day, seenFrom) ? DAY : DAY_AND_YEAR);
    }

    /** "Friday 28 November": for what should happen soon. */
    static String weekday(LocalDate day) {
        return day.format(WEEKDAY);
    }

    static String month(LocalDate day, LocalDate seenFrom) {
        return day.format(isNear(day, seenFrom) ? MONTH : MONTH_AND_YEAR);
    }

    private static boolean isNear(LocalDate day, LocalDate seenFrom) {
        return Math.abs(ChronoUnit.DAYS.between(day, seenFrom)) <= SAME_YEAR_DAYS;
    }
}
