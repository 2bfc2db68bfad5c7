package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.SessionBriefWriter.NextStep;
import dev.trellis.drafting.SessionBriefWriter.SessionBrief;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A mentor's people, and one page on each before seeing them. */
@Controller
@RequestMapping("/sessions")
class SessionPages {

    private final SessionBriefs briefs;
    private final DevelopmentPlans plans;
    private final Mentorships mentorships;
    private final EvidenceLedger ledger;
    private final People people;
    private final Clock clock;

    SessionPages(
            SessionBriefs briefs,
            DevelopmentPlans plans,
            Mentorships mentorships,
            EvidenceLedger ledger,
            People people,
            Clock clock) {
        this.briefs = briefs;
        this.plans = plans;
        this.mentorships = mentorships;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String all(@AuthenticationPrincipal SignedInPerson me, Model model) {
        Days days = days();
        model.addAttribute(
                "people",
                mentorships.learnersOf(me.id()).stream()
                        .map(learner -> entry(me.id(), learner, days))
                        .sorted(Comparator.comparing(Entry::due, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Entry::name))
                        .toList());
        return "planning/sessions";
    }

    @GetMapping("/{person}")
    String brief(@AuthenticationPrincipal SignedInPerson me, @PathVariable("person") PersonId person, Model model) {
        Person learner = people.find(person)
                .filter(found -> mentorships.isMentorOf(me.id(), found.id()))
                .orElseThrow(NotFound::new);
        Days days = days();
        SessionBrief brief = briefs.prepare(me.id(), learner);
        List<Claim> claims = Stream.of(
                        brief.recognise().stream(), brief.questions().stream(), brief.listenFor().stream())
                .flatMap(part -> part)
                .toList();
        VisibleClaims seen = VisibleClaims.to(me.id(), ledger, claims);
        CitedSources cited = CitedSources.of(me.id(), seen.of(claims), ledger, people, days);
        model.addAttribute("learner", learner.displayName());
        model.addAttribute("givenName", learner.givenName());
        model.addAttribute("on", days.day(days.today()));
        model.addAttribute("by", by(brief.how()));
        model.addAttribute("recognise", cited.sentences(seen.of(brief.recognise())));
        model.addAttribute("questions", cited.sentences(seen.of(brief.questions())));
        model.addAttribute(
                "listenFor",
                brief.listenFor()
                        .map(claim -> cited.sentence(seen.of(List.of(claim)).getFirst()))
                        .orElse(null));
        model.addAttribute(
                "steps",
                brief.nextSteps().stream().map(step -> step(step, days)).toList());
        model.addAttribute(
                "plan",
                plans.activeOf(me.id(), learner.id()).map(DevelopmentPlan::id).orElse(null));
        model.addAttribute("sources", cited.all());
        return "planning/session";
    }

    private Entry entry(PersonId me, Person learner, Days days) {
        Optional<DevelopmentPlan> plan = plans.activeOf(me, learner.id());
        Optional<DevelopmentGoal> next = plan.stream()
                .flatMap(active -> active.goals().stream())
                .filter(goal -> !goal.progress().done())
                .min(Comparator.comparing(DevelopmentGoal::dueOn));
        return new Entry(
                learner.id(),
                learner.displayName(),
                next.map(goal -> SessionBriefs.nextStep(goal).what()).orElse(null),
                next.map(DevelopmentGoal::dueOn).orElse(null),
                next.map(goal -> days.away(goal.dueOn())).orElse(""),
                plan.map(DevelopmentPlan::id).orElse(null));
    }

    private static Step step(NextStep step, Days days) {
        String due = step.done() ? "done" : "still open, due " + days.away(step.dueOn());
        return new Step(step.what(), due, step.done() ? "done" : "now");
    }

    private static String by(WriterRecord how) {
        return how.writer().equals(WriterRecord.TEMPLATES) ? "written from templates" : "written by " + how.writer();
    }

    private Days days() {
        return new Days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** @param step the next small thing; none where no plan is active or everything is done */
    record Entry(
            PersonId id,
            String name,
            @Nullable String step,
            @Nullable LocalDate due,
            String dueInWords,
            @Nullable PlanId plan) {}

    record Step(String what, String due, String state) {}
}
