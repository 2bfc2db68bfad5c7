package dev.trellis.imports;

import java.util.List;
import java.util.Optional;

/**
 * How an import went.
 *
 * @param imported whether anything was written; false after a dry run too
 * @param sound whether it was written, or would have been but for the dry run
 * @param problems the first ones in the order of the file; with {@code sound}, what an administrator should know
 * @param errors how many problems there are in all; 0 where {@code sound}
 * @param errorFile the failing rows as CSV with a column {@code error}
 */
record ImportOutcome(
        boolean imported,
        boolean sound,
        String sha256,
        String summary,
        List<Problem> problems,
        long errors,
        Optional<String> errorFile) {

    static ImportOutcome refused(String sha256, UnreadableFile why) {
        return new ImportOutcome(
                false, false, sha256, "Nothing was imported.", List.of(Problem.of(why)), 1, Optional.empty());
    }
}
