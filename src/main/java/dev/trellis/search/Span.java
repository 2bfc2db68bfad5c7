package dev.trellis.search;

/** Part of a text, in UTF-16 units, {@code end} exclusive. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }

    /** @throws IndexOutOfBoundsException if the text is shorter */
    public String of(String text) {
        return text.substring(start, end);
    }
}
