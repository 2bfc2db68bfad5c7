package dev.trellis.evidence;

import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.EvidenceRecorded.Change;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;

/** Reads and changes evidence on behalf of someone; {@link EvidenceWriter} takes in what is new. */
@Repository
class JdbcEvidenceLedger implements EvidenceLedger {

    /** Rows a cursor fetches at once: a few megabytes at worst usual lengths, and round trips no longer count. */
    private static final int FETCH = 500;

    private static final String WITHDRAWN = """
            withdrawn_at = :value, title = '', text = '', measure = left(measure, 0),
            achievable = left(achievable, 0), relevant = left(relevant, 0)
            """;

    private final JdbcClient jdbc;
    private final OnBehalf onBehalf;
    private final EvidenceRules rules;
    private final EvidenceWriter writer;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcEvidenceLedger(
            JdbcClient jdbc,
            OnBehalf onBehalf,
            EvidenceWriter writer,
            People people,
            Catalog catalog,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.onBehalf = onBehalf;
        this.rules = new EvidenceRules(people, catalog);
        this.writer = writer;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public EvidenceId record(NewEvidence evidence) {
        return recordAll(List.of(evidence)).getFirst();
    }

    @Override
    public List<EvidenceId> recordAll(List<NewEvidence> evidence) {
        Instant now = now();
        List<NewEvidence> checked = rules.checked(evidence, now);
        return onBehalf.together(() -> write(checked, now));
    }

    private List<EvidenceId> write(List<NewEvidence> checked, Instant now) {
        List<EvidenceWriter.Written> written = writer.write(checked, now);
        for (int i = 0; i < written.size(); i++) {
            EvidenceWriter.Written one = written.get(i);
            NewEvidence what = checked.get(i);
            if (one.narrowed()) {
                events.publishEvent(new EvidenceRecorded(
                        one.id(), what.about(), what.detail().kind(), Change.NARROWED));
            } else if (one.visible() && written.size() <= MOST_EVENTS) {
                events.publishEvent(new EvidenceRecorded(
                        one.id(), what.about(), what.detail().kind(), Change.RECORDED));
            }
        }
        return written.stream().map(EvidenceWriter.Written::id).toList();
    }

    @Override
    public int assumeFromRole(PersonId person, String roleCode) {
        Optional<RoleProfile> role = catalog.role(roleCode);
        if (role.isEmpty()) {
            return 0;
        }
        // What is private neither counts nor shows by its absence: this is read as everyone's index would read it.
        List<Evidence> said = about(new Reader.Indexing(), person, Set.of(EvidenceKind.ASSERTION), Integer.MAX_VALUE);
        List<NewEvidence> assumed = HeldRole.assertions(catalog, person, role.get(), said, now());
        return recordAll(assumed).size();
    }

    @Override
    public Optional<Evidence> find(Reader reader, EvidenceId id) {
        return findAll(reader, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Evidence> findAll(Reader reader, Collection<EvidenceId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return onBehalf.reading(
                reader,
                () -> jdbc.sql("select " + EvidenceRows.COLUMNS + """
                        from evidence
                        where id = any (cast(:ids as uuid[])) and withdrawn_at is null
                        order by id
                        """)
                        .param("ids", ids.stream().map(EvidenceId::toString).toArray(String[]::new))
                        .query(EvidenceRows::evidence)
                        .list());
    }

    @Override
    public List<Evidence> about(Reader reader, PersonId person, Set<EvidenceKind> kinds, int limit) {
        return onBehalf.reading(
                reader,
                () -> jdbc.sql("select " + EvidenceRows.COLUMNS + """
                        from evidence
                        where about = :person and kind = any (cast(:kinds as text[])) and withdrawn_at is null
                        order by occurred_at desc, id desc
                        limit :limit
                        """)
                        .param("person", person.value())
                        .param("kinds", kinds.stream().map(EvidenceKind::name).toArray(String[]::new))
                        .param("limit", limit)
                        .query(EvidenceRows::evidence)
                        .list());
    }

    @Override
    public int countHiddenFrom(Reader reader, PersonId person) {
        return onBehalf.reading(
                reader,
                () -> jdbc.sql("""
                        select count_evidence_about(:person) - count(*)
                        from evidence
                        where about = :person and withdrawn_at is null
                        """)
                        .param("person", person.value())
                        .query(Integer.class)
                        .single());
    }

    @Override
    public void forEach(Reader reader, Consumer<Evidence> consumer) {
        onBehalf.reading(reader, () -> {
            jdbc.sql("select " + EvidenceRows.COLUMNS + "from evidence where withdrawn_at is null order by id")
                    .withFetchSize(FETCH)
                    .query(row -> {
                        consumer.accept(EvidenceRows.evidence(row, row.getRow()));
                    });
            return true;
        });
    }

    @Override
    public void changeVisibility(PersonId writer, EvidenceId id, Visibility visibility) {
        onBehalf.together(() -> {
            Evidence stands = readableBy(writer, id);
            if (!stands.author().equals(new Author.OfPerson(writer))) {
                throw new AccessDeniedException("only its writer says who may read evidence " + id);
            }
            if (stands.visibility() != visibility) {
                change(writer, id, "visibility = :value", visibility.name());
                publish(stands, visibility.compareTo(stands.visibility()) < 0 ? Change.NARROWED : Change.WIDENED);
            }
        });
    }

    @Override
    public void withdraw(PersonId by, EvidenceId id) {
        onBehalf.together(() -> {
            Evidence stands = readableBy(by, id);
            if (!stands.author().equals(new Author.OfPerson(by))
                    && !stands.about().equals(by)) {
                throw new AccessDeniedException("evidence " + id + " is another's to withdraw");
            }
            change(by, id, WITHDRAWN, Timestamp.from(now()));
            publish(stands, Change.WITHDRAWN);
        });
    }

    @Override
    public void changeGoal(PersonId by, EvidenceId goal, Detail.GoalState state) {
        onBehalf.together(() -> {
            Evidence stands = readableBy(by, goal);
            if (!stands.about().equals(by) || !(stands.detail() instanceof Detail.Goal)) {
                throw new AccessDeniedException("evidence " + goal + " is no goal of " + by);
            }
            change(by, goal, "goal_state = :value", state.name());
        });
    }

    @Override
    public int erase(PersonId by, PersonId person) {
        return onBehalf.together(() -> {
            List<EvidenceRecorded> erased = jdbc.sql("select id, about, kind from erase_evidence_of(:person, :at)")
                    .param("person", person.value())
                    .param("at", Timestamp.from(now()))
                    .query((row, n) -> new EvidenceRecorded(
                            new EvidenceId(row.getObject("id", UUID.class)),
                            new PersonId(row.getObject("about", UUID.class)),
                            EvidenceKind.valueOf(row.getString("kind")),
                            Change.WITHDRAWN))
                    .list();
            audit.append(
                    by.toString(),
                    "evidence.erased",
                    "person:" + person,
                    Map.of("pieces", Integer.toString(erased.size())));
            erased.forEach(events::publishEvent);
            return erased.size();
        });
    }

    private Evidence readableBy(PersonId person, EvidenceId id) {
        return find(new Reader.OfPerson(person), id)
                .orElseThrow(() -> new AccessDeniedException("evidence " + id + " is not there for " + person));
    }

    private void change(PersonId by, EvidenceId id, String assignments, Object value) {
        int changed = onBehalf.writing(
                new Reader.OfPerson(by),
                OnBehalf.nameOf(new Author.OfPerson(by)),
                () -> jdbc.sql("update evidence set " + assignments + " where id = :id and withdrawn_at is null")
                        .param("value", value)
                        .param("id", id.value())
                        .update());
        if (changed != 1) {
            throw new AccessDeniedException("evidence " + id + " was withdrawn meanwhile");
        }
    }

    private void publish(Evidence evidence, Change change) {
        events.publishEvent(new EvidenceRecorded(evidence.id(), evidence.about(), evidence.kind(), change));
    }

    /** As PostgreSQL keeps it, in microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
