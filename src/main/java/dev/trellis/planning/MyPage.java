package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The learner's first page: where to, what next, what others saw, who read what. */
@Controller
class MyPage {

    private static final int RECENT = 3;
    private static final int ALL = 1_000;

    private final EvidenceLedger ledger;
    private final DevelopmentPlans plans;
    private final People people;
    private final MadeFrom madeFrom;
    private final LearningTime learningTime;
    private final Clock clock;

    MyPage(
            EvidenceLedger ledger,
            DevelopmentPlans plans,
            People people,
            MadeFrom madeFrom,
            LearningTime learningTime,
            Clock clock) {
        this.ledger = ledger;
        this.plans = plans;
        this.people = people;
        this.madeFrom = madeFrom;
        this.learningTime = learningTime;
        this.clock = clock;
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal SignedInPerson me, Model model) {
        Days days = new Days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Optional<DevelopmentPlan> plan = plans.activeOf(me.id(), me.id());
        model.addAttribute(
                "aspiration",
                newest(me.id(), EvidenceKind.ASPIRATION, 1).stream()
                        .findFirst()
                        .map(Evidence::text)
                        .orElse(null));
        model.addAttribute("step", plan.flatMap(active -> step(active, days)).orElse(null));
        model.addAttribute("plan", plan.map(active -> card(active, days)).orElse(null));
        model.addAttribute("written", written(me.id(), days));
        model.addAttribute("recognised", recognised(me.id(), days));
        model.addAttribute("told", madeFrom.about(me.id(), days));
        model.addAttribute("keptToMyself", keptToMyself(me.id()));
        model.addAttribute("hours", Days.number(learningTime.hoursPerWeek(me.id())));
        return "planning/me";
    }

    /** The next draft is planned by it; what waits or is agreed stays as it is. */
    @PostMapping("/me/learning-time")
    String learningTime(
            @AuthenticationPrincipal SignedInPerson me, @RequestParam("hours") String typed, RedirectAttributes flash) {
        try {
            learningTime.say(me.id(), Double.parseDouble(typed.strip().replace(',', '.')));
            flash.addFlashAttribute("notice", "Kept. Your next draft is planned with these hours.");
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute(
                    "problem", "Nothing changed: say a number of hours above 0 and at most 40, such as 1.5.");
        }
        return "redirect:/me";
    }

    private List<Evidence> newest(PersonId me, EvidenceKind kind, int limit) {
        return ledger.about(new Reader.OfPerson(me), me, Set.of(kind), limit);
    }

    /** The next small thing of the goal that is due first. */
    private static Optional<Step> step(DevelopmentPlan plan, Days days) {
        return inOrder(plan)
                .filter(goal -> !goal.progress().done())
                .findFirst()
                .map(goal -> goal.progress().firstStepDone()
                        ? new Step(plan.id(), goal.id(), goal.task(), false, days.away(goal.dueOn()))
                        : new Step(plan.id(), goal.id(), goal.firstStep(), true, days.away(goal.dueOn())));
    }

    private static Stream<DevelopmentGoal> inOrder(DevelopmentPlan plan) {
        return plan.goals().stream().sorted(Comparator.comparing(DevelopmentGoal::dueOn));
    }

    private PlanCard card(DevelopmentPlan plan, Days days) {
        Optional<UUID> now = inOrder(plan)
                .filter(goal -> !goal.progress().done())
                .findFirst()
                .map(DevelopmentGoal::id);
        String by = people.find(plan.signedOffBy()).map(Person::givenName).orElse("your mentor");
        return new PlanCard(
                plan.id(),
                "approved by " + by + ", " + days.day(plan.signedOffAt()),
                inOrder(plan)
                        .map(goal -> new Milestone(
                                goal.activityTitle(),
                                goal.progress()
                                        .doneOn()
                                        .map(on -> "done " + days.day(on))
                                        .orElseGet(() -> days.away(goal.dueOn())),
                                goal.progress().done() ? "done" : now.equals(Optional.of(goal.id())) ? "now" : ""))
                        .toList());
    }

    private List<Written> written(PersonId me, Days days) {
        var kinds = EnumSet.of(EvidenceKind.REFLECTION, EvidenceKind.GOAL);
        return ledger.about(new Reader.OfPerson(me), me, kinds, RECENT * 4).stream()
                .filter(piece -> piece.author().equals(new Author.OfPerson(me)))
                .filter(piece -> !piece.text().isEmpty())
                .limit(RECENT)
                .map(piece -> new Written(piece.text(), days.day(piece.occurredAt()), piece.visibility()))
                .toList();
    }

    private List<Quote> recognised(PersonId me, Days days) {
        List<Evidence> pieces = newest(me, EvidenceKind.RECOGNITION, RECENT);
        Map<PersonId, Person> authors = people.findAll(pieces.stream()
                .flatMap(piece ->
                        piece.author() instanceof Author.OfPerson person ? Stream.of(person.id()) : Stream.of())
                .collect(Collectors.toSet()));
        return pieces.stream()
                .filter(piece -> !piece.text().isEmpty())
                .map(piece -> new Quote(
                        piece.text(), BriefComposer.name(piece.author(), authors), days.day(piece.occurredAt())))
                .toList();
    }

    private long keptToMyself(PersonId me) {
        return ledger.about(new Reader.OfPerson(me), me, EnumSet.allOf(EvidenceKind.class), ALL).stream()
                .filter(piece -> piece.visibility() == Visibility.PRIVATE)
                .filter(piece -> piece.author().equals(new Author.OfPerson(me)))
                .count();
    }

    /** @param first whether it is the goal's first step, or the goal itself */
    record Step(PlanId plan, UUID goal, String text, boolean first, String due) {}

    record PlanCard(PlanId id, String approved, List<Milestone> path) {}

    record Milestone(String text, String due, String state) {}

    record Written(String text, String on, Visibility visibility) {}

    record Quote(String text, String author, String on) {}
}
