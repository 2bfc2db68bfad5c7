package dev.trellis.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Days, spans of time and numbers as people say them, at one moment. */
final class InWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final List<String> SMALL_NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Clock clock;
    private final LocalDate today;

    InWords(Clock clock) {
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /** {@code 12 Dec}, with its year where it is not this one. */
    String day(LocalDate day) {
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /** {@code in 4 weeks}, {@code tomorrow}, {@code 3 days ago}. */
    String away(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        } else if (days == 1) {
            return "tomorrow";
        } else if (days == -1) {
            return "yesterday";
        }
        String span = span(Math.abs(days));
        return days > 0 ? "in " + span : span + " ago";
    }

    /** {@code due tomorrow}, {@code due in 5 days (16 Nov)}, {@code was due 2 days ago (9 Nov)}. */
    String due(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        String verb = days < 0 ? "was due " : "due ";
        return Math.abs(days) <= 1 ? verb + away(day) : verb + away(day) + " (" + day(day) + ")";
    }

    boolean soon(LocalDate day) {
        return ChronoUnit.DAYS.between(today, day) <= 1;
    }

    /** {@code two minutes ago}, {@code yesterday}, {@code 3 weeks ago (2 Nov)}. */
    String ago(Instant instant) {
        Duration passed = Duration.between(instant, clock.instant());
        LocalDate day = dayOf(instant);
        if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
            return "just now";
        } else if (passed.compareTo(Duration.ofHours(1)) < 0) {
            return count(passed.toMinutes(), "minute") + " ago";
        } else if (day.equals(today)) {
            return count(passed.toHours(), "hour") + " ago";
        } else if (day.equals(today.minusDays(1))) {
            return "yesterday";
        }
        return away(day) + " (" + day(day) + ")";
    }

    /** {@code two minutes}, {@code 14 items}. */
    static String count(long number, String thing) {
        String amount = number < SMALL_NUMBERS.size() ? SMALL_NUMBERS.get((int) number) : String.valueOf(number);
        return amount + " " + thing + (number == 1 ? "" : "s");
    }

    /** Two decimals at most, none where none are needed. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String hours(double hours) {
        return number(hours) + (hours == 1 ? " hour" : " hours");
    }

    /** {@code Kim}, {@code Kim and Ada}, {@code Kim, Ada and Jo}. */
    static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String span(long days) {
        if (days < 14) {
            return days + " days";
        } else if (days < 63) {
            return days / 7 + " weeks";
        }
        return Math.round(days / 30.44) + " months";
    }
}
