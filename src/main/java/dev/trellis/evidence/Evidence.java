package dev.trellis.evidence;

import dev.trellis.people.PersonId;
import java.time.Instant;

/**
 * One thing recorded about a person.
 *
 * @param about the person it is about
 * @param occurredAt when it happened; never after {@code recordedAt}
 * @param title may be empty
 * @param text never empty; what citations quote, by span in UTF-16 units
 * @param textHash SHA-256 of {@code text} in UTF-8, hexadecimal
 */
public record Evidence(
        EvidenceId id,
        PersonId about,
        Author author,
        Visibility visibility,
        Instant occurredAt,
        Instant recordedAt,
        String title,
        String text,
        String textHash,
        Detail detail) {

    public EvidenceKind kind() {
        return detail.kind();
    }
}
