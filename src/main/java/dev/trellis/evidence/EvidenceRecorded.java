package dev.trellis.evidence;

import dev.trellis.people.PersonId;

/** Evidence was recorded, changed in visibility, or withdrawn. Carries no text. */
public record EvidenceRecorded(EvidenceId evidence, PersonId about, EvidenceKind kind, Change change) {

    /** NARROWED: someone who could read it no longer can. */
    public enum Change {
        RECORDED,
        NARROWED,
        WIDENED,
        WITHDRAWN
    }
}
