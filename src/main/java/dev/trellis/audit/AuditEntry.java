package dev.trellis.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param number position in the chain, from 1, without gaps
 * @param actor id of a person, {@code client:<id>} of a platform, or {@code trellis}
 * @param action past tense, such as {@code draft.written} or {@code item.accepted}
 * @param subject what it happened to, such as {@code draft:<uuid>}; entries of one subject form its timeline
 * @param details ids, counts, codes and digests; never what a person wrote
 * @param hash SHA-256 over the previous hash and this entry, hexadecimal
 */
public record AuditEntry(
        long number,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        String previousHash,
        String hash) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
