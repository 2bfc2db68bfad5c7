package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                row("I said yes again. It was too much.", "I said yes again.", "It was too much."),
                row("No sentence end", "No sentence end"),
                row("", new String[0]),
                row(" \n\t \u200b ", new String[0]),
                row("... !!! —", new String[0]),
                row("Done", "Done"),
                row("I met Dr. Haddad and J. Weber. We spoke.", "I met Dr. Haddad and J. Weber.", "We spoke."),
                row("Use tools, e.g. Python. Fine.", "Use tools, e.g. Python.", "Fine."),
                row("See No. 7 in Nov. 2025. No. I said no.", "See No. 7 in Nov. 2025.", "No.", "I said no."),
                row(
                        "Am 3. November z. B. war es still. Das war gut.",
                        "Am 3. November z. B. war es still.",
                        "Das war gut."),
                row("Es waren 12. Das war gut.", "Es waren 12.", "Das war gut."),
                row("It took 3.5 hours. Version 2.0 is out.", "It took 3.5 hours.", "Version 2.0 is out."),
                row("“Why?” she asked. I did not know.", "“Why?” she asked.", "I did not know."),
                row("My list:\n- say no\n- ask Ben\n1. rest", "My list:", "say no", "ask Ben", "rest"),
                row(
                        "A line that a mail program\ncut in the middle. Next.",
                        "A line that a mail program\ncut in the middle.",
                        "Next."),
                row("Title\n\nFirst paragraph\n\nsecond one", "Title", "First paragraph", "second one"),
                row("Great day 😀 👩‍👩‍👧. Tomorrow more!", "Great day 😀 👩‍👩‍👧.", "Tomorrow more!"),
                row("👍", "👍"),
                row("今日は疲れた。明日は休む。", "今日は疲れた。", "明日は休む。"),
                row("<p>I was <b>late</b>.</p>", "<p>I was <b>late</b>.</p>"),
                row("\u200bHidden start. End\u200b", "Hidden start.", "End"),
                row("Wait... what? Really!", "Wait... what?", "Really!"));
    }

    private static Arguments row(String text, String... sentences) {
        return Arguments.of(text, List.of(sentences));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void cutsAsAReaderWould(String text, List<String> sentences) {
        assertThat(Sentences.in(text)).extracting(span -> span.of(text)).isEqualTo(sentences);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void loseNoLetterOfAnyText(long seed) {
        Random random = new Random(seed);
        String text =
                random.ints(5_000, 0, ALPHABET.size()).mapToObj(ALPHABET::get).collect(Collectors.joining());

        List<Span> spans = Sentences.in(text);

        assertThat(letters(spans.stream().map(span -> span.of(text)).collect(Collectors.joining())))
                .isEqualTo(letters(text));
        int last = 0;
        for (Span span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            assertThat(span.end() - span.start()).isLessThanOrEqualTo(Sentences.LONGEST);
            assertThat(cutsAPair(text, span.start())).isFalse();
            assertThat(cutsAPair(text, span.end())).isFalse();
            last = span.end();
        }
    }

    private static boolean cutsAPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static final List<String> ALPHABET = List.of(
            "a",
            "bc",
            "Def",
            " ",
            " ",
            "  ",
            ". ",
            "? ",
            ", ",
            "\n",
            "\r\n",
            "😀",
            "👩‍👩‍👧",
            "é",
            "\u200b",
            "疲",
            "Dr. ",
            "- ",
            "e.g. ",
            "\"",
            "(",
            ")",
            "…",
            "\ud83d",
            "word",
            "another",
            "longerword");

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void cutsWhatIsTooLongAtAClauseThenAtAWord() {
        String clauses = IntStream.range(0, 40)
                .mapToObj(i -> "and then came number " + i + ",")
                .collect(Collectors.joining(" "));
        assertThat(Sentences.in(clauses))
                .hasSizeGreaterThan(1)
                .allSatisfy(span -> assertThat(span.of(clauses)).endsWith(","));

        String words = "word ".repeat(20_000).strip();
        assertThat(Sentences.in(words))
                .hasSizeGreaterThan(200)
                .allSatisfy(
                        span -> assertThat(span.of(words)).startsWith("word").endsWith("word"));

        String noSpace = "x".repeat(100_000);
        assertThat(Sentences.in(noSpace).stream()
                        .mapToInt(span -> span.end() - span.start())
                        .sum())
                .isEqualTo(100_000);
    }

    @Test
    void takesLongTextsOfNothingButFullStopsInItsStride() {
        assertThat(Sentences.in("a. ".repeat(33_000))).hasSizeGreaterThan(80);
        assertThat(Sentences.in("...".repeat(33_000))).isEmpty();
        assertThat(Sentences.in("\n".repeat(100_000))).isEmpty();
    }
}
