package dev.trellis.drafting;

import java.util.ArrayList;
import java.util.List;

/**
 * Words for a model, and whose they are: what people wrote is read for names that nobody here knows, what the catalogue says is
 * not, and what Trellis itself says stays as it is.
 *
 * @param parts in order, none overlapping another; what lies between them are Trellis's own words
 */
record SentText(String words, List<Part> parts) {

    SentText {
        parts = List.copyOf(parts);
    }

    enum Whose {
        /** Nothing but somebody's name. */
        NAME,
        /** A person's words. */
        PERSON,
        CATALOGUE,
        /** The model's own earlier answer. */
        MODEL
    }

    /** @param end after the last character */
    record Part(Whose whose, int start, int end) {

        String of(String words) {
            return words.substring(start, end);
        }
    }

    static SentText own(String words) {
        return new SentText(words, List.of());
    }

    static SentText of(Whose whose, String words) {
        return new Builder().add(whose, words).build();
    }

    static final class Builder {

        private final StringBuilder words = new StringBuilder();
        private final List<Part> parts = new ArrayList<>();

        Builder own(String more) {
            words.append(more);
            return this;
        }

        Builder add(Whose whose, String more) {
            if (!more.isEmpty()) {
                parts.add(new Part(whose, words.length(), words.length() + more.length()));
                words.append(more);
            }
            return this;
        }

        Builder add(SentText more) {
            int before = words.length();
            more.parts().forEach(part -> parts.add(new Part(part.whose(), before + part.start(), before + part.end())));
            words.append(more.words());
            return this;
        }

        boolean isEmpty() {
            return words.isEmpty();
        }

        SentText build() {
            return new SentText(words.toString(), parts);
        }
    }
}
