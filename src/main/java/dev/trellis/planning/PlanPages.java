package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A plan: what, why, how far, and how it came about. */
@Controller
@RequestMapping("/plans")
class PlanPages {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_WORDS = 1000;

    private final DevelopmentPlans plans;
    private final DraftWords words;
    private final EvidenceLedger ledger;
    private final Mentorships mentorships;
    private final People people;
    private final PlanTimeline timeline;
    private final PlanTalk talk;
    private final Clock clock;

    PlanPages(
            DevelopmentPlans plans,
            DraftWords words,
            EvidenceLedger ledger,
            Mentorships mentorships,
            People people,
            PlanTimeline timeline,
            PlanTalk talk,
            Clock clock) {
        this.plans = plans;
        this.words = words;
        this.ledger = ledger;
        this.mentorships = mentorships;
        this.people = people;
        this.timeline = timeline;
        this.talk = talk;
        this.clock = clock;
    }

    @GetMapping
    String mine(@AuthenticationPrincipal SignedInPerson me) {
        return plans.activeOf(me.id(), me.id())
                .map(plan -> "redirect:/plans/" + plan.id())
                .orElse("redirect:/me");
    }

    @GetMapping("/{id}")
    String plan(@AuthenticationPrincipal SignedInPerson me, @PathVariable("id") PlanId id, Model model) {
        Days days = new Days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        DevelopmentPlan plan = plans.find(me.id(), id).orElseThrow(NotFound::new);
        boolean mine = plan.learner().equals(me.id());
        List<Claim> claims =
                plan.goals().stream().flatMap(goal -> goal.why().stream()).toList();
        CitedSources cited = CitedSources.of(me.id(), claims, ledger, people, days);
        model.addAttribute(
                "plan",
                PlanView.of(
                        plan,
                        name(plan.learner()),
                        name(plan.signedOffBy()),
                        mine,
                        mine || mentorships.isMentorOf(me.id(), plan.learner()),
                        cited,
                        days));
        model.addAttribute("sources", cited.all());
        model.addAttribute("talk", TalkLine.all(talk.about(me.id(), id), me.id(), people, days));
        model.addAttribute("others", others(me.id(), plan, days));
        model.addAttribute(
                "timeline",
                mine ? timeline.of(plan.id(), days) : timeline.of(plan.draft(), Optional.of(plan.id()), days));
        model.addAttribute(
                "trace",
                mine
                        ? null
                        : words.recordOf(me.id(), plan.draft())
                                .map(record -> DraftTrace.of(me.id(), record, ledger, days))
                                .orElse(null));
        return "planning/plan";
    }

    @PostMapping("/{id}/goals/{goal}")
    String progress(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable("id") PlanId id,
            @PathVariable("goal") UUID goal,
            @RequestParam(name = "first_step_done", defaultValue = "false") boolean firstStepDone,
            @RequestParam(name = "done", defaultValue = "false") boolean done,
            @RequestParam(name = "from", defaultValue = "") String from,
            RedirectAttributes flash) {
        changing(
                flash,
                done ? "Done. Well done." : "Kept.",
                () -> plans.progress(me.id(), id, goal, firstStepDone, done));
        return from.equals("me") ? "redirect:/me" : "redirect:/plans/" + id + "#goal-" + goal;
    }

    /** @param goal id of the goal it is about; empty for the plan as a whole */
    @PostMapping("/{id}/talk")
    String say(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable("id") PlanId id,
            @RequestParam(name = "goal", defaultValue = "") String goal,
            @RequestParam(name = "kind", defaultValue = "COMMENT") PlanTalk.Kind kind,
            @RequestParam(name = "words", defaultValue = "") String words,
            RedirectAttributes flash) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS) {
            flash.addFlashAttribute(
                    "problem",
                    said.isEmpty()
                            ? "Say it in a few words."
                            : "Please say it in at most " + LONGEST_WORDS + " characters. It was " + said.length()
                                    + ".");
            flash.addFlashAttribute("unsaid", words);
            return "redirect:/plans/" + id + "#talk";
        }
        talk.say(me.id(), id, goal.isEmpty() ? Optional.empty() : Optional.of(goalId(goal)), kind, said);
        flash.addFlashAttribute(
                "notice",
                kind == PlanTalk.Kind.COMMENT
                        ? "Said."
                        : "Said. A new draft is being made for whoever decides; your plan stays as it is until then.");
        return "redirect:/plans/" + id + "#talk";
    }

    private static UUID goalId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    @PostMapping("/{id}/complete")
    String complete(
            @AuthenticationPrincipal SignedInPerson me, @PathVariable("id") PlanId id, RedirectAttributes flash) {
        changing(flash, "The plan is complete.", () -> plans.complete(me.id(), id));
        return "redirect:/plans/" + id;
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable("id") PlanId id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            RedirectAttributes flash) {
        if (reason.length() > LONGEST_REASON) {
            flash.addFlashAttribute("problem", "Please say it in at most " + LONGEST_REASON + " characters.");
        } else {
            changing(
                    flash,
                    "The plan is cancelled. You can reopen it.",
                    () -> plans.cancel(me.id(), id, reason.strip()));
        }
        return "redirect:/plans/" + id;
    }

    @PostMapping("/{id}/reopen")
    String reopen(@AuthenticationPrincipal SignedInPerson me, @PathVariable("id") PlanId id, RedirectAttributes flash) {
        changing(flash, "The plan is open again.", () -> plans.reopen(me.id(), id));
        return "redirect:/plans/" + id;
    }

    private static void changing(RedirectAttributes flash, String notice, Runnable change) {
        try {
            change.run();
            flash.addFlashAttribute("notice", notice);
        } catch (IllegalPlanTransition e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
    }

    private List<PlanView.Link> others(PersonId me, DevelopmentPlan shown, Days days) {
        return plans.of(me, shown.learner()).stream()
                .filter(plan -> !plan.id().equals(shown.id()))
                .map(plan -> new PlanView.Link(
                        plan.id(), PlanView.word(plan.state()) + ", signed off " + days.day(plan.signedOffAt())))
                .toList();
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::displayName).orElse("Someone who left");
    }
}
