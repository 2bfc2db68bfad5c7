package dev.trellis.planning;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.audit.AuditEntry;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with people in it, and the stores of this module on top. */
final class PlanningWorld {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final TestPostgres.Database database = TestPostgres.database();
    final JdbcClient owner = database.asOwner();
    final DataSource application = database.application();
    final JdbcClient jdbc = JdbcClient.create(application);
    final TransactionTemplate transactions = TestPostgres.Database.transactions(application);
    final ReadingAs readingAs = new ReadingAs(jdbc, transactions);
    final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneId.of("UTC"));
    final EvidenceShelf evidence = new EvidenceShelf();
    final MentorshipTable mentorships = new MentorshipTable(this);
    boolean failNextEvent;
    final List<Object> events = new ArrayList<>();
    final AuditList audit = new AuditList();
    final JdbcPlanDrafts drafts = new JdbcPlanDrafts(jdbc, readingAs, evidence, audit, clock);
    final JdbcDevelopmentPlans plans = new JdbcDevelopmentPlans(
            jdbc,
            new NamedParameterJdbcTemplate(application),
            readingAs,
            evidence,
            mentorships,
            audit,
            PlanningWorld::newId,
            clock);

    final DraftArchive archive = new DraftArchive(
            jdbc,
            new NamedParameterJdbcTemplate(application),
            readingAs,
            drafts,
            audit,
            this::publish,
            PlanningWorld::newId,
            clock);

    DraftFixture draftOf(PersonId learner) {
        return new DraftFixture(this, learner);
    }

    DevelopmentPlan.DevelopmentGoal goalFrom(PlanDraft.DraftItem item) {
        return new DevelopmentPlan.DevelopmentGoal(
                newId(),
                item.id(),
                item.competency(),
                item.competencyName(),
                item.shownLevel(),
                item.soughtLevel(),
                item.action(),
                item.activityTitle(),
                item.kind(),
                item.url(),
                item.task(),
                item.why(),
                item.firstStep(),
                item.successMeasure(),
                item.dueOn(),
                item.effortHours(),
                false,
                new DevelopmentPlan.Progress(false, false, Optional.empty()));
    }

    private void publish(Object event) {
        if (failNextEvent) {
            throw new IllegalStateException("killed");
        }
        events.add(event);
    }

    static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    PersonId person(Role... roles) {
        PersonId id = new PersonId(newId());
        owner.sql("""
                        insert into person (id, external_id, given_name, family_name, email, role_code, active)
                        values (:id, cast(:id as text), 'Noor', 'Test', :id || '@example.org', 'support', true)
                        """).param("id", id.value()).update();
        for (Role role : roles) {
            owner.sql("insert into person_role (person, role) values (:person, :role)")
                    .param("person", id.value())
                    .param("role", role.name())
                    .update();
        }
        return id;
    }

    /** Entries in order; a rolled-back transaction is not undone here, as the tests of the trail itself do that. */
    static final class AuditList implements AuditTrail {

        final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public synchronized void append(String actor, String action, String subject, Map<String, String> details) {
            entries.add(new AuditEntry(entries.size() + 1, Instant.EPOCH, actor, action, subject, details, "", ""));
        }

        @Override
        public synchronized List<AuditEntry> of(String subject) {
            return entries.stream()
                    .filter(entry -> entry.subject().equals(subject))
                    .toList();
        }

        List<String> actionsOf(String subject) {
            return of(subject).stream().map(AuditEntry::action).toList();
        }

        @Override
        public List<AuditEntry> latest(int limit) {
            return entries.reversed().stream().limit(limit).toList();
        }

        @Override
        public ChainState verify() {
            return new ChainState.Intact(entries.size());
        }
    }
}
