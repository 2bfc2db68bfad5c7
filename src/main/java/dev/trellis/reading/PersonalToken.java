package dev.trellis.reading;

import dev.trellis.reading.PersonalText.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a run of digits, a mark or a line's end, and where it stands.
 *
 * @param form what of a form of its own it is a part of; such a part is one token
 */
record PersonalToken(String text, int start, int end, Optional<PersonalText.Kind> form) {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{Cf}]+|\\p{N}+|\\R|[^\\s\\p{L}\\p{M}\\p{N}\\p{Cf}]");

    /** @param formed parts found by their form, in order */
    static List<PersonalToken> of(String text, List<Found> formed) {
        List<PersonalToken> tokens = new ArrayList<>();
        int from = 0;
        for (Found part : formed) {
            plain(text, from, part.start(), tokens);
            tokens.add(new PersonalToken(
                    text.substring(part.start(), part.end()), part.start(), part.end(), Optional.of(part.kind())));
            from = part.end();
        }
        plain(text, from, text.length(), tokens);
        return tokens;
    }

    private static void plain(String text, int from, int until, List<PersonalToken> into) {
        Matcher matcher = TOKEN.matcher(text).region(from, until);
        while (matcher.find()) {
            into.add(new PersonalToken(matcher.group(), matcher.start(), matcher.end(), Optional.empty()));
        }
    }

    boolean isWord() {
        return form.isEmpty() && Character.isLetter(text.codePointAt(0));
    }

    boolean isCapitalised() {
        return isWord() && Character.isUpperCase(text.codePointAt(0));
    }

    boolean endsSentence() {
        return text.equals("\n") || text.equals("\r\n") || ".?!:".contains(text);
    }
}
