package dev.trellis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Days and numbers as people say them, seen from one day. */
public record Days(LocalDate today) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** {@code 12 Dec}, with its year where it is another. */
    public String day(LocalDate day) {
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    public String day(Instant instant) {
        return day(of(instant));
    }

    /** {@code in 3 weeks (12 Dec)}, {@code tomorrow}, {@code 5 days ago (2 Nov)}. */
    public String away(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(today, day)) <= 1 ? span(day) : span(day) + " (" + day(day) + ")";
    }

    /** {@code in 3 weeks}, {@code tomorrow}, {@code 5 days ago}. */
    public String span(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        } else if (days == 1) {
            return "tomorrow";
        } else if (days == -1) {
            return "yesterday";
        }
        return days > 0 ? "in " + span(days) : span(-days) + " ago";
    }

    private static String span(long days) {
        if (days < 14) {
            return days + " days";
        }
        return days < 63 ? days / 7 + " weeks" : Math.round(days / 30.44) + " months";
    }

    /** One decimal at most, and none that says nothing. */
    public static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@code Kim}, {@code Kim and Ada}, {@code Kim, Ada and Jo}. */
    public static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
