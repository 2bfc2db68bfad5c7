package dev.trellis.verification;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A day as written: "3 November", "November 3rd, 2025", "3. November", "2025-11-03", "3.11.2025", or a month alone.
 *
 * @param dayOfMonth empty for a month alone
 */
record DayInText(Month month, OptionalInt dayOfMonth, OptionalInt year, String words) {

    private static final String MONTHS =
            "(January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";

    /** In letters: enough to tell months apart. */
    private static final int SHORT_NAME = 3;

    private static final String GERMAN_MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.GERMAN))
            .collect(Collectors.joining("|", "(", ")"));

    private static final Pattern WRITTEN = Pattern.compile("\\b(?<iso>\\d{4}-\\d{2}-\\d{2})\\b"
            + "|\\b(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>" + MONTHS + ")(?:,? (?<y1>\\d{4}))?(?![\\p{L}\\d])"
            + "|\\b(?<m2>" + MONTHS + ") (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<y2>\\d{4}))?"
            + "|\\b(?:in|since|of|from|by|until|last|during|early|late|mid) (?<m3>" + MONTHS
            + ")(?: (?<y3>\\d{4}))?(?![\\p{L}\\d])"
            + "|\\b(?<d4>\\d{1,2})\\. ?(?<m4>" + GERMAN_MONTHS + ")(?: (?<y4>\\d{4}))?(?![\\p{L}\\d])"
            + "|\\b(?:im|seit|ab|bis|vom|zum|anfang|mitte|ende|letzten) (?<m5>" + GERMAN_MONTHS
            + ")(?: (?<y5>\\d{4}))?(?![\\p{L}\\d])"
            + "|\\b(?<d6>\\d{1,2})\\.\\s?(?<m6>\\d{1,2})\\.\\s?(?<y6>\\d{4})\\b");

    static List<DayInText> in(String text) {
        List<DayInText> days = new ArrayList<>();
        Matcher matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            read(matcher).ifPresent(days::add);
        }
        return days;
    }

    boolean isOn(LocalDate day) {
        return day.getMonth() == month
                && (dayOfMonth.isEmpty() || dayOfMonth.getAsInt() == day.getDayOfMonth())
                && (year.isEmpty() || year.getAsInt() == day.getYear());
    }

    /** Whether it can be read as a day from {@code from} to {@code until}. */
    boolean isWithin(LocalDate from, LocalDate until) {
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            if (isOn(day)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<DayInText> read(Matcher matcher) {
        if (matcher.group("iso") != null) {
            String[] parts = matcher.group("iso").split("-");
            int month = Integer.parseInt(parts[1]);
            return month < 1 || month > 12
                    ? Optional.empty()
                    : Optional.of(new DayInText(
                            Month.of(month),
                            OptionalInt.of(Integer.parseInt(parts[2])),
                            OptionalInt.of(Integer.parseInt(parts[0])),
                            matcher.group()));
        }
        for (int form = 1; form <= 6; form++) {
            String month = matcher.group("m" + form);
            if (month != null) {
                boolean monthAlone = form == 3 || form == 5;
                OptionalInt day = monthAlone ? OptionalInt.empty() : number(matcher.group("d" + form));
                OptionalInt year = number(matcher.group("y" + form));
                return month(month).map(found -> new DayInText(found, day, year, matcher.group()));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    /** By name in English or German, or by number. */
    private static Optional<Month> month(String name) {
        if (Character.isDigit(name.charAt(0))) {
            int number = Integer.parseInt(name);
            return number < 1 || number > 12 ? Optional.empty() : Optional.of(Month.of(number));
        }
        return Arrays.stream(Month.values())
                .filter(month -> Stream.of(Locale.ENGLISH, Locale.GERMAN)
                        .map(language -> month.getDisplayName(TextStyle.FULL, language))
                        .anyMatch(full -> full.regionMatches(true, 0, name, 0, SHORT_NAME)))
                .findFirst();
    }
}
