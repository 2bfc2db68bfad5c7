package dev.trellis.planning;

import dev.trellis.NotFound;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.Mentorships;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import dev.trellis.planning.DevelopmentPlan.PlanState;
import dev.trellis.planning.DevelopmentPlan.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

class JdbcDevelopmentPlans implements DevelopmentPlans {

    private static final String PLAN = """
            select p.id, p.learner, p.draft, p.state, p.version, p.starts_on, p.ends_on, p.signed_off_by, p.signed_off_at,
                   t.target_role_name, t.words
            from development_plan p
            left join development_plan_text t on t.plan = p.id
            """;

    private static final String GOALS = """
            select g.plan, g.id, g.item, g.competency, g.competency_name, g.shown_level, g.sought_level, g.activity,
                   g.on_the_job_form, g.activity_title, g.kind, g.url, g.due_on, g.effort_hours, g.edited, g.first_step_done,
                   g.done_on, t.task, t.why, t.first_step, t.success_measure
            from development_goal g
            left join development_goal_text t on t.goal = g.id
            where g.plan in (:plans)
            order by g.plan, g.position
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final ReadingAs readingAs;
    private final EvidenceLedger ledger;
    private final Mentorships mentorships;
    private final AuditTrail audit;
    private final Supplier<UUID> newId;
    private final Clock clock;

    JdbcDevelopmentPlans(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            ReadingAs readingAs,
            EvidenceLedger ledger,
            Mentorships mentorships,
            AuditTrail audit,
            Supplier<UUID> newId,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.readingAs = readingAs;
        this.ledger = ledger;
        this.mentorships = mentorships;
        this.audit = audit;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public Optional<DevelopmentPlan> find(PersonId reader, PlanId id) {
        return readingAs.person(reader, () -> plans("where p.id = :id", Map.of("id", id.value()))).stream()
                .findFirst()
                .map(plan -> asSeenBy(reader, List.of(plan)).getFirst());
    }

    @Override
    public Optional<DevelopmentPlan> activeOf(PersonId reader, PersonId learner) {
        return asSeenBy(
                        reader,
                        readingAs.person(
                                reader,
                                () -> plans(
                                        "where p.learner = :learner and p.state = 'ACTIVE'",
                                        Map.of("learner", learner.value()))))
                .stream()
                .findFirst();
    }

    @Override
    public List<DevelopmentPlan> of(PersonId reader, PersonId learner) {
        return asSeenBy(
                reader,
                readingAs.person(
                        reader,
                        () -> plans(
                                "where p.learner = :learner order by p.signed_off_at desc, p.id desc",
                                Map.of("learner", learner.value()))));
    }

    @Override
    public List<DevelopmentPlan> forPlatforms(Optional<PlanId> after, int limit) {
        UUID from = after.map(PlanId::value).orElse(new UUID(0, 0));
        return readingAs.counting(
                () -> plans("where p.id > :from order by p.id limit :limit", Map.of("from", from, "limit", limit)));
    }

    @Override
    public PlanId activate(PersonId signedOffBy, PlanDraft draft, List<DevelopmentGoal> goals, String words) {
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("a plan without a goal, from draft " + draft.id());
        }
        return readingAs.person(signedOffBy, () -> {
            endActive(signedOffBy, draft.learner());
            PlanId plan = new PlanId(newId.get());
            insert(plan, signedOffBy, draft, words);
            insert(plan, goals);
            audit.append(
                    signedOffBy.toString(),
                    "plan.activated",
                    subject(plan),
                    Map.of("draft", draft.id().toString(), "goals", String.valueOf(goals.size())));
            return plan;
        });
    }

    @Override
    public void progress(PersonId by, PlanId plan, UUID goal, boolean firstStepDone, boolean done) {
        readingAs.person(by, () -> {
            Standing standing = standing(by, plan);
            if (standing.state() != PlanState.ACTIVE) {
                throw new IllegalPlanTransition("This plan is closed. Reopen it to change its progress.");
            }
            int changed = jdbc.sql("""
                            update development_goal
                            set first_step_done = :first_step_done,
                                done_on = case when :done then coalesce(done_on, cast(:today as date)) end
                            where id = :goal and plan = :plan
                            """)
                    .param("first_step_done", firstStepDone)
                    .param("done", done)
                    .param("today", LocalDate.now(clock))
                    .param("goal", goal)
                    .param("plan", plan.value())
                    .update();
            if (changed != 1) {
                throw new NotFound();
            }
            move(plan, standing, PlanState.ACTIVE);
            audit.append(
                    by.toString(),
                    "plan.progressed",
                    subject(plan),
                    Map.of(
                            "goal", goal.toString(),
                            "first_step_done", String.valueOf(firstStepDone),
                            "done", String.valueOf(done)));
            return plan;
        });
    }

    @Override
    public void complete(PersonId by, PlanId plan) {
        end(by, plan, PlanState.COMPLETE, "plan.completed");
    }

    @Override
    public void cancel(PersonId by, PlanId plan, String reason) {
        readingAs.person(by, () -> {
            end(by, plan, PlanState.CANCELLED, "plan.cancelled");
            reason(plan, reason);
            return plan;
        });
    }

    @Override
    public void reopen(PersonId by, PlanId plan) {
        readingAs.person(by, () -> {
            Standing standing = standing(by, plan);
            if (standing.state() == PlanState.ACTIVE) {
                throw new IllegalPlanTransition("This plan is already open.");
            }
            if (active(standing.learner()).isPresent()) {
                throw new IllegalPlanTransition("Another plan is open. Complete or cancel that one first.");
            }
            move(plan, standing, PlanState.ACTIVE);
            audit.append(by.toString(), "plan.reopened", subject(plan), Map.of());
            return plan;
        });
    }

    private void end(PersonId by, PlanId plan, PlanState to, String action) {
        readingAs.person(by, () -> {
            Standing standing = standing(by, plan);
            if (standing.state() != PlanState.ACTIVE) {
                throw new IllegalPlanTransition("This plan is already closed.");
            }
            move(plan, standing, to);
            audit.append(by.toString(), action, subject(plan), Map.of());
            return plan;
        });
    }

    /** A new plan takes the place of the one before, in the same transaction: a learner follows one plan. */
    private void endActive(PersonId signedOffBy, PersonId learner) {
        active(learner).ifPresent(before -> {
            boolean allDone = jdbc.sql(
                            "select not exists (select from development_goal where plan = :plan and done_on is null)")
                    .param("plan", before.value())
                    .query(Boolean.class)
                    .single();
            PlanState to = allDone ? PlanState.COMPLETE : PlanState.CANCELLED;
            int changed = jdbc.sql("""
                            update development_plan
                            set state = :to, version = version + 1, changed_at = :at
                            where id = :plan and state = 'ACTIVE'
                            """)
                    .param("to", to.name())
                    .param("at", JdbcPlanDrafts.at(clock.instant()))
                    .param("plan", before.value())
                    .update();
            if (changed != 1) {
                throw changedMeanwhile(before);
            }
            reason(before, "A newer plan took its place.");
            audit.append(signedOffBy.toString(), "plan.replaced", subject(before), Map.of("state", to.name()));
        });
    }

    private Optional<PlanId> active(PersonId learner) {
        return jdbc.sql("select id from development_plan where learner = :learner and state = 'ACTIVE'")
                .param("learner", learner.value())
                .query(UUID.class)
                .optional()
                .map(PlanId::new);
    }

    private void insert(PlanId plan, PersonId signedOffBy, PlanDraft draft, String words) {
        var now = JdbcPlanDrafts.at(clock.instant());
        jdbc.sql("""
                        insert into development_plan
                            (id, learner, draft, state, starts_on, ends_on, signed_off_by, signed_off_at, changed_at)
                        values (:id, :learner, :draft, 'ACTIVE', :starts_on, :ends_on, :signed_off_by, :now, :now)
                        """)
                .param("id", plan.value())
                .param("learner", draft.learner().value())
                .param("draft", draft.id().value())
                .param("starts_on", draft.from())
                .param("ends_on", draft.until())
                .param("signed_off_by", signedOffBy.value())
                .param("now", now)
                .update();
        jdbc.sql("""
                        insert into development_plan_text (plan, target_role_name, words)
                        values (:plan, :target_role_name, :words)
                        """)
                .param("plan", plan.value())
                .param("target_role_name", draft.targetRoleName().orElse(null))
                .param("words", words)
                .update();
    }

    private void insert(PlanId plan, List<DevelopmentGoal> goals) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (int position = 0; position < goals.size(); position++) {
            rows.add(parameters(plan, position, goals.get(position)));
        }
        SqlParameterSource[] batch = rows.toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into development_goal
                    (id, plan, position, item, competency, competency_name, shown_level, sought_level, activity,
                     on_the_job_form, activity_title, kind, url, due_on, effort_hours, edited, first_step_done, done_on)
                values (:id, :plan, :position, :item, :competency, :competency_name, :shown_level, :sought_level, :activity,
                        :on_the_job_form, :activity_title, :kind, :url, :due_on, :effort_hours, :edited, :first_step_done,
                        :done_on)
                """, batch);
        batches.batchUpdate("""
                insert into development_goal_text (goal, task, why, first_step, success_measure)
                values (:id, :task, cast(:why as jsonb), :first_step, :success_measure)
                """, batch);
    }

    private static SqlParameterSource parameters(PlanId plan, int position, DevelopmentGoal goal) {
        return new MapSqlParameterSource()
                .addValue("id", goal.id())
                .addValue("plan", plan.value())
                .addValue("position", position)
                .addValue("item", goal.item().value())
                .addValue("competency", goal.competency().value())
                .addValue("competency_name", goal.competencyName())
                .addValue("shown_level", goal.shownLevel())
                .addValue("sought_level", goal.soughtLevel())
                .addValue("activity", activity(goal.action()))
                .addValue("on_the_job_form", form(goal.action()))
                .addValue("activity_title", goal.activityTitle())
                .addValue("kind", goal.kind().name())
                .addValue("url", goal.url())
                .addValue("due_on", goal.dueOn())
                .addValue("effort_hours", goal.effortHours())
                .addValue("edited", goal.edited())
                .addValue("first_step_done", goal.progress().firstStepDone())
                .addValue("done_on", goal.progress().doneOn().orElse(null))
                .addValue("task", goal.task())
                .addValue("why", PlanningJson.write(goal.why()))
                .addValue("first_step", goal.firstStep())
                .addValue("success_measure", goal.successMeasure());
    }

    private static @Nullable UUID activity(Action action) {
        return switch (action) {
            case Action.OfCatalogue catalogue -> catalogue.activity().value();
            case Action.OnTheJob onTheJob -> null;
        };
    }

    private static @Nullable String form(Action action) {
        return switch (action) {
            case Action.OfCatalogue catalogue -> null;
            case Action.OnTheJob onTheJob -> onTheJob.form().name();
        };
    }

    /** The plan as it stands, for someone who may change it: the learner, or a mentor of theirs. */
    private Standing standing(PersonId by, PlanId plan) {
        Standing standing = jdbc.sql("select learner, state, version from development_plan where id = :id")
                .param("id", plan.value())
                .query((row, number) -> new Standing(
                        new PersonId(row.getObject("learner", UUID.class)),
                        PlanState.valueOf(row.getString("state")),
                        row.getInt("version")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!standing.learner().equals(by) && !mentorships.isMentorOf(by, standing.learner())) {
            throw new AccessDeniedException("only the learner and their mentors change a plan");
        }
        return standing;
    }

    private void move(PlanId plan, Standing standing, PlanState to) {
        int changed = jdbc.sql("""
                        update development_plan
                        set state = :to, version = version + 1, changed_at = :at
                        where id = :id and version = :version
                        """)
                .param("to", to.name())
                .param("at", JdbcPlanDrafts.at(clock.instant()))
                .param("id", plan.value())
                .param("version", standing.version())
                .update();
        if (changed != 1) {
            throw changedMeanwhile(plan);
        }
    }

    private void reason(PlanId plan, String reason) {
        int changed = jdbc.sql("update development_plan_text set cancel_reason = :reason where plan = :plan")
                .param("reason", reason)
                .param("plan", plan.value())
                .update();
        if (changed != 1) {
            throw new NotFound();
        }
    }

    private static OptimisticLockingFailureException changedMeanwhile(PlanId plan) {
        return new OptimisticLockingFailureException("plan " + plan + " was changed meanwhile");
    }

    private static String subject(PlanId plan) {
        return "plan:" + plan;
    }

    private List<DevelopmentPlan> plans(String where, Map<String, ?> parameters) {
        List<DevelopmentPlan> plans = jdbc.sql(PLAN + where)
                .params(parameters)
                .query((row, number) -> plan(row))
                .list();
        if (plans.isEmpty()) {
            return plans;
        }
        Map<PlanId, List<DevelopmentGoal>> goals = jdbc
                .sql(GOALS)
                .param("plans", plans.stream().map(plan -> plan.id().value()).toList())
                .query((row, number) -> Map.entry(new PlanId(row.getObject("plan", UUID.class)), goal(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return plans.stream()
                .map(plan -> with(plan, goals.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private List<DevelopmentPlan> asSeenBy(PersonId reader, List<DevelopmentPlan> plans) {
        List<Claim> claims = plans.stream()
                .flatMap(plan -> plan.goals().stream())
                .flatMap(goal -> goal.why().stream())
                .toList();
        VisibleClaims seen = VisibleClaims.to(reader, ledger, claims);
        return plans.stream()
                .map(plan -> with(
                        plan,
                        plan.goals().stream()
                                .map(goal -> with(goal, seen.of(goal.why())))
                                .toList()))
                .toList();
    }

    private static DevelopmentPlan plan(ResultSet row) throws SQLException {
        return new DevelopmentPlan(
                new PlanId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("learner", UUID.class)),
                new PlanDraftId(row.getObject("draft", UUID.class)),
                PlanState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("target_role_name")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                new PersonId(row.getObject("signed_off_by", UUID.class)),
                JdbcPlanDrafts.instant(row, "signed_off_at"),
                Objects.requireNonNullElse(row.getString("words"), ""),
                List.of(),
                row.getInt("version"));
    }

    private static DevelopmentGoal goal(ResultSet row) throws SQLException {
        UUID activity = row.getObject("activity", UUID.class);
        String why = row.getString("why");
        LocalDate doneOn = row.getObject("done_on", LocalDate.class);
        return new DevelopmentGoal(
                row.getObject("id", UUID.class),
                new DraftItemId(row.getObject("item", UUID.class)),
                new CompetencyId(row.getObject("competency", UUID.class)),
                row.getString("competency_name"),
                row.getDouble("shown_level"),
                row.getDouble("sought_level"),
                activity != null
                        ? new Action.OfCatalogue(new ActivityId(activity))
                        : new Action.OnTheJob(Action.Form.valueOf(row.getString("on_the_job_form"))),
                row.getString("activity_title"),
                ActivityKind.valueOf(row.getString("kind")),
                row.getString("url"),
                Objects.requireNonNullElse(row.getString("task"), ""),
                why == null ? List.of() : PlanningJson.read(why, DraftWords.CLAIMS),
                Objects.requireNonNullElse(row.getString("first_step"), ""),
                Objects.requireNonNullElse(row.getString("success_measure"), ""),
                row.getObject("due_on", LocalDate.class),
                row.getDouble("effort_hours"),
                row.getBoolean("edited"),
                new Progress(row.getBoolean("first_step_done"), doneOn != null, Optional.ofNullable(doneOn)));
    }

    private static DevelopmentPlan with(DevelopmentPlan plan, List<DevelopmentGoal> goals) {
        return new DevelopmentPlan(
                plan.id(),
                plan.learner(),
                plan.draft(),
                plan.state(),
                plan.targetRoleName(),
                plan.from(),
                plan.until(),
                plan.signedOffBy(),
                plan.signedOffAt(),
                plan.words(),
                goals,
                plan.version());
    }

    private static DevelopmentGoal with(DevelopmentGoal goal, List<Claim> why) {
        return new DevelopmentGoal(
                goal.id(),
                goal.item(),
                goal.competency(),
                goal.competencyName(),
                goal.shownLevel(),
                goal.soughtLevel(),
                goal.action(),
                goal.activityTitle(),
                goal.kind(),
                goal.url(),
                goal.task(),
                why,
                goal.firstStep(),
                goal.successMeasure(),
                goal.dueOn(),
                goal.effortHours(),
                goal.edited(),
                goal.progress());
    }

    private record Standing(PersonId learner, PlanState state, int version) {}
}
