package dev.trellis.planning;

import dev.trellis.audit.AuditTrail;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.people.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where drafts are kept together with how they were made. Writes all of a draft or nothing. */
class DraftArchive {

    static final String TRELLIS = "trellis";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final ReadingAs readingAs;
    private final JdbcPlanDrafts drafts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Supplier<UUID> newId;
    private final Clock clock;

    DraftArchive(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            ReadingAs readingAs,
            JdbcPlanDrafts drafts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Supplier<UUID> newId,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.readingAs = readingAs;
        this.drafts = drafts;
        this.audit = audit;
        this.events = events;
        this.newId = newId;
        this.clock = clock;
    }

    /** Somebody is deciding on a draft of the learner right now. */
    boolean isInReview(PersonId learner) {
        return readingAs.planning(() -> of(learner)).stream().anyMatch(kept -> kept.state() == DraftState.IN_REVIEW);
    }

    /** A draft made from the same inputs waits already. */
    boolean hasWaitingDraft(PersonId learner, String inputsDigest) {
        return readingAs.planning(() -> of(learner)).stream()
                .anyMatch(kept -> kept.state() == DraftState.WAITING_FOR_REVIEW
                        && kept.inputsDigest().equals(inputsDigest));
    }

    /** What was written in the newest draft to which somebody asked for changes. */
    Optional<DraftText> draftToChange(PersonId learner) {
        return readingAs
                .planning(() -> jdbc.sql("""
                                select r.written
                                from plan_draft d
                                join draft_record r on r.draft = d.id
                                where d.learner = :learner and d.state = 'CHANGES_REQUESTED' and r.written is not null
                                order by d.created_at desc, d.id desc
                                limit 1
                                """)
                        .param("learner", learner.value())
                        .query(String.class)
                        .optional())
                .map(json -> PlanningJson.read(json, DraftText.class));
    }

    /**
     * Keeps a draft in the place of those it replaces, in the caller's transaction.
     *
     * @param instead what goes to the mentor where {@code made} is withheld; the withheld one stays for the programme lead
     * @return the one that goes to the mentor; empty where somebody began to decide on an older one meanwhile: theirs is left alone
     */
    Optional<PlanDraftId> keep(MadeDraft made, Optional<MadeDraft> instead) {
        return readingAs.planning(() -> {
            List<Kept> before = of(made.learner());
            if (before.stream().anyMatch(kept -> kept.state() == DraftState.IN_REVIEW)) {
                return Optional.empty();
            }
            before.stream().filter(Kept::replaceable).forEach(this::supersede);
            PlanDraftId id = insert(made);
            return Optional.of(instead.map(this::insert).orElse(id));
        });
    }

    private PlanDraftId insert(MadeDraft made) {
        PlanDraftId id = new PlanDraftId(newId.get());
        insert(id, made);
        insertSources(id, made);
        String digest = insertRecord(id, made);
        audit.append(TRELLIS, "draft.written", "draft:" + id, details(made, digest));
        if (made.state() == DraftState.WAITING_FOR_REVIEW) {
            events.publishEvent(new DraftReadyForReview(id, made.learner()));
        }
        return id;
    }

    /** Takes every draft of the learner that is not decided out of circulation. */
    void supersedeAll(PersonId learner) {
        readingAs.planning(() -> {
            of(learner).stream().filter(Kept::replaceable).forEach(this::supersede);
            return learner;
        });
    }

    void supersede(Kept kept) {
        drafts.change(TRELLIS, kept.id(), kept.version(), DraftState.SUPERSEDED);
    }

    private List<Kept> of(PersonId learner) {
        return jdbc.sql("""
                        select id, state, version, inputs_digest
                        from plan_draft
                        where learner = :learner
                        order by created_at desc, id desc
                        """)
                .param("learner", learner.value())
                .query((row, number) -> new Kept(
                        new PlanDraftId(row.getObject("id", UUID.class)),
                        DraftState.valueOf(row.getString("state")),
                        row.getInt("version"),
                        row.getString("inputs_digest")))
                .list();
    }

    private void insert(PlanDraftId id, MadeDraft made) {
        jdbc.sql("""
                        insert into plan_draft
                            (id, learner, state, created_at, changed_at, starts_on, ends_on, writer, abstained, hidden_pieces,
                             inputs_digest)
                        values (:id, :learner, :state, :now, :now, :starts_on, :ends_on, :writer, :abstained, :hidden_pieces,
                                :inputs_digest)
                        """)
                .param("id", id.value())
                .param("learner", made.learner().value())
                .param("state", made.state().name())
                .param("now", JdbcPlanDrafts.at(clock.instant()))
                .param("starts_on", made.brief().from())
                .param("ends_on", made.brief().until())
                .param("writer", made.lastCall().writer())
                .param("abstained", made.abstained())
                .param("hidden_pieces", made.brief().hiddenPieces())
                .param("inputs_digest", made.inputsDigest())
                .update();
        jdbc.sql("insert into plan_draft_document (draft, document) values (:draft, cast(:document as jsonb))")
                .param("draft", id.value())
                .param("document", PlanningJson.write(made.document()))
                .update();
    }

    private void insertSources(PlanDraftId id, MadeDraft made) {
        var used = made.used();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Brief.Source source : made.brief().sources()) {
            rows.add(new MapSqlParameterSource()
                    .addValue("draft", id.value())
                    .addValue("evidence", source.id().value())
                    .addValue("text_hash", source.textHash())
                    .addValue("used", used.contains(source.id())));
        }
        batches.batchUpdate("""
                insert into draft_source (draft, evidence, text_hash, used)
                values (:draft, :evidence, :text_hash, :used)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private String insertRecord(PlanDraftId id, MadeDraft made) {
        var payload = DraftRecord.Payload.of(made);
        String digest = payload.digest();
        jdbc.sql("""
                        insert into draft_record
                            (draft, readers, ranking_model, prompt_hash, brief, written, calls, findings, digest)
                        values (:draft, :readers, :ranking_model, :prompt_hash, cast(:brief as jsonb), cast(:written as jsonb),
                                cast(:calls as jsonb), cast(:findings as jsonb), :digest)
                        """)
                .param("draft", id.value())
                .param(
                        "readers",
                        made.brief().readers().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("ranking_model", made.brief().modelId())
                .param("prompt_hash", made.lastCall().promptHash())
                .param("brief", payload.brief())
                .param("written", payload.written())
                .param("calls", payload.calls())
                .param("findings", payload.findings())
                .param("digest", digest)
                .update();
        return digest;
    }

    private static Map<String, String> details(MadeDraft made, String digest) {
        return Map.ofEntries(
                Map.entry("state", made.state().name()),
                Map.entry("requested_by", made.requestedBy().toString()),
                Map.entry("writer", made.lastCall().writer()),
                Map.entry("prompt_hash", made.lastCall().promptHash()),
                Map.entry("ranking_model", made.brief().modelId()),
                Map.entry("sources", String.valueOf(made.brief().sources().size())),
                Map.entry("items", String.valueOf(made.document().items().size())),
                Map.entry("findings", String.valueOf(made.findings().size())),
                Map.entry("inputs", made.inputsDigest()),
                Map.entry("digest", digest));
    }

    /** What the archive needs to know of a draft to put another in its place. */
    record Kept(PlanDraftId id, DraftState state, int version, String inputsDigest) {

        boolean replaceable() {
            return state.next().contains(DraftState.SUPERSEDED);
        }
    }
}
