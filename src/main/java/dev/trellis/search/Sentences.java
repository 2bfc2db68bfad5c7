package dev.trellis.search;

import java.text.BreakIterator;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a text into the sentences that are indexed, read and quoted. One way for everybody, so that a sentence has the same
 * words, and so the same vector, wherever it is met.
 */
public final class Sentences {

    /** Longest sentence in UTF-16 units; what is longer is cut at a clause or a word. A page of a book has about 2,000. */
    static final int LONGEST = 400;

    private static final Pattern LINE_END = Pattern.compile("\\R");

    /** A bullet, or a number such as {@code 1.} or {@code (2)}, that opens an entry of a list. */
    private static final Pattern LIST_MARK = Pattern.compile("[\\h\\p{Cf}]*(?:[-*+•‣◦▪–—]\\h+|\\(?\\d{1,3}[.)]\\h+)+");

    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;…。！？：；]['\"’”)\\]»]*\\h*", Pattern.DOTALL);

    /** Words whose full stop ends no sentence, whatever follows. */
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|.*[\\s(\\[\"'“‘])(?:Dr|Mr|Mrs|Ms|Mx|Prof|St|Sr|Jr|vs|cf|ca|approx|incl|excl|resp|bzw|ggf|evtl|vgl|[zduo]|[zduo]\\.\\h?\\p{L}|e\\.g|i\\.e|[A-Z]|(?:[A-Z]\\.)+[A-Z])\\.\\h*",
            Pattern.DOTALL);

    /** Words whose full stop ends no sentence before a number. */
    private static final Pattern ABBREVIATION_BEFORE_NUMBER = Pattern.compile(
            "(?:^|.*[\\s(])(?:[Nn]o|[Nn]r|[Ff]ig|[Pp]|[Pp]p|[Vv]ol|[Cc]h|[Ss]ec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.\\h*",
            Pattern.DOTALL);

    /** "am 3. November": a number with a full stop is an ordinal in German. */
    private static final Pattern ORDINAL = Pattern.compile("(?:^|.*[^\\p{L}\\d.,])\\d{1,2}\\.\\h*", Pattern.DOTALL);

    private static final Pattern MONTH = Pattern.compile(Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.GERMAN))
            .collect(Collectors.joining("|", "(?:", ")(?!\\p{L})")));

    private static final Pattern CLAUSE_END = Pattern.compile("[,;:)\\]–—…]\\s+|\\s[–—-]\\s+|[，；：、]");
    private static final Pattern GAP = Pattern.compile("\\s+");

    private Sentences() {}

    /** The sentences of a text in order; they do not overlap, and each holds a letter, a digit or an emoji. */
    public static List<Span> in(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        Matcher lineEnd = LINE_END.matcher(text);
        int lineStart = 0;
        while (lineEnd.find()) {
            if (!isSoftWrap(text, lineStart, lineEnd.start(), lineEnd.end())) {
                addBlock(text, start, lineEnd.start(), sentences);
                start = lineEnd.end();
            }
            lineStart = lineEnd.end();
        }
        addBlock(text, start, text.length(), sentences);
        return sentences;
    }

    /** Mail programs cut lines in the middle of a sentence; lists and paragraphs end it. */
    private static boolean isSoftWrap(String text, int lineStart, int lineEnd, int next) {
        return next < text.length()
                && lineEnd > lineStart
                && Character.isLowerCase(text.codePointAt(next))
                && !SENTENCE_END.matcher(text).region(lineStart, lineEnd).matches();
    }

    private static void addBlock(String text, int blockStart, int end, List<Span> sentences) {
        Matcher mark = LIST_MARK.matcher(text).region(blockStart, end);
        int start = mark.lookingAt() ? mark.end() : blockStart;
        if (start >= end) {
            return;
        }
        String block = text.substring(start, end);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(block);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to == block.length() || endsSentence(block, from, to)) {
                addSentence(text, start + from, start + to, sentences);
                from = to;
            }
        }
    }

    private static boolean endsSentence(String block, int from, int to) {
        int next = to;
        while (next < block.length() && isOpening(block.charAt(next))) {
            next++;
        }
        if (next < block.length()) {
            int first = block.codePointAt(next);
            if (Character.isLowerCase(first) || block.startsWith("</", next)) {
                return false;
            }
            // The last words are enough to tell, and keep this linear on a text of nothing but full stops.
            String tail = block.substring(Math.max(from, to - 24), to);
            if (ABBREVIATION.matcher(tail).matches()
                    || (ORDINAL.matcher(tail).matches()
                            && MONTH.matcher(block).region(next, block.length()).lookingAt())) {
                return false;
            }
            return !(Character.isDigit(first)
                    && ABBREVIATION_BEFORE_NUMBER.matcher(tail).matches());
        }
        return true;
    }

    private static boolean isOpening(char c) {
        return c == '"' || c == '\'' || c == '“' || c == '‘' || c == '(' || c == '[' || c == '«';
    }

    private static void addSentence(String text, int from, int to, List<Span> sentences) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        if (start == end || !saysSomething(text.substring(start, end))) {
            return;
        }
        if (end - start <= LONGEST) {
            sentences.add(new Span(start, end));
            return;
        }
        int cut = cutBefore(text, start, start + LONGEST);
        addSentence(text, start, cut, sentences);
        addRest(text, cut, end, sentences);
    }

    /** A loop where recursion would be as deep as the text is long. */
    private static void addRest(String text, int from, int end, List<Span> sentences) {
        int start = from;
        while (end - start > LONGEST) {
            int cut = cutBefore(text, start, start + LONGEST);
            addSentence(text, start, cut, sentences);
            start = cut;
        }
        if (start < end) {
            addSentence(text, start, end, sentences);
        }
    }

    /** Where to cut: after the last clause, else after the last word, else between two characters as a reader sees them. */
    private static int cutBefore(String text, int start, int limit) {
        int earliest = start + LONGEST / 2;
        int clause = lastMatch(CLAUSE_END, text, earliest, limit);
        if (clause > 0) {
            return clause;
        }
        int word = lastMatch(GAP, text, start + 1, limit);
        if (word > 0) {
            return word;
        }
        int window = Math.min(text.length(), limit + 64);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(start, window));
        int cut = start + characters.preceding(limit - start + 1);
        if (cut > start) {
            return cut;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    private static int lastMatch(Pattern pattern, String text, int from, int to) {
        Matcher matcher = pattern.matcher(text).region(from, to);
        int last = -1;
        while (matcher.find()) {
            last = matcher.end();
        }
        return last;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.isISOControl(codePoint);
    }

    /** Whether a text holds a letter, a digit or an emoji. */
    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || Character.isEmojiPresentation(c));
    }
}
