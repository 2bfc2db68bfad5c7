package dev.trellis.drafting;

import dev.trellis.evidence.EvidenceId;
import dev.trellis.search.Span;

/**
 * Where a claim comes from.
 *
 * @param quote the words at {@code span} when the draft was written
 * @param textHash hash of the whole text when the draft was written
 */
public record Citation(EvidenceId source, Span span, String quote, String textHash) {}
