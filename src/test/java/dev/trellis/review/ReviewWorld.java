package dev.trellis.review;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.github.f4b6a3.uuid.UuidCreator;
import com.zaxxer.hikari.HikariDataSource;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.drafting.DraftText.Support;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.DevelopmentPlans;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.DraftRequests;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraft.RunnerUp;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.planning.PlanDrafts;
import dev.trellis.testing.SettableClock;
import dev.trellis.testing.TestPostgres;
import dev.trellis.verification.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The module on a real database, with the real stores of people, catalogue, audit and planning under it. */
final class ReviewWorld implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final JsonMapper json =
            JsonMapper.builder().addMixIn(Action.class, NamedAction.class).build();

    final TestPostgres.Database database = TestPostgres.database();
    private final HikariDataSource ownersPool = (HikariDataSource) database.owner();
    private final HikariDataSource pool = (HikariDataSource) database.application();
    final JdbcClient owner = JdbcClient.create(ownersPool);
    final CountingSource source = new CountingSource(pool);
    final EvidenceShelf evidence = new EvidenceShelf();
    final AskedFor requests = new AskedFor();
    final Levels levels = new Levels();
    final List<DraftDecided> decided = new ArrayList<>();
    final SettableClock clock = new SettableClock(NOON);
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    ReviewWorld() {
        database.goesBy(clock);
        context.registerBean("source", CountingSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(source));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean("planningIds", Supplier.class, () -> (Supplier<UUID>) UuidCreator::getTimeOrderedEpoch);
        context.registerBean(EvidenceLedger.class, evidence::asLedger);
        context.registerBean(DraftRequests.class, () -> requests);
        context.registerBean(CompetencyProfiles.class, () -> levels);
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof DraftDecided decision) {
                decided.add(decision);
            }
        });
        for (String name : List.of(
                "people.PeopleConfiguration",
                "audit.AuditConfiguration",
                "planning.ReadingAs",
                "planning.JdbcPlanDrafts",
                "planning.JdbcDevelopmentPlans",
                "planning.PlanTalk")) {
            context.register(type("dev.trellis." + name));
        }
        context.register(
                ReviewConfiguration.class,
                Routes.class,
                RoutingRules.class,
                Workload.class,
                AwayController.class,
                JdbcReviews.class,
                JdbcEarlierRejections.class,
                Later.class,
                Queue.class,
                DraftPages.class,
                DraftAnswers.class,
                InboxController.class,
                DraftController.class,
                ItemController.class,
                LaterController.class,
                ShownLevels.class,
                LearnerPages.class);
        context.scan("dev.trellis.catalog");
        context.refresh();
        if (owner.sql("select to_regprocedure('is_mentor_of(uuid, uuid)') is null")
                .query(Boolean.class)
                .single()) {
            owner.sql("""
                            create function is_mentor_of(mentor uuid, learner uuid) returns boolean
                            language sql stable security definer as $$
                                select exists (select from mentoring_relationship m
                                               where m.mentor = $1 and m.learner = $2 and m.ends_on is null) $$
                            """).update();
        }
    }

    @Override
    public void close() {
        context.close();
        pool.close();
        ownersPool.close();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Reviews reviews() {
        return context.getBean(Reviews.class);
    }

    Queue queue() {
        return context.getBean(Queue.class);
    }

    Routes routes() {
        return context.getBean(Routes.class);
    }

    PlanDrafts drafts() {
        return context.getBean(PlanDrafts.class);
    }

    DevelopmentPlans plans() {
        return context.getBean(DevelopmentPlans.class);
    }

    AuditTrail audit() {
        return context.getBean(AuditTrail.class);
    }

    PersonId person(String given, String family, Role... roles) {
        return context.getBean(People.class)
                .save(List.of(new NewPerson(
                        given + family,
                        given,
                        family,
                        given + "." + family + "@example.org",
                        "Support",
                        "support",
                        true,
                        Set.copyOf(Arrays.asList(roles)))))
                .getFirst();
    }

    void mentors(PersonId mentor, PersonId learner) {
        context.getBean(Mentorships.class).start(mentor, learner, MentoringForm.MENTORING, LocalDate.of(2020, 1, 1));
    }

    ADraft aDraft(PersonId learner) {
        return new ADraft(learner);
    }

    /** A draft as planning keeps one. */
    final class ADraft {

        private final PersonId learner;
        private final List<DraftItem> items = new ArrayList<>();
        private List<Claim> direction = List.of();
        private List<String> missing = List.of();
        private DraftState state = DraftState.WAITING_FOR_REVIEW;
        private Instant writtenAt = NOON.minus(Duration.ofDays(2));
        private String writer = "templates";
        private List<Counterfactual> counterfactuals = List.of();
        private final List<Finding> findings = new ArrayList<>();
        private int hidden;

        ADraft(PersonId learner) {
            this.learner = learner;
        }

        ADraft in(DraftState state) {
            this.state = state;
            return this;
        }

        ADraft writtenAt(Instant at) {
            this.writtenAt = at;
            return this;
        }

        ADraft writtenBy(String writer) {
            this.writer = writer;
            return this;
        }

        ADraft towards(Claim... direction) {
            this.direction = List.of(direction);
            return this;
        }

        ADraft missing(String... missing) {
            this.missing = List.of(missing);
            return this;
        }

        ADraft hiding(int pieces) {
            this.hidden = pieces;
            return this;
        }

        /** What the next item hangs on. */
        ADraft hangingOn(Counterfactual... counterfactuals) {
            this.counterfactuals = List.of(counterfactuals);
            return this;
        }

        /** A sentence that passed the check by little. */
        ADraft barely(String sentence) {
            findings.add(new Finding(Finding.Code.CLAIM_BARELY_SUPPORTED, 0, sentence, "Compare the two."));
            return this;
        }

        ADraft item(String competency, String task, Claim... why) {
            return item(competency, task, "", Strength.WELL_SUPPORTED, why);
        }

        ADraft item(String competency, String task, String url, Strength strength, Claim... why) {
            items.add(new DraftItem(
                    new DraftItemId(UuidCreator.getTimeOrderedEpoch()),
                    items.size(),
                    new CompetencyId(UuidCreator.getTimeOrderedEpoch()),
                    competency,
                    2,
                    3,
                    url.isEmpty()
                            ? new Action.OnTheJob(Action.Form.STRETCH_TASK)
                            : new Action.OfCatalogue(new ActivityId(UuidCreator.getTimeOrderedEpoch())),
                    url.isEmpty() ? "Stretch task" : "Feedback that lands",
                    url.isEmpty() ? ActivityKind.EXPERIENCE : ActivityKind.EDUCATION,
                    url,
                    task,
                    List.of(why),
                    "Agree this Friday what done looks like.",
                    "Two releases go out without her hands on the notes.",
                    TODAY.plusWeeks(4),
                    3,
                    new Support(strength, "three sources, two people"),
                    List.of(new RunnerUp(
                            "Delegation in practice",
                            ActivityKind.EDUCATION,
                            6,
                            "starts after the next release, takes twice the hours")),
                    counterfactuals));
            counterfactuals = List.of();
            return this;
        }

        PlanDraftId kept() {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            owner.sql("""
                            insert into plan_draft (id, learner, state, created_at, changed_at, starts_on, ends_on, writer,
                                                    abstained, hidden_pieces, inputs_digest)
                            values (:id, :learner, :state, :at, :at, :from, :until, :writer, :abstained, :hidden, 'x')
                            """)
                    .param("id", id)
                    .param("learner", learner.value())
                    .param("state", state.name())
                    .param("at", writtenAt.atOffset(ZoneOffset.UTC))
                    .param("from", TODAY)
                    .param("until", TODAY.plusMonths(6))
                    .param("writer", writer)
                    .param("abstained", items.isEmpty())
                    .param("hidden", hidden)
                    .update();
            Map<String, Object> document = new HashMap<>();
            document.put("targetRoleName", "Team lead");
            document.put("direction", direction);
            document.put("items", items);
            document.put("missing", missing);
            document.put("findings", findings);
            owner.sql("insert into plan_draft_document (draft, document) values (:id, cast(:document as jsonb))")
                    .param("id", id)
                    .param("document", json.writeValueAsString(document))
                    .update();
            return new PlanDraftId(id);
        }
    }

    /** Levels as set, whoever asks. */
    static final class Levels implements CompetencyProfiles {

        final Map<CompetencyId, ShownLevel> shown = new HashMap<>();

        @Override
        public CompetencyProfile of(Reader reader, PersonId person) {
            return new CompetencyProfile(person, shown);
        }

        @Override
        public List<Gap> gaps(Reader reader, PersonId person, RoleProfile role, Set<EvidenceId> without) {
            throw new UnsupportedOperationException();
        }
    }

    /** Remembers what was asked for. */
    static final class AskedFor implements DraftRequests {

        final List<String> asked = new ArrayList<>();

        @Override
        public void request(PersonId learner, PersonId by, String hint) {
            asked.add(hint);
        }

        @Override
        public void requestAll(Collection<PersonId> learners, PersonId by) {
            learners.forEach(learner -> request(learner, by, ""));
        }

        @Override
        public int waiting() {
            return asked.size();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Action.OfCatalogue.class, name = "catalogue"),
        @JsonSubTypes.Type(value = Action.OnTheJob.class, name = "on-the-job")
    })
    private interface NamedAction {}
}
