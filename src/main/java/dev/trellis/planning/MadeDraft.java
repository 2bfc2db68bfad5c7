package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import dev.trellis.verification.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A draft and how it was made, before either is kept.
 *
 * @param inputsDigest of what the draft was made from; equal inputs need no second draft
 * @param written what the writer wrote first, before any repair; empty where Trellis abstained
 * @param calls one a call to the writer, in order
 * @param findings of every check, in order; also of a draft that passed after repair
 */
record MadeDraft(
        PersonId learner,
        PersonId requestedBy,
        DraftState state,
        DraftDocument document,
        String inputsDigest,
        Brief brief,
        Optional<DraftText> written,
        List<WriterRecord> calls,
        List<Finding> findings) {

    MadeDraft {
        calls = List.copyOf(calls);
        findings = List.copyOf(findings);
    }

    WriterRecord lastCall() {
        return calls.getLast();
    }

    boolean abstained() {
        return document.items().isEmpty() && !document.missing().isEmpty();
    }

    /** What a claim cites or a level rests on: without it the draft would be another. */
    Set<EvidenceId> used() {
        Set<EvidenceId> used =
                new HashSet<>(VisibleClaims.sources(VisibleClaims.of(document).toList()));
        brief.focuses().forEach(focus -> used.addAll(focus.gap().assertions()));
        return used;
    }
}
