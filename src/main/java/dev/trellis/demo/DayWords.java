package dev.trellis.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words for days close by. While a story is told it is not known yet on which weekday; a sign stands for the word and is replaced
 * once the day is known.
 */
final class DayWords {

    /** Signs for private use in Unicode; the first ones name the weekday so many days ago. */
    private static final char FIRST = '\uE000';

    private static final char LAST_WEEKDAY = '\uE007';
    private static final char WEEK = '\uE010';
    private static final char START_OF_WEEK = '\uE011';

    /** So much later stands the sign for the same word with a capital letter. */
    private static final char CAPITAL = '\u0010';

    private static final char LAST = START_OF_WEEK + CAPITAL;
    private static final Pattern SIGN = Pattern.compile("[" + FIRST + "-" + LAST + "]");

    private DayWords() {}

    /** The name of a working day about that many days ago, 1 to 6. */
    static String weekday(int daysAgo) {
        return String.valueOf((char) (FIRST + daysAgo));
    }

    /** Earlier this week, or last week. */
    static String week() {
        return String.valueOf(WEEK);
    }

    static String startOfWeek() {
        return String.valueOf(START_OF_WEEK);
    }

    /** With a capital letter where it begins with a small one. */
    static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        String begins = first == WEEK || first == START_OF_WEEK
                ? String.valueOf((char) (first + CAPITAL))
                : text.substring(0, 1).toUpperCase(Locale.ROOT);
        return begins + text.substring(1);
    }

    /** What was told, as it reads on the day it was written. */
    static String on(LocalDate day, String told) {
        return told.chars().noneMatch(one -> one >= FIRST && one <= LAST)
                ? told
                : SIGN.matcher(told).replaceAll(sign -> word(sign.group().charAt(0), day));
    }

    private static String word(char sign, LocalDate day) {
        if (sign <= LAST_WEEKDAY) {
            return weekday(day.minusDays(sign - FIRST));
        }
        return switch (sign) {
            case WEEK -> day.getDayOfWeek().getValue() < 3 ? "last week" : "earlier this week";
            case START_OF_WEEK ->
                day.getDayOfWeek().getValue() < 4 ? "at the end of last week" : "at the start of the week";
            default -> capitalised(word((char) (sign - CAPITAL), day));
        };
    }

    private static String weekday(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        DayOfWeek working = day.getValue() > 5 ? day.minus(2) : day;
        return working.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
