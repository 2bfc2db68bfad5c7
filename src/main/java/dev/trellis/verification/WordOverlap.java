package dev.trellis.verification;

import java.util.Set;

/** The plain way to tell whether a text carries a claim, to measure the gate's score against. */
public final class WordOverlap {

    private WordOverlap() {}

    /** Share of the claim's words of content that stand in the source in any form, in {@code [0, 1]}. */
    public static double of(String source, String claim) {
        Set<String> said = Vocabulary.contentOf(claim);
        Set<String> given = Vocabulary.stemsOf(source);
        return said.isEmpty() ? 0 : said.stream().filter(given::contains).count() / (double) said.size();
    }
}
