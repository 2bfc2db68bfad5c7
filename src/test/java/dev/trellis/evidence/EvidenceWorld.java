package dev.trellis.evidence;

import dev.trellis.audit.AuditEntry;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Catalogs;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.Mentorships;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.Peoples;
import dev.trellis.people.PersonId;
import dev.trellis.people.PersonMoved;
import dev.trellis.people.Role;
import dev.trellis.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An organisation with one of each relation to Noor, the learner, and the ledger as the service runs it. Relationships begin and
 * end by PostgreSQL's own day, everything else by {@link #clock}.
 */
final class EvidenceWorld {

    static final Instant NOW = Instant.parse("2026-11-10T09:00:00Z");

    final SettableClock clock = new SettableClock();
    final List<Object> events = new ArrayList<>();
    final AuditList audit = new AuditList();
    final JdbcClient owner;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final OnBehalf onBehalf;
    final Catalog catalog;
    final People people;
    final Mentorships mentorships;
    final JdbcEvidenceLedger ledger;
    final CompetencyProfiles profiles;

    final PersonId noor;
    final PersonId ada;
    final PersonId gone;
    final PersonId ben;
    final PersonId hana;
    final PersonId left;

    final CompetencyId delegation;
    final CompetencyId feedback;
    final CompetencyId negotiation;
    final CompetencyId planning;
    final ActivityId course;

    EvidenceWorld() {
        this(TestPostgres.database());
    }

    EvidenceWorld(TestPostgres.Database database) {
        this(database.application(), database.owner());
    }

    EvidenceWorld(DataSource application, DataSource ownerSource) {
        owner = JdbcClient.create(ownerSource);
        jdbc = JdbcClient.create(application);
        transactions = TestPostgres.Database.transactions(application);
        onBehalf = new OnBehalf(jdbc, new JdbcTransactionManager(application));
        catalog = Catalogs.over(application);
        people = Peoples.over(application, this::raise);
        mentorships = Peoples.mentorshipsOver(application, Clock.systemUTC());
        ledger = new JdbcEvidenceLedger(
                jdbc,
                onBehalf,
                new EvidenceWriter(new EvidenceTable(jdbc), onBehalf),
                people,
                catalog,
                audit,
                this::raise,
                clock);
        profiles = new LedgerCompetencyProfiles(ledger, catalog, clock);

        FrameworkId demo = framework("demo", 1, 5);
        delegation = competency(demo, "Delegation");
        feedback = competency(demo, "Giving feedback");
        FrameworkId onet = framework("onet", 0, 7);
        negotiation = competency(onet, "Negotiation");
        planning = competency(onet, "Planning");
        catalog.saveRoles(List.of(
                new RoleProfile(
                        "lead",
                        "Team lead",
                        "",
                        demo,
                        List.of(new Expectation(delegation, 4, 1), new Expectation(feedback, 3, 0.5))),
                new RoleProfile(
                        "11-1011.00",
                        "Buyer",
                        "",
                        onet,
                        List.of(new Expectation(negotiation, 4.12, 0.8), new Expectation(planning, 3, 0.5))),
                new RoleProfile(
                        "13-1023.00",
                        "Purchasing manager",
                        "",
                        onet,
                        List.of(new Expectation(negotiation, 5.12, 0.8), new Expectation(planning, 2.5, 0.5)))));
        course = catalog.saveActivities(List.of(new LearningActivity(
                        new ActivityId(UUID.randomUUID()),
                        "c-1",
                        "Handing over work",
                        "",
                        ActivityKind.EDUCATION,
                        3,
                        "",
                        "",
                        List.of(new Develops(delegation, 2, 3)),
                        true)))
                .getFirst();

        noor = person("Noor", "Haddad", Role.LEARNER);
        ada = person("Ada", "Nyström", Role.MENTOR);
        gone = person("Gone", "Mentor", Role.MENTOR);
        ben = person("Ben", "Okafor", Role.LEARNER);
        hana = person("Hana", "Ito", Role.HR_PARTNER);
        left = person("Lena", "Left", Role.MENTOR);
        mentoring(ada, noor, -100, null);
        mentoring(gone, noor, -300, 0);
        mentoring(left, noor, -300, null);
        owner.sql("update person set active = false where id = :id")
                .param("id", left.value())
                .update();
    }

    private void raise(Object event) {
        events.add(event);
        if (event instanceof PersonMoved moved) {
            new MovedPeople(ledger).on(moved);
        }
    }

    PersonId person(String given, String family, Role... roles) {
        return people.save(List.of(new NewPerson(
                        given + family,
                        given,
                        family,
                        (given + "." + family).toLowerCase(java.util.Locale.ROOT) + "@example.org",
                        "Support",
                        "11-1011.00",
                        true,
                        Set.of(roles))))
                .getFirst();
    }

    /** @param from days from PostgreSQL's today; @param until the first day it no longer stands, or null */
    void mentoring(PersonId mentor, PersonId learner, int from, @Nullable Integer until) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        owner.sql("insert into mentoring_relationship values (:mentor, :learner, 'MENTORING', :from, :until)")
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .param("from", today.plusDays(from))
                .param("until", until == null ? null : today.plusDays(until))
                .update();
    }

    private FrameworkId framework(String code, double lowest, double highest) {
        return catalog.save(new Framework(new FrameworkId(UUID.randomUUID()), code, code, "", lowest, highest))
                .id();
    }

    private CompetencyId competency(FrameworkId framework, String name) {
        CompetencyId id = new CompetencyId(UUID.randomUUID());
        return catalog.saveCompetencies(
                        framework,
                        List.of(new Competency(
                                id,
                                framework,
                                name,
                                name,
                                "",
                                "",
                                List.of(),
                                List.of(
                                        new ProficiencyLevel(1, "Begins", "Does it with help."),
                                        new ProficiencyLevel(2, "Does", "Does it alone.")))))
                .values()
                .iterator()
                .next();
    }

    /** A reflection of Noor's for her mentors, to be changed by the {@code with…} methods of {@link Draft}. */
    Draft aReflection() {
        return new Draft(
                noor,
                new Author.OfPerson(noor),
                Visibility.MENTOR,
                NOW.minus(Duration.ofDays(2)),
                "",
                "I said yes to everything again.",
                new Detail.Reflection(Detail.ReflectionForm.JOURNAL),
                Optional.empty());
    }

    Draft anAssertion(PersonId by, CompetencyId competency, double level) {
        return aReflection()
                .by(new Author.OfPerson(by))
                .detail(new Detail.Assertion(
                        competency,
                        level,
                        0.8,
                        by.equals(noor) ? Detail.Asserter.SELF : Detail.Asserter.MENTOR,
                        Optional.empty()));
    }

    Draft aGoal() {
        return aReflection()
                .detail(new Detail.Goal(
                        Detail.Horizon.SHORT_TERM,
                        "two releases without my hands",
                        "Ben has time",
                        "I want to lead",
                        LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(30),
                        Detail.GoalState.OPEN));
    }

    /** New evidence in the making. */
    record Draft(
            PersonId about,
            Author author,
            Visibility visibility,
            Instant occurredAt,
            String title,
            String text,
            Detail detail,
            Optional<String> externalId) {

        Draft about(PersonId person) {
            return new Draft(person, author, visibility, occurredAt, title, text, detail, externalId);
        }

        Draft by(Author other) {
            return new Draft(about, other, visibility, occurredAt, title, text, detail, externalId);
        }

        Draft seenBy(Visibility other) {
            return new Draft(about, author, other, occurredAt, title, text, detail, externalId);
        }

        Draft at(Instant instant) {
            return new Draft(about, author, visibility, instant, title, text, detail, externalId);
        }

        Draft titled(String other) {
            return new Draft(about, author, visibility, occurredAt, other, text, detail, externalId);
        }

        Draft saying(String words) {
            return new Draft(about, author, visibility, occurredAt, title, words, detail, externalId);
        }

        Draft detail(Detail other) {
            return new Draft(about, author, visibility, occurredAt, title, text, other, externalId);
        }

        Draft from(String id) {
            return new Draft(about, author, visibility, occurredAt, title, text, detail, Optional.of(id));
        }

        NewEvidence ready() {
            return new NewEvidence(about, author, visibility, occurredAt, title, text, detail, externalId);
        }
    }

    EvidenceId record(Draft draft) {
        return ledger.record(draft.ready());
    }

    static final class SettableClock extends Clock {
        Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static final class AuditList implements AuditTrail {
        final List<String> entries = new ArrayList<>();

        @Override
        public void append(String actor, String action, String subject, Map<String, String> details) {
            entries.add(actor + " " + action + " " + subject + " " + details);
        }

        @Override
        public List<AuditEntry> of(String subject) {
            return List.of();
        }

        @Override
        public List<AuditEntry> latest(int limit) {
            return List.of();
        }

        @Override
        public ChainState verify() {
            return new ChainState.Intact(entries.size());
        }
    }
}
