package dev.trellis.drafting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Days as one says them in a language. */
final class DayWords {

    /** Within this many days of the plan a day needs no year to be understood. */
    private static final int SAME_YEAR_DAYS = 300;

    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthAndYear;

    private DayWords(Language language, String dayPattern, String weekdayPattern) {
        this.day = DateTimeFormatter.ofPattern(dayPattern, language.locale());
        this.dayAndYear = DateTimeFormatter.ofPattern(dayPattern + " yyyy", language.locale());
        this.weekday = DateTimeFormatter.ofPattern(weekdayPattern, language.locale());
        this.month = DateTimeFormatter.ofPattern("MMMM", language.locale());
        this.monthAndYear = DateTimeFormatter.ofPattern("MMMM yyyy", language.locale());
    }

    static DayWords in(Language language) {
        return switch (language) {
            case ENGLISH -> new DayWords(language, "d MMMM", "EEEE d MMMM");
            case GERMAN -> new DayWords(language, "d. MMMM", "EEEE, 'den' d. MMMM");
        };
    }

    /** "3 November", with its year where {@code seenFrom} is far away. */
    String day(LocalDate of, LocalDate seenFrom) {
        return of.format(isNear(of, seenFrom) ? day : dayAndYear);
    }

    /** "3 November 2025". */
    String dayAndYear(LocalDate of) {
        return of.format(dayAndYear);
    }

    /** "Friday 28 November": for what should happen soon. */
    String weekday(LocalDate of) {
        return of.format(weekday);
    }

    String month(LocalDate of, LocalDate seenFrom) {
        return of.format(isNear(of, seenFrom) ? month : monthAndYear);
    }

    private static boolean isNear(LocalDate day, LocalDate seenFrom) {
        return Math.abs(ChronoUnit.DAYS.between(day, seenFrom)) <= SAME_YEAR_DAYS;
    }
}
