package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.reading.ReflectionReading.ReadKind;
import dev.trellis.reading.ReflectionReading.SentenceRead;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatNextTest {

    /** Reads a sentence as the kind its first word names, and knows no other. */
    private static final ReflectionReading SCRIPTED = sentences -> sentences.stream()
            .map(sentence -> new SentenceRead(named(sentence), 0.5))
            .toList();

    private final WhatNext next = new WhatNext(SCRIPTED);

    private static Optional<ReadKind> named(String sentence) {
        String first = sentence.split("\\W")[0].toUpperCase(Locale.ROOT);
        return first.equals("UNKNOWN") ? Optional.empty() : Optional.of(new ReadKind(SentenceKind.valueOf(first), 0.9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Experience one. Experience two.     | You described what happened. What will you do next?
            Experience one. Difficulty two.     | You wrote what was hard. What will you try next time?
            Feeling one. Belief two.            | You wrote how it felt. What do you take from it?
            Experience one. Unknown two.        | You described what happened. What will you do next?
            """)
    void asksForTheStepThatIsMissing(String text, String question) {
        assertThat(next.ask(text)).contains(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Experience one. Intention two.",
                "Difficulty one. Learning two.",
                "Other one. Belief two.",
                "Experience one. Unknown two. Unknown three.",
                "",
                "   "
            })
    void keepsQuietWhereNothingIsMissingOrTooLittleIsUnderstood(String text) {
        assertThat(next.ask(text)).isEmpty();
    }

    @Test
    void keepsQuietAfterAVeryLongText() {
        assertThat(next.ask("Experience again. ".repeat(41))).isEmpty();
    }
}
