package dev.trellis.planning;

import dev.trellis.NotFound;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the learner and those who answer for a plan say to each other about it. A learner who asks for a change, or says that
 * something about them is not so, has a new draft made for a person to decide about; the words stay between people and are in
 * no draft.
 */
public class PlanTalk {

    /** Given to the writer in place of the learner's own words, which may be anything. */
    private static final Map<Kind, String> HINTS = Map.of(
            Kind.CHANGE, "The learner asked for a change to the plan in use.",
            Kind.CONTEST, "The learner says that a sentence of the plan in use is not so.");

    private static final String COLUMNS = """
            select t.id, t.plan, p.learner, t.goal, t.author, t.kind, t.words, t.said_at
            from plan_talk t
            join development_plan p on p.id = t.plan
            """;

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final DevelopmentPlans plans;
    private final DraftRequests requests;
    private final AuditTrail audit;
    private final Supplier<UUID> newId;
    private final Clock clock;

    PlanTalk(
            JdbcClient jdbc,
            ReadingAs readingAs,
            DevelopmentPlans plans,
            DraftRequests requests,
            AuditTrail audit,
            Supplier<UUID> newId,
            Clock clock) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.plans = plans;
        this.requests = requests;
        this.audit = audit;
        this.newId = newId;
        this.clock = clock;
    }

    /** What is meant by it. */
    public enum Kind {
        COMMENT,
        CHANGE,
        CONTEST
    }

    /** @param goal empty where it is about the plan as a whole */
    public record Said(
            UUID id,
            PlanId plan,
            PersonId learner,
            Optional<UUID> goal,
            PersonId author,
            Kind kind,
            String words,
            Instant at) {}

    /**
     * Says something, and has a new draft made where the learner asks for it.
     *
     * @param goal of the plan; empty for the plan as a whole
     * @param words neither blank nor above 1,000 characters
     * @throws NotFound where the plan is not there for this person, or the goal not in it
     */
    void say(PersonId me, PlanId id, Optional<UUID> goal, Kind kind, String words) {
        DevelopmentPlan plan = plans.find(me, id).orElseThrow(NotFound::new);
        if (goal.isPresent()
                && plan.goals().stream().noneMatch(one -> goal.get().equals(one.id()))) {
            throw new NotFound();
        }
        boolean learner = plan.learner().equals(me);
        Kind meant = learner ? kind : Kind.COMMENT;
        readingAs.person(me, () -> {
            jdbc.sql("""
                            insert into plan_talk (id, plan, goal, author, kind, words, said_at)
                            values (:id, :plan, :goal, :author, :kind, :words, :at)
                            """)
                    .param("id", newId.get())
                    .param("plan", id.value())
                    .param("goal", goal.orElse(null))
                    .param("author", me.value())
                    .param("kind", meant.name())
                    .param("words", words)
                    .param("at", JdbcPlanDrafts.at(clock.instant()))
                    .update();
            audit.append(me.toString(), "plan." + meant.name().toLowerCase(Locale.ROOT), "plan:" + id, Map.of());
            Optional.ofNullable(HINTS.get(meant)).ifPresent(hint -> requests.request(plan.learner(), me, hint));
            return id;
        });
    }

    /** All that was said about a plan, oldest first. */
    List<Said> about(PersonId me, PlanId plan) {
        return readingAs.person(
                me,
                () -> jdbc.sql(COLUMNS + """
                        where t.plan = :plan
                        order by t.said_at, t.id
                        """)
                        .param("plan", plan.value())
                        .query(PlanTalk::said)
                        .list());
    }

    /** Of each plan of these learners what the learner said since anybody answered, newest first. */
    public List<Said> unanswered(PersonId me, Set<PersonId> learners, int most) {
        if (learners.isEmpty()) {
            return List.of();
        }
        return readingAs.person(
                me,
                () -> jdbc.sql(COLUMNS + """
                        where p.learner in (:learners) and t.author = p.learner and p.state = 'ACTIVE'
                          and not exists (select from plan_talk answer
                                          where answer.plan = t.plan and answer.author <> p.learner
                                            and answer.said_at >= t.said_at)
                        order by t.said_at desc, t.id
                        limit :most
                        """)
                        .param(
                                "learners",
                                learners.stream().map(PersonId::value).toList())
                        .param("most", most)
                        .query(PlanTalk::said)
                        .list());
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getObject("id", UUID.class),
                new PlanId(row.getObject("plan", UUID.class)),
                new PersonId(row.getObject("learner", UUID.class)),
                Optional.ofNullable(row.getObject("goal", UUID.class)),
                new PersonId(row.getObject("author", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }
}
