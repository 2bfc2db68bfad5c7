package dev.trellis.evidence;

import dev.trellis.people.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Evidence to be recorded.
 *
 * @param externalId unique per author system: recording it again replaces what stood; empty for what is written in Trellis
 */
public record NewEvidence(
        PersonId about,
        Author author,
        Visibility visibility,
        Instant occurredAt,
        String title,
        String text,
        Detail detail,
        Optional<String> externalId) {}
