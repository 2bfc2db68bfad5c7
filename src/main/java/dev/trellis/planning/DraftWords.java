package dev.trellis.planning;

import dev.trellis.drafting.Claim;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The words kept of a draft, of how it was made, and of the plan that came of it; and taking words out of them. */
class DraftWords {

    static final TypeReference<List<Claim>> CLAIMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final Clock clock;

    DraftWords(JdbcClient jdbc, ReadingAs readingAs, Clock clock) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.clock = clock;
    }

    /** How a draft was made, for someone who may read the draft. */
    Optional<DraftRecord> recordOf(PersonId reader, PlanDraftId draft) {
        return readingAs.person(reader, () -> record(draft));
    }

    /** How a draft was made, for an operator at the machine. */
    Optional<DraftRecord> recordOf(PlanDraftId draft) {
        return readingAs.planning(() -> record(draft));
    }

    /** The words of a draft as kept, for an operator at the machine. */
    DraftDocument documentOf(PlanDraftId draft) {
        return readingAs.planning(() -> document(draft));
    }

    /** The words of drafts, as far as {@code reader} may read them. */
    List<DraftDocument> documentsOf(PersonId reader, List<PlanDraftId> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        return readingAs.person(
                reader,
                () -> jdbc.sql("select document from plan_draft_document where draft in (:drafts)")
                        .param("drafts", drafts.stream().map(PlanDraftId::value).toList())
                        .query((row, number) -> PlanningJson.read(row.getString("document"), DraftDocument.class))
                        .list());
    }

    /** Takes every word of a piece of evidence out of a draft and what came of it. Hashes and digests stay. */
    void takeOut(EvidenceId gone, PlanDraftId draft) {
        readingAs.planning(() -> {
            takeOutOfDocument(gone, draft);
            record(draft).ifPresent(record -> takeOutOfRecord(gone, record));
            takeOutOfPlan(gone, draft);
            return draft;
        });
    }

    private void takeOutOfDocument(EvidenceId gone, PlanDraftId draft) {
        DraftDocument left = document(draft).without(Set.of(gone));
        jdbc.sql("update plan_draft_document set document = cast(:document as jsonb) where draft = :draft")
                .param("document", PlanningJson.write(left))
                .param("draft", draft.value())
                .update();
    }

    private DraftDocument document(PlanDraftId draft) {
        String json = jdbc.sql("select document from plan_draft_document where draft = :draft")
                .param("draft", draft.value())
                .query(String.class)
                .single();
        return PlanningJson.read(json, DraftDocument.class);
    }

    private void takeOutOfRecord(EvidenceId gone, DraftRecord record) {
        DraftRecord.Payload left = record.without(gone);
        jdbc.sql("""
                        update draft_record
                        set brief = cast(:brief as jsonb), written = cast(:written as jsonb), calls = cast(:calls as jsonb),
                            findings = cast(:findings as jsonb), erased_at = :at
                        where draft = :draft
                        """)
                .param("brief", left.brief())
                .param("written", left.written())
                .param("calls", left.calls())
                .param("findings", left.findings())
                .param("at", JdbcPlanDrafts.at(clock.instant()))
                .param("draft", record.draft().value())
                .update();
    }

    private void takeOutOfPlan(EvidenceId gone, PlanDraftId draft) {
        List<Map.Entry<UUID, List<Claim>>> goals = jdbc.sql("""
                        select t.goal, t.why
                        from development_plan p
                        join development_goal g on g.plan = p.id
                        join development_goal_text t on t.goal = g.id
                        where p.draft = :draft
                        """)
                .param("draft", draft.value())
                .query((row, number) ->
                        Map.entry(row.getObject("goal", UUID.class), PlanningJson.read(row.getString("why"), CLAIMS)))
                .list();
        goals.stream()
                .filter(goal -> VisibleClaims.sources(goal.getValue()).contains(gone))
                .forEach(goal -> jdbc.sql(
                                "update development_goal_text set why = cast(:why as jsonb) where goal = :goal")
                        .param("why", PlanningJson.write(VisibleClaims.without(Set.of(gone), goal.getValue())))
                        .param("goal", goal.getKey())
                        .update());
    }

    private Optional<DraftRecord> record(PlanDraftId draft) {
        return jdbc.sql("""
                        select draft, readers, ranking_model, prompt_hash, brief, written, calls, findings, digest, erased_at
                        from draft_record
                        where draft = :draft
                        """)
                .param("draft", draft.value())
                .query((row, number) -> record(row))
                .optional();
    }

    private static DraftRecord record(ResultSet row) throws SQLException {
        var payload = new DraftRecord.Payload(
                row.getString("brief"), row.getString("written"), row.getString("calls"), row.getString("findings"));
        return new DraftRecord(
                new PlanDraftId(row.getObject("draft", UUID.class)),
                people(row.getArray("readers")),
                row.getString("ranking_model"),
                row.getString("prompt_hash"),
                payload.readBrief(),
                payload.readWritten(),
                payload.readCalls(),
                payload.readFindings(),
                row.getString("digest"),
                Optional.ofNullable(row.getObject("erased_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    static List<PersonId> people(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).toList();
    }
}
