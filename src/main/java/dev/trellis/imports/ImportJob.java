package dev.trellis.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One import and how it went.
 *
 * @param sha256 of the file or the files; empty until it was read
 * @param by a person's id, or {@code trellis} for the command line
 * @param progress in percent
 * @param summary what was done, in words; empty until it is done
 * @param errors problems in all, of which {@code messages} holds the first
 */
record ImportJob(
        UUID id,
        ImportKind kind,
        String fileName,
        String sha256,
        boolean dryRun,
        String by,
        State state,
        int progress,
        String summary,
        long errors,
        List<Message> messages,
        boolean errorFile,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** @param row counted as a spreadsheet does, the header being 1; 0 for the whole file */
    record Message(long row, String text) {}

    /** Canvas's words. */
    enum State {
        CREATED,
        IMPORTING,
        IMPORTED,
        IMPORTED_WITH_MESSAGES,
        FAILED;

        boolean finished() {
            return this != CREATED && this != IMPORTING;
        }
    }

    boolean finished() {
        return state.finished();
    }
}
