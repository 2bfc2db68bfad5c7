package dev.trellis.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person changed in a sentence, word by word. */
final class WordDifference {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private WordDifference() {}

    enum Change {
        SAME,
        GONE,
        NEW
    }

    record Part(Change change, String text) {}

    /** Parts in reading order; the SAME and GONE ones make up {@code before}, the SAME and NEW ones {@code after}. */
    static List<Part> between(String before, String after) {
        if (before.equals(after)) {
            return List.of(new Part(Change.SAME, after));
        }
        List<Part> parts = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(parts, Change.SAME, delta.getTarget().getLines());
            } else {
                add(parts, Change.GONE, delta.getSource().getLines());
                add(parts, Change.NEW, delta.getTarget().getLines());
            }
        }
        return List.copyOf(parts);
    }

    /** The same for what changes as a whole, such as a date. */
    static List<Part> whole(String before, String after) {
        return before.equals(after)
                ? List.of(new Part(Change.SAME, after))
                : List.of(new Part(Change.GONE, before), new Part(Change.NEW, after));
    }

    private static void add(List<Part> parts, Change change, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(new Part(change, String.join("", words)));
        }
    }

    /** Each word with the space after it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_WORDS.split(text));
    }
}
