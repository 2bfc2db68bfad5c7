package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import dev.trellis.verification.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For the programme lead: drafts that verification refused, requests that failed, and asking for drafts. */
@Controller
@RequestMapping("/lead/drafts")
class DraftLeadPages {

    private static final int SHOWN = 100;

    private final PlanDrafts drafts;
    private final JdbcDraftRequests requests;
    private final People people;
    private final Programmes programmes;
    private final Clock clock;

    DraftLeadPages(PlanDrafts drafts, JdbcDraftRequests requests, People people, Programmes programmes, Clock clock) {
        this.drafts = drafts;
        this.requests = requests;
        this.people = people;
        this.programmes = programmes;
        this.clock = clock;
    }

    @GetMapping
    String drafts(@AuthenticationPrincipal SignedInPerson me, Model model) {
        Days days = days();
        List<PlanDraft> withheld = drafts.list(me.id(), Set.of(DraftState.WITHHELD), SHOWN);
        List<JdbcDraftRequests.GivenUp> givenUp = requests.givenUp();
        Map<PersonId, Person> named = people.findAll(Stream.concat(
                        withheld.stream().map(PlanDraft::learner),
                        givenUp.stream().map(JdbcDraftRequests.GivenUp::learner))
                .collect(Collectors.toSet()));
        model.addAttribute(
                "withheld",
                withheld.stream()
                        .map(draft -> new Withheld(
                                draft.id(),
                                draft.learner(),
                                name(draft.learner(), named),
                                days.day(draft.createdAt()),
                                draft.writer(),
                                draft.findings().size()))
                        .toList());
        model.addAttribute(
                "givenUp",
                givenUp.stream()
                        .map(note -> new Failed(
                                note.learner(),
                                name(note.learner(), named),
                                days.day(note.at()),
                                note.attempts(),
                                note.reason()))
                        .toList());
        model.addAttribute("waiting", requests.waiting());
        model.addAttribute(
                "progress", requests.progress().map(DraftLeadPages::inWords).orElse(""));
        model.addAttribute("learners", learners(me.id()));
        model.addAttribute("programmes", programmes.all());
        return "planning/lead-drafts";
    }

    @GetMapping("/{id}")
    String withheld(@AuthenticationPrincipal SignedInPerson me, @PathVariable("id") PlanDraftId id, Model model) {
        Days days = days();
        PlanDraft draft = drafts.find(me.id(), id)
                .filter(found -> found.state() == DraftState.WITHHELD)
                .orElseThrow(NotFound::new);
        model.addAttribute(
                "learner", people.find(draft.learner()).map(Person::displayName).orElse("Someone who left"));
        model.addAttribute("learnerId", draft.learner());
        model.addAttribute("on", days.day(draft.createdAt()));
        model.addAttribute("writer", draft.writer());
        model.addAttribute(
                "findings",
                draft.findings().stream().map(DraftLeadPages::inWords).toList());
        model.addAttribute("items", draft.items().size());
        return "planning/withheld";
    }

    /** For one learner, or for everyone in a programme. */
    @PostMapping
    String request(
            @AuthenticationPrincipal SignedInPerson me, @RequestParam("for") String whom, RedirectAttributes flash) {
        List<PersonId> learners = whom(whom);
        requests.requestAll(learners, me.id());
        flash.addFlashAttribute(
                "notice",
                switch (learners.size()) {
                    case 0 -> "Nobody to draft for: nobody active is enrolled there.";
                    case 1 -> "A draft is being made. It goes to the learner’s mentor when it is ready.";
                    default ->
                        learners.size() + " drafts are being made. Each goes to the learner’s mentor when it is ready.";
                });
        return "redirect:/lead/drafts";
    }

    @PostMapping("/cancel")
    String cancel(@AuthenticationPrincipal SignedInPerson me, RedirectAttributes flash) {
        int cancelled = requests.cancelAll(me.id());
        flash.addFlashAttribute(
                "notice",
                switch (cancelled) {
                    case 0 -> "Nothing to cancel: every draft asked for is made.";
                    case 1 -> "Cancelled. One draft is not made; what was made before stays.";
                    default -> "Cancelled. " + cancelled + " drafts are not made; what was made before stays.";
                });
        return "redirect:/lead/drafts";
    }

    private static String inWords(JdbcDraftRequests.Progress progress) {
        return progress.made() == 0 ? "" : progress.made() == 1 ? "One is ready." : progress.made() + " are ready.";
    }

    private List<PersonId> whom(String whom) {
        List<PersonId> named = new ArrayList<>();
        if (whom.startsWith("programme:")) {
            named.addAll(programmes.members(ProgrammeId.of(whom.substring("programme:".length()))));
        } else {
            named.add(PersonId.of(whom.replaceFirst("^person:", "")));
        }
        Map<PersonId, Person> known = people.findAll(named);
        return named.stream()
                .filter(id -> Optional.ofNullable(known.get(id))
                        .filter(person -> person.active() && person.is(Role.LEARNER))
                        .isPresent())
                .toList();
    }

    /** A lead does not ask for a draft about themselves: somebody else should. */
    private List<Person> learners(PersonId me) {
        return people.withRole(Role.LEARNER).stream()
                .filter(person -> person.active() && !person.id().equals(me))
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    private static String name(PersonId id, Map<PersonId, Person> named) {
        Person person = named.get(id);
        return person == null ? "Someone who left" : person.displayName();
    }

    private static Found inWords(Finding finding) {
        return new Found(
                finding.item() < 0 ? "The draft as a whole" : "Item " + (finding.item() + 1),
                finding.sentence(),
                finding.reason(),
                finding.code().name());
    }

    private Days days() {
        return new Days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    record Withheld(PlanDraftId id, PersonId learnerId, String learner, String on, String writer, int findings) {}

    record Failed(PersonId learnerId, String learner, String on, int attempts, String reason) {}

    record Found(String where, String sentence, String reason, String code) {}
}
