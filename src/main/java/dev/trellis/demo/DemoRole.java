package dev.trellis.demo;

import java.util.List;

/** A role profile and what it expects. */
public record DemoRole(String code, String name, String about, List<Expectation> expectations) {

    /**
     * @param competency code of a competency
     * @param level 1 to 5
     * @param importance 1 to 5; at 5 the role fails without it
     */
    public record Expectation(String competency, int level, int importance) {}

    /** The name inside a sentence, such as "an account manager". */
    String inSentence() {
        String lower = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
        return ("aeiou".indexOf(lower.charAt(0)) >= 0 ? "an " : "a ") + lower;
    }
}
