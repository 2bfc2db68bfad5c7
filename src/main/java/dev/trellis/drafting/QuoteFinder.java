package dev.trellis.drafting;

import dev.trellis.search.Span;
import java.util.Optional;

/**
 * Finds quoted words in the text they come from and gives the exact span there.
 *
 * <p>Writers retype what they quote: curly marks become straight, line ends become blanks, a full stop is added. Those
 * differences are folded away on both sides; every other character must match.
 */
public final class QuoteFinder {

    private QuoteFinder() {}

    /**
     * Where {@code quote} first stands in {@code text}.
     *
     * @return empty where it does not stand there, or nothing is left of it once blanks and outer marks are gone
     */
    public static Optional<Span> find(String quote, String text) {
        Folded words = Folded.of(trimmed(quote));
        if (words.length() == 0) {
            return Optional.empty();
        }
        Folded within = Folded.of(text);
        return at(words.text(), within)
                .or(() -> at(withoutFinalStop(words.text()), within))
                .or(() -> at(otherInitial(withoutFinalStop(words.text())), within));
    }

    private static Optional<Span> at(String words, Folded within) {
        int found = words.isEmpty() ? -1 : within.text().indexOf(words);
        return found < 0 ? Optional.empty() : Optional.of(within.original(found, found + words.length()));
    }

    private static String trimmed(String quote) {
        String bare = quote.strip();
        while (bare.length() > 1 && isMark(bare.charAt(0)) && isMark(bare.charAt(bare.length() - 1))) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    private static boolean isMark(char c) {
        return Folded.fold(c) == '"';
    }

    private static String withoutFinalStop(String words) {
        int end = words.length();
        while (end > 0 && ".,;:…".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end).strip();
    }

    /** A quote that opens a sentence, or stops doing so, changes the case of its first letter. */
    private static String otherInitial(String words) {
        if (words.isEmpty()) {
            return words;
        }
        char first = words.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return other + words.substring(1);
    }

    /** A text with blanks, quotation marks and dashes folded, and for each of its characters where it came from. */
    private record Folded(String text, int[] starts, int[] ends) {

        int length() {
            return text.length();
        }

        static Folded of(String original) {
            StringBuilder folded = new StringBuilder(original.length());
            int[] starts = new int[original.length()];
            int[] ends = new int[original.length()];
            for (int i = 0; i < original.length(); i++) {
                char c = original.charAt(i);
                if (Character.getType(c) == Character.FORMAT) {
                    continue;
                }
                char to = fold(c);
                int last = folded.length() - 1;
                if (to == ' ' && last >= 0 && folded.charAt(last) == ' ') {
                    ends[last] = i + 1;
                    continue;
                }
                folded.append(to);
                starts[last + 1] = i;
                ends[last + 1] = i + 1;
            }
            return new Folded(folded.toString(), starts, ends);
        }

        Span original(int from, int until) {
            return new Span(starts[from], ends[until - 1]);
        }

        static char fold(char c) {
            return switch (c) {
                case '“', '”', '„', '‟', '«', '»', '"' -> '"';
                case '‘', '’', '‚', '‛', '`', '´', '\'' -> '\'';
                case '‐', '‑', '‒', '–', '—', '−' -> '-';
                default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
            };
        }
    }
}
