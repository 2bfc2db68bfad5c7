package dev.trellis.review;

import dev.trellis.search.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text in pieces, with the cited words marked. Long texts come as what stands around the cited words. */
final class SourceText {

    /** Texts up to here are shown whole: about a page on the screen. */
    static final int SHOWN_WHOLE = 1500;

    /** How much of a longer text stands before and after cited words. */
    static final int AROUND = 350;

    private SourceText() {}

    /** @param mark number of the mark in the text from 0, or -1 for words not cited */
    record Piece(String text, int mark) {
        public boolean cited() {
            return mark >= 0;
        }
    }

    /** Spans without those inside or across another: those are joined. In the order of the text. */
    static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList()) {
            if (!joined.isEmpty() && span.start() < joined.getLast().end()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** @param marks joined spans within the text */
    static List<Piece> pieces(String text, List<Span> marks) {
        List<Piece> pieces = new ArrayList<>();
        boolean whole = text.length() <= SHOWN_WHOLE;
        int at = 0;
        for (int mark = 0; mark < marks.size(); mark++) {
            Span span = marks.get(mark);
            addPlain(pieces, between(text, at, span.start(), whole, mark > 0, true));
            pieces.add(new Piece(span.of(text), mark));
            at = span.end();
        }
        addPlain(pieces, between(text, at, text.length(), whole, !marks.isEmpty(), false));
        return pieces;
    }

    private static void addPlain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, -1));
        }
    }

    private static String between(String text, int from, int to, boolean whole, boolean markBefore, boolean markAfter) {
        int keepBefore = markBefore ? AROUND : markAfter ? 0 : SHOWN_WHOLE;
        int keepAfter = markAfter ? AROUND : 0;
        if (whole || to - from <= keepBefore + keepAfter) {
            return text.substring(from, to);
        }
        int head = atWordEnd(text, from + keepBefore, from);
        int tail = atWordStart(text, to - keepAfter, to);
        return text.substring(from, head) + (head > from ? " … " : "… ") + text.substring(tail, to);
    }

    private static int atWordEnd(String text, int at, int from) {
        int space = text.lastIndexOf(' ', at);
        return space > from ? space : at;
    }

    private static int atWordStart(String text, int at, int to) {
        int space = text.indexOf(' ', at);
        return space >= 0 && space < to ? space + 1 : at;
    }
}
