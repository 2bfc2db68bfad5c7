package dev.trellis.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text and what in it is personal, as somebody marked it.
 *
 * @param skeleton the text with the type in place of each mark
 */
record MarkedText(String text, String skeleton, List<Mark> marks) {

    /** What is left of a skeleton when only its own words count. */
    private static final Pattern NO_WORD = Pattern.compile("\\{\\{\\w+}}|[^\\p{L}]+");

    MarkedText {
        marks = List.copyOf(marks);
        for (Mark mark : marks) {
            if (mark.start() < 0 || mark.start() >= mark.end() || mark.end() > text.length()) {
                throw new IllegalArgumentException("a mark from " + mark.start() + " to " + mark.end());
            }
        }
    }

    /** @param type as the file names it, such as {@code STREET_ADDRESS}; @param end after the last character */
    record Mark(String type, int start, int end) {

        String of(String text) {
            return text.substring(start, end);
        }
    }

    List<String> ownWords() {
        return List.of(NO_WORD.matcher(PersonalWords.small(skeleton))
                .replaceAll(" ")
                .strip()
                .split(" "));
    }
}
