package dev.trellis.platform;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.drafting.Action;
import dev.trellis.evidence.InvalidEvidence;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DevelopmentPlan;
import dev.trellis.planning.DevelopmentPlans;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.planning.PlanDrafts;
import dev.trellis.planning.PlanId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What platforms follow: approved plans, and where drafts stand. Activities, levels and dates; nothing anybody wrote. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Plans",
        description =
                "Approved plans, and where drafts stand. A draft cannot be approved here: only a person can do that.")
class PlanResource {

    private static final int MOST = 200;

    private final DevelopmentPlans plans;
    private final PlanDrafts drafts;
    private final People people;
    private final Catalog catalog;

    PlanResource(DevelopmentPlans plans, PlanDrafts drafts, People people, Catalog catalog) {
        this.plans = plans;
        this.drafts = drafts;
        this.people = people;
        this.catalog = catalog;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record PlanList(List<Plan> plans) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Plan(
            String id,
            Learner learner,

            @Schema(allowableValues = {"active", "complete", "cancelled"})
            String state,

            LocalDate startsOn,
            LocalDate endsOn,
            Instant signedOffAt,

            @Schema(description = "Rises with every change.")
            int version,

            List<Goal> goals) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Learner(String id, String externalId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Goal(
            String id,
            Named competency,
            double shownLevel,
            double soughtLevel,
            Activity activity,
            LocalDate dueOn,
            double effortHours,
            boolean done,
            @Nullable LocalDate doneOn) {}

    record Named(String id, String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Activity(
            @Schema(description = "External id in the catalogue; absent for a form on the job.") @Nullable
            String externalId,

            @Schema(description = "stretch_task, shadowing or mentor_conversation; absent for a catalogue activity.")
            @Nullable
            String form,

            String title,

            @Schema(allowableValues = {"experience", "exposure", "education"})
            String kind,

            String url) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DraftList(List<Draft> planDrafts) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Draft(String id, Learner learner, String state, Instant createdAt, Instant changedAt) {}

    @GetMapping("/plans")
    @Operation(summary = "Approved plans in order of id", description = "Page by following the Link header's next.")
    ResponseEntity<PlanList> plans(
            @Parameter(description = "From the Link header.") @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int page = page(limit);
        List<DevelopmentPlan> found =
                plans.forPlatforms(Optional.ofNullable(cursor).map(after -> id(after, PlanId::of)), page);
        Map<PersonId, Person> learners =
                people.findAll(found.stream().map(DevelopmentPlan::learner).collect(Collectors.toSet()));
        Map<ActivityId, LearningActivity> activities = catalog.activities(activityIds(found));
        List<Plan> answer =
                found.stream().map(plan -> plan(plan, learners, activities)).toList();
        return paged(
                        "/api/v1/plans?limit=" + page,
                        found.size() == page ? found.getLast().id().toString() : null)
                .body(new PlanList(answer));
    }

    @GetMapping("/plan-drafts")
    @Operation(summary = "Where drafts stand, in order of id")
    ResponseEntity<DraftList> drafts(
            @Parameter(
                            description =
                                    "One or several of waiting_for_review, in_review, approved, changes_requested, rejected, withheld, superseded; all where absent.")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int page = page(limit);
        List<PlanDrafts.Summary> found = drafts.summaries(
                states(state), Optional.ofNullable(cursor).map(after -> id(after, PlanDraftId::of)), page);
        Map<PersonId, Person> learners =
                people.findAll(found.stream().map(PlanDrafts.Summary::learner).collect(Collectors.toSet()));
        List<Draft> answer = found.stream()
                .map(draft -> new Draft(
                        draft.id().toString(),
                        learner(draft.learner(), learners),
                        lower(draft.state()),
                        draft.createdAt(),
                        draft.changedAt()))
                .toList();
        String path = "/api/v1/plan-drafts?limit=" + page
                + (state == null
                        ? ""
                        : "&state="
                                + states(state).stream()
                                        .map(PlanResource::lower)
                                        .collect(Collectors.joining(",")));
        return paged(path, found.size() == page ? found.getLast().id().toString() : null)
                .body(new DraftList(answer));
    }

    private static ResponseEntity.BodyBuilder paged(String path, @Nullable String last) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        return last == null
                ? response
                : response.header(HttpHeaders.LINK, "<" + path + "&cursor=" + last + ">; rel=\"next\"");
    }

    private static int page(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidEvidence("limit", "limit is between 1 and " + MOST + ".");
        }
        return limit;
    }

    private static <T> T id(String text, Function<String, T> of) {
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidEvidence("cursor", "The cursor is not one that this API gave out.");
        }
    }

    private static Set<DraftState> states(@Nullable List<String> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return EnumSet.allOf(DraftState.class);
        }
        Set<DraftState> states = EnumSet.noneOf(DraftState.class);
        for (String state : wanted) {
            states.add(Arrays.stream(DraftState.values())
                    .filter(known -> lower(known).equals(state))
                    .findFirst()
                    .orElseThrow(() -> new InvalidEvidence(
                            "state",
                            "state is one of "
                                    + Arrays.stream(DraftState.values())
                                            .map(PlanResource::lower)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        return states;
    }

    private static Set<ActivityId> activityIds(List<DevelopmentPlan> found) {
        Set<ActivityId> ids = new HashSet<>();
        for (DevelopmentPlan plan : found) {
            for (DevelopmentPlan.DevelopmentGoal goal : plan.goals()) {
                if (goal.action() instanceof Action.OfCatalogue catalogue) {
                    ids.add(catalogue.activity());
                }
            }
        }
        return ids;
    }

    private static Plan plan(
            DevelopmentPlan plan, Map<PersonId, Person> learners, Map<ActivityId, LearningActivity> activities) {
        List<Goal> goals = new ArrayList<>();
        for (DevelopmentPlan.DevelopmentGoal goal : plan.goals()) {
            goals.add(new Goal(
                    goal.id().toString(),
                    new Named(goal.competency().toString(), goal.competencyName()),
                    goal.shownLevel(),
                    goal.soughtLevel(),
                    activity(goal, activities),
                    goal.dueOn(),
                    goal.effortHours(),
                    goal.progress().done(),
                    goal.progress().doneOn().orElse(null)));
        }
        return new Plan(
                plan.id().toString(),
                learner(plan.learner(), learners),
                lower(plan.state()),
                plan.from(),
                plan.until(),
                plan.signedOffAt(),
                plan.version(),
                goals);
    }

    private static Activity activity(
            DevelopmentPlan.DevelopmentGoal goal, Map<ActivityId, LearningActivity> activities) {
        return switch (goal.action()) {
            case Action.OfCatalogue catalogue -> {
                LearningActivity activity = activities.get(catalogue.activity());
                yield new Activity(
                        activity == null ? null : activity.externalId(),
                        null,
                        goal.activityTitle(),
                        lower(goal.kind()),
                        goal.url());
            }
            case Action.OnTheJob onTheJob ->
                new Activity(null, lower(onTheJob.form()), goal.activityTitle(), lower(goal.kind()), goal.url());
        };
    }

    private static Learner learner(PersonId id, Map<PersonId, Person> learners) {
        Person person = learners.get(id);
        return new Learner(id.toString(), person == null ? "" : person.externalId());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
