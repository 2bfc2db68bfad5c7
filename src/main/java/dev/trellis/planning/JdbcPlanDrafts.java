package dev.trellis.planning;

import dev.trellis.NotFound;
import dev.trellis.audit.AuditTrail;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.PersonId;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.verification.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPlanDrafts implements PlanDrafts {

    private static final String COLUMNS = """
            select d.id, d.learner, d.state, d.version, d.created_at, d.starts_on, d.ends_on, d.writer, d.hidden_pieces,
                   t.document
            from plan_draft d
            join plan_draft_document t on t.draft = d.id
            """;

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final EvidenceLedger ledger;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcPlanDrafts(JdbcClient jdbc, ReadingAs readingAs, EvidenceLedger ledger, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<PlanDraft> find(PersonId reader, PlanDraftId id) {
        return readingAs
                .person(
                        reader,
                        () -> jdbc.sql(COLUMNS + "where d.id = :id")
                                .param("id", id.value())
                                .query((row, number) -> draft(row))
                                .optional())
                .map(draft -> asSeenBy(reader, draft));
    }

    @Override
    public List<PlanDraft> list(PersonId reader, Set<PersonId> learners, Set<DraftState> states) {
        if (learners.isEmpty() || states.isEmpty()) {
            return List.of();
        }
        return readingAs.person(
                reader,
                () -> jdbc.sql(COLUMNS + """
                        where d.learner in (:learners) and d.state in (:states)
                        order by d.created_at, d.id
                        """)
                        .param(
                                "learners",
                                learners.stream().map(PersonId::value).toList())
                        .param("states", names(states))
                        .query((row, number) -> withoutWords(draft(row)))
                        .list());
    }

    @Override
    public List<PlanDraft> list(PersonId reader, Set<DraftState> states, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        return readingAs.person(
                reader,
                () -> jdbc.sql(COLUMNS + """
                        where d.state in (:states)
                        order by d.created_at, d.id
                        limit :limit
                        """)
                        .param("states", names(states))
                        .param("limit", limit)
                        .query((row, number) -> withoutWords(draft(row)))
                        .list());
    }

    @Override
    public List<Summary> summaries(Set<DraftState> states, Optional<PlanDraftId> after, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        return readingAs.counting(() -> jdbc.sql("""
                        select id, learner, state, created_at, changed_at
                        from plan_draft
                        where state in (:states) and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :limit
                        """)
                .param("states", names(states))
                .param("after", after.map(PlanDraftId::value).orElse(null))
                .param("limit", limit)
                .query((row, number) -> new Summary(
                        new PlanDraftId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("learner", UUID.class)),
                        DraftState.valueOf(row.getString("state")),
                        instant(row, "created_at"),
                        instant(row, "changed_at")))
                .list());
    }

    @Override
    public void transition(PersonId by, PlanDraftId id, int version, DraftState to) {
        readingAs.person(by, () -> {
            change(by.toString(), id, version, to);
            return id;
        });
    }

    /** The one place a state changes; the reader of the transaction decides whether the draft is there at all. */
    void change(String actor, PlanDraftId id, int version, DraftState to) {
        var now = jdbc.sql("select state, version from plan_draft where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Standing(DraftState.valueOf(row.getString("state")), row.getInt("version")))
                .optional()
                .orElseThrow(NotFound::new);
        if (now.version() != version) {
            throw changedMeanwhile(id);
        }
        if (!now.state().next().contains(to)) {
            throw new IllegalDraftTransition(id, now.state(), to);
        }
        int changed = jdbc.sql("""
                        update plan_draft
                        set state = :to, version = version + 1, changed_at = :at
                        where id = :id and version = :version
                        """)
                .param("to", to.name())
                .param("at", at(clock.instant()))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed != 1) {
            throw changedMeanwhile(id);
        }
        audit.append(
                actor,
                "draft." + to.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "draft:" + id,
                Map.of("from", now.state().name(), "version", String.valueOf(version + 1)));
    }

    private static OptimisticLockingFailureException changedMeanwhile(PlanDraftId id) {
        return new OptimisticLockingFailureException("draft " + id + " was changed meanwhile");
    }

    private PlanDraft asSeenBy(PersonId reader, PlanDraft draft) {
        List<Claim> claims = VisibleClaims.of(words(draft)).toList();
        VisibleClaims seen = VisibleClaims.to(reader, ledger, claims);
        boolean everything = seen.all(claims);
        return with(
                draft,
                seen.of(draft.direction()),
                draft.items().stream()
                        .map(item -> DraftDocument.item(
                                item, item.task(), seen.of(item.why()), item.firstStep(), item.successMeasure()))
                        .toList(),
                everything
                        ? draft.findings()
                        : draft.findings().stream()
                                .map(DraftDocument::withoutSentence)
                                .toList());
    }

    private static DraftDocument words(PlanDraft draft) {
        return new DraftDocument(
                draft.targetRoleName(), draft.direction(), draft.items(), draft.missing(), draft.findings());
    }

    private static PlanDraft withoutWords(PlanDraft draft) {
        return with(
                draft,
                List.of(),
                draft.items().stream()
                        .map(item -> DraftDocument.item(item, "", List.of(), "", ""))
                        .toList(),
                draft.findings().stream().map(DraftDocument::withoutSentence).toList());
    }

    private static PlanDraft with(
            PlanDraft draft, List<Claim> direction, List<DraftItem> items, List<Finding> findings) {
        return new PlanDraft(
                draft.id(),
                draft.learner(),
                draft.state(),
                draft.createdAt(),
                draft.from(),
                draft.until(),
                draft.targetRoleName(),
                draft.writer(),
                direction,
                items,
                draft.missing(),
                findings,
                draft.hiddenPieces(),
                draft.version());
    }

    private static PlanDraft draft(ResultSet row) throws SQLException {
        DraftDocument words = PlanningJson.read(row.getString("document"), DraftDocument.class);
        return new PlanDraft(
                new PlanDraftId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("learner", UUID.class)),
                DraftState.valueOf(row.getString("state")),
                instant(row, "created_at"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                words.targetRoleName(),
                row.getString("writer"),
                words.direction(),
                words.items(),
                words.missing(),
                words.findings(),
                row.getInt("hidden_pieces"),
                row.getInt("version"));
    }

    private static List<String> names(Set<DraftState> states) {
        return states.stream().map(DraftState::name).toList();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Standing(DraftState state, int version) {}
}
