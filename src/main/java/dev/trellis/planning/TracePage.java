package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.SignedInPerson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How a draft was made and what became of it, for those it comes to. */
@Controller
class TracePage {

    private final DraftWords words;
    private final PlanDrafts drafts;
    private final PlanTimeline timeline;
    private final EvidenceLedger ledger;
    private final People people;
    private final Clock clock;

    TracePage(
            DraftWords words,
            PlanDrafts drafts,
            PlanTimeline timeline,
            EvidenceLedger ledger,
            People people,
            Clock clock) {
        this.words = words;
        this.drafts = drafts;
        this.timeline = timeline;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/drafts/{id}/trace")
    String trace(@AuthenticationPrincipal SignedInPerson me, @PathVariable("id") PlanDraftId id, Model model) {
        Days days = new Days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        PlanDraft draft = drafts.find(me.id(), id).orElseThrow(NotFound::new);
        DraftRecord record = words.recordOf(me.id(), id).orElseThrow(NotFound::new);
        model.addAttribute(
                "learner", people.find(draft.learner()).map(Person::displayName).orElse("somebody"));
        model.addAttribute("draft", id);
        model.addAttribute("trace", DraftTrace.of(me.id(), record, ledger, days));
        model.addAttribute("timeline", timeline.of(id, Optional.empty(), days));
        return "planning/made";
    }
}
