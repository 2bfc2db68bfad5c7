package dev.trellis.verification;

import java.util.List;

/** What the check found. */
public sealed interface Verdict {

    record Passed() implements Verdict {}

    /** @param findings never empty */
    record Failed(List<Finding> findings) implements Verdict {

        public Failed {
            findings = List.copyOf(findings);
        }
    }
}
