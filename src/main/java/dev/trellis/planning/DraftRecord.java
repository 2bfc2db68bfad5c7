package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import dev.trellis.verification.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * How a draft was made, as kept for retracing.
 *
 * @param brief what the writer was given; the texts of sources that were withdrawn since are blank
 * @param written what the writer wrote before any repair; empty where it abstained or a source was withdrawn since
 * @param digest SHA-256 of the payload as first kept; the audit entry repeats it
 * @param erasedAt when words were taken out of the payload, so that its digest no longer matches
 */
record DraftRecord(
        PlanDraftId draft,
        List<PersonId> readers,
        String rankingModel,
        String promptHash,
        Brief brief,
        Optional<DraftText> written,
        List<WriterRecord> calls,
        List<Finding> findings,
        String digest,
        Optional<Instant> erasedAt) {

    private static final TypeReference<List<WriterRecord>> CALLS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    Payload payload() {
        return Payload.of(brief, written, calls, findings);
    }

    /** The payload once nobody may read {@code gone}: its text goes, and with it everything that may retell it. */
    Payload without(EvidenceId gone) {
        return Payload.of(
                brief.withSources(brief.sources().stream()
                        .map(source -> source.id().equals(gone) ? withoutText(source) : source)
                        .toList()),
                Optional.empty(),
                calls.stream().map(WriterRecord::withoutWords).toList(),
                findings.stream().map(DraftDocument::withoutSentence).toList());
    }

    private static Brief.Source withoutText(Brief.Source source) {
        return new Brief.Source(
                source.id(),
                source.kind(),
                source.authorName(),
                source.byLearner(),
                source.on(),
                "",
                source.textHash());
    }

    /** The four documents from which words can be taken. */
    record Payload(String brief, @Nullable String written, String calls, String findings) {

        static Payload of(MadeDraft made) {
            return of(made.brief(), made.written(), made.calls(), made.findings());
        }

        static Payload of(Brief brief, Optional<DraftText> written, List<WriterRecord> calls, List<Finding> findings) {
            return new Payload(
                    PlanningJson.write(brief),
                    written.map(PlanningJson::write).orElse(null),
                    PlanningJson.write(calls),
                    PlanningJson.write(findings));
        }

        String digest() {
            return DigestUtils.sha256Hex(String.join("\n", brief, String.valueOf(written), calls, findings));
        }

        Brief readBrief() {
            return PlanningJson.read(brief, Brief.class);
        }

        Optional<DraftText> readWritten() {
            return Optional.ofNullable(written).map(json -> PlanningJson.read(json, DraftText.class));
        }

        List<WriterRecord> readCalls() {
            return PlanningJson.read(calls, CALLS);
        }

        List<Finding> readFindings() {
            return PlanningJson.read(findings, FINDINGS);
        }
    }
}
