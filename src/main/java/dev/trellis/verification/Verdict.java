package dev.trellis.verification;

import java.util.List;

/** What the check found. */
public sealed interface Verdict {

    /** @param warnings what a reader should look at; none of them blocks */
    record Passed(List<Finding> warnings) implements Verdict {

        public Passed {
            warnings = List.copyOf(warnings);
        }

        public Passed() {
            this(List.of());
        }
    }

    /** @param findings at least one that blocks */
    record Failed(List<Finding> findings) implements Verdict {

        public Failed {
            findings = List.copyOf(findings);
        }
    }
}
