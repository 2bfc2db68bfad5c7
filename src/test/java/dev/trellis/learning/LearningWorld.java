package dev.trellis.learning;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;

import com.zaxxer.hikari.HikariDataSource;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.drafting.DraftText.Support;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.ranking.Prior;
import dev.trellis.testing.SettableClock;
import dev.trellis.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Learning on a real database, over drafts as planning and review leave them. */
public final class LearningWorld implements AutoCloseable {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final TestPostgres.Database database = TestPostgres.database();
    private final HikariDataSource ownersPool = (HikariDataSource) database.owner();
    private final HikariDataSource pool = (HikariDataSource) database.application();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    public final JdbcClient owner = JdbcClient.create(ownersPool);
    public final SettableClock clock = new SettableClock(NOON);
    private int people;
    private int drafts;

    /** @param more components of other modules to stand beside it */
    public LearningWorld(Class<?>... more) {
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(pool));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(java.time.Clock.class, () -> clock);
        context.registerBean(Prior.class, Prior::shipped);
        for (String name : List.of(
                "people.PeopleConfiguration",
                "audit.AuditConfiguration",
                "planning.ReadingAs",
                "planning.DraftBases",
                "review.JdbcReviews",
                "review.JdbcSignedOffItems")) {
            context.register(type("dev.trellis." + name));
        }
        context.register(
                JdbcSignals.class, LearnedModels.class, SwitchedOff.class, Retraining.class, LearnedSuiting.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
    }

    public <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    public PersonId person(Role role) {
        String name = "P" + people++;
        return context.getBean(People.class)
                .save(List.of(new NewPerson(name, name, "X", name + "@example.org", "", "", true, Set.of(role))))
                .getFirst();
    }

    /** Of somebody with one gap and three ways to close it. */
    public Brief brief(PersonId reader, PersonId learner) {
        Brief brief = aBrief().from("2026-11-02")
                .reflection("2026-10-12", "I said yes to everything again.")
                .withGap(aGap("Delegation")
                        .shown(2)
                        .expected(4)
                        .about("I said yes")
                        .experience("Hand over a task", 6)
                        .stretchTask(6)
                        .shadowing(4))
                .build();
        return new Brief(
                learner,
                brief.givenName(),
                brief.roleName(),
                brief.targetRoleName(),
                List.of(reader),
                brief.from(),
                brief.until(),
                brief.hoursPerWeek(),
                brief.form(),
                brief.programme(),
                brief.aspiration(),
                brief.nearGoal(),
                brief.sources(),
                brief.focuses(),
                brief.itemsWanted(),
                brief.hiddenPieces(),
                brief.modelId(),
                brief.seed());
    }

    /** Signs off a draft of one item. @param after what became of its date, in days later; empty words keep the measure */
    public UUID signedOff(
            PersonId mentor, Brief brief, Action action, String decision, int daysLater, boolean readable) {
        UUID draft = new UUID(9, ++drafts);
        Instant at = NOON.plus(Duration.ofMinutes(drafts));
        Brief.Focus focus = brief.focuses().getFirst();
        LocalDate due = brief.from().plusWeeks(4);
        DraftItem item = item(focus, action, due);
        owner.sql("""
                        insert into plan_draft (id, learner, state, created_at, changed_at, starts_on, ends_on, writer,
                                                abstained, hidden_pieces, inputs_digest)
                        values (:id, :learner, 'REJECTED', :at, :at, :from, :until, 'templates', false, 0, 'x')
                        """)
                .params(Map.of(
                        "id", draft,
                        "learner", brief.learner().value(),
                        "at", at.atOffset(ZoneOffset.UTC),
                        "from", brief.from(),
                        "until", brief.until()))
                .update();
        owner.sql("insert into plan_draft_document (draft, document) values (:draft, cast(:document as jsonb))")
                .param("draft", draft)
                .param(
                        "document",
                        LearningJson.write(Map.of(
                                "direction",
                                List.of(),
                                "items",
                                List.of(item),
                                "missing",
                                List.of(),
                                "findings",
                                List.of())))
                .update();
        owner.sql("""
                        insert into draft_record (draft, readers, ranking_model, prompt_hash, brief, calls, findings, digest)
                        values (:draft, array[]::uuid[], 'm', 'p', cast(:brief as jsonb), '[]', '[]', 'd')
                        """)
                .param("draft", draft)
                .param("brief", readable ? LearningJson.write(brief) : "{\"from\": 7}")
                .update();
        owner.sql("insert into review (draft, opened_by, opened_at) values (:draft, :by, :at)")
                .param("draft", draft)
                .param("by", mentor.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        decide(draft, mentor, item, decision, due.plusDays(daysLater), at);
        owner.sql("""
                        insert into sign_off (draft, outcome, words, signed_by, signed_at)
                        values (:draft, 'REJECTED', '', :by, :at)
                        """)
                .param("draft", draft)
                .param("by", mentor.value())
                .param("at", at.plusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
        return draft;
    }

    private void decide(UUID draft, PersonId by, DraftItem item, String decision, LocalDate due, Instant at) {
        boolean edited = decision.equals("EDITED");
        owner.sql("""
                        insert into item_decision (id, draft, item, decision, reason, task, first_step, success_measure,
                                                   due_on, effort_hours, sought_level, decided_by, decided_at, seconds_looked)
                        values (:id, :draft, :item, :decision, :reason, :task, :first, :measure, :due, :hours, :level,
                                :by, :at, 30)
                        """)
                .param("id", new UUID(10, drafts))
                .param("draft", draft)
                .param("item", item.id().value())
                .param("decision", decision)
                .param("reason", decision.equals("REJECTED") ? "NOT_RELEVANT" : null)
                .param("task", edited ? item.task() : null)
                .param("first", edited ? item.firstStep() : null)
                .param("measure", edited ? item.successMeasure() : null)
                .param("due", edited ? due : null)
                .param("hours", edited ? item.effortHours() : null)
                .param("level", edited ? item.soughtLevel() : null)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private DraftItem item(Brief.Focus focus, Action action, LocalDate due) {
        Brief.Candidate chosen = focus.candidates().stream()
                .filter(candidate -> candidate.action().equals(action))
                .findFirst()
                .orElseThrow();
        return new DraftItem(
                new DraftItemId(new UUID(11, drafts)),
                0,
                new CompetencyId(focus.competency().id().value()),
                focus.competency().name(),
                focus.gap().shown(),
                focus.levelSought(),
                action,
                chosen.title(),
                chosen.kind(),
                "",
                "Hand it over.",
                List.of(),
                "Agree what done means.",
                "By then two people can each name a moment in which it went well.",
                due,
                chosen.effortHours(),
                new Support(Strength.SUPPORTED, "two sources"),
                List.of(),
                List.of());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        pool.close();
        ownersPool.close();
    }
}
