package dev.trellis.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportScoreTest {

    private static final String NOTE =
            "I handed the stock list to Pekka on Monday and did not check it again. Three boxes were missing.";

    private final SupportScore score = SupportScore.byWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jonas handed the stock list to Pekka.",
                "Jonas did not check the stock list again.",
                "Jonas says that three boxes were missing.",
                "Jonas wrote: “Three boxes were missing.”"
            })
    void holdsWhatTheTextSays(String claim) {
        assertThat(score.supports(NOTE, claim)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jonas handed the stock list to Pekka on Friday.",
                "Pekka handed the stock list to Jonas.",
                "Jonas checked the stock list again.",
                "Five boxes were missing.",
                "Jonas always hands the stock list to Pekka.",
                "Jonas wants to hand the stock list to Pekka.",
                "Three boxes were missing because the driver stole them.",
                "Jonas rebuilt the warehouse in Tampere.",
                "Jonas wrote: “Three crates were missing.”",
                "Jonas wrote: “check it again.”"
            })
    void refusesWhatTheTextDoesNotSay(String claim) {
        assertThat(score.supports(NOTE, claim)).isFalse();
    }

    @Test
    void scoresTheSamePairTheSameEveryTime() {
        double once = score.of(NOTE, "Jonas handed over the list.");

        assertThat(score.of(NOTE, "Jonas handed over the list.")).isEqualTo(once);
    }

    @Test
    void givesTheSameWeightsForTheSameCases() {
        List<SupportCase> cases = List.of(
                new SupportCase(NOTE, "Jonas handed the stock list to Pekka.", true, ""),
                new SupportCase(NOTE, "Five boxes were missing.", false, ""),
                new SupportCase("You listened well.", "Mara listened well.", true, ""),
                new SupportCase("You listened well.", "Mara never listened.", false, ""));
        Meaning none = texts -> texts.stream().map(text -> new float[] {1}).toList();

        assertThat(SupportCase.trainedOn(cases, none, "once")).isEqualTo(SupportCase.trainedOn(cases, none, "once"));
    }
}
