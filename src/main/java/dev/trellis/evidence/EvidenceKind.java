package dev.trellis.evidence;

/** What sort of evidence it is; each has its own {@link Detail}. */
public enum EvidenceKind {
    GOAL,
    REFLECTION,
    FEEDBACK,
    RECOGNITION,
    COMPLETION,
    ASSERTION,
    ASPIRATION
}
