package dev.trellis.verification;

import java.util.List;
import java.util.Optional;

/**
 * A text and a statement about it that somebody judged.
 *
 * @param kind what was done to make it true or false; empty for nothing said
 */
public record SupportCase(String source, String claim, boolean supported, String kind) {

    /** Weights from cases, as kept in {@code models/support/weights.json}; cases with quotation marks are left to the rules. */
    public static String trainedOn(List<SupportCase> cases, Meaning meaning, String id) {
        return new SupportModel.Pair(
                        SupportTraining.train(signed(cases, Optional.empty()), id + "-words"),
                        SupportTraining.train(signed(cases, Optional.of(meaning)), id))
                .asJson();
    }

    private static List<SupportTraining.Signed> signed(List<SupportCase> cases, Optional<Meaning> meaning) {
        return cases.stream()
                .filter(one -> SupportScore.quotesIn(one.claim()).isEmpty())
                .map(one -> new SupportTraining.Signed(
                        one.source(), SupportScore.signs(meaning, one.source(), one.claim()), one.supported()))
                .toList();
    }
}
