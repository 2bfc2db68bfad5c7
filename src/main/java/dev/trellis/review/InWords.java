package dev.trellis.review;

import dev.trellis.Days;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Days, spans of time and numbers as people say them, at one moment. */
final class InWords {

    private static final List<String> SMALL_NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Clock clock;
    private final LocalDate today;
    private final Days days;

    InWords(Clock clock) {
        this.clock = clock;
        this.today = LocalDate.now(clock);
        this.days = new Days(today);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /** {@code 12 Dec}, with its year where it is not this one. */
    String day(LocalDate day) {
        return days.day(day);
    }

    /** {@code in 4 weeks}, {@code tomorrow}, {@code 3 days ago}. */
    String away(LocalDate day) {
        return days.span(day);
    }

    /** {@code due tomorrow}, {@code due in 5 days (16 Nov)}, {@code was due 2 days ago (9 Nov)}. */
    String due(LocalDate day) {
        return (day.isBefore(today) ? "was due " : "due ") + days.away(day);
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
        return days.away(day);
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
}
