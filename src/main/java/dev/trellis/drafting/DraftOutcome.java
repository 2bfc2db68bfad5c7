package dev.trellis.drafting;

import java.util.List;

/** What came of asking for a draft. */
public sealed interface DraftOutcome {

    WriterRecord how();

    record Drafted(DraftText text, WriterRecord how) implements DraftOutcome {}

    /** Too little evidence. @param missing what is missing and what would help, one sentence each */
    record Abstained(List<String> missing, WriterRecord how) implements DraftOutcome {

        public Abstained {
            missing = List.copyOf(missing);
        }
    }

    /** The writer could not be reached or made no sense. The template writer never answers this. */
    record Unavailable(String reason, WriterRecord how) implements DraftOutcome {}
}
