package dev.trellis.review;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.DevelopmentPlan;
import dev.trellis.planning.DevelopmentPlans;
import dev.trellis.planning.DraftRequests;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDrafts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mentor's people, and all that one of them shows this mentor. */
@Controller
@RequestMapping("/people")
class LearnerPages {

    /** Pieces of evidence on one page. */
    private static final int PIECES = 50;

    /** A hint is a line or two for the writer, not a letter. */
    private static final int LONGEST_HINT = 500;

    private static final Set<EvidenceKind> IN_THE_TRAIL = Set.of(
            EvidenceKind.GOAL,
            EvidenceKind.REFLECTION,
            EvidenceKind.FEEDBACK,
            EvidenceKind.RECOGNITION,
            EvidenceKind.COMPLETION);

    private final People people;
    private final Mentorships mentorships;
    private final Catalog catalog;
    private final EvidenceLedger ledger;
    private final ShownLevels levels;
    private final DevelopmentPlans plans;
    private final PlanDrafts drafts;
    private final DraftRequests requests;
    private final Clock clock;

    LearnerPages(
            People people,
            Mentorships mentorships,
            Catalog catalog,
            EvidenceLedger ledger,
            ShownLevels levels,
            DevelopmentPlans plans,
            PlanDrafts drafts,
            DraftRequests requests,
            Clock clock) {
        this.people = people;
        this.mentorships = mentorships;
        this.catalog = catalog;
        this.ledger = ledger;
        this.levels = levels;
        this.plans = plans;
        this.drafts = drafts;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param role empty where nobody said */
    record Entry(
            String id,
            String name,
            String role,
            String team,
            @Nullable String plan,
            @Nullable String draft) {}

    @GetMapping
    String all(@AuthenticationPrincipal SignedInPerson me, Model model) {
        List<Person> learners = mentorships.learnersOf(me.id());
        Map<String, String> roles = learners.stream()
                .map(Person::roleCode)
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(catalog::role)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(RoleProfile::code, RoleProfile::name));
        Map<PersonId, PlanDraft> waiting =
                undecided(me.id(), learners.stream().map(Person::id).collect(Collectors.toSet()));
        model.addAttribute(
                "learners",
                learners.stream()
                        .map(learner -> new Entry(
                                learner.id().toString(),
                                learner.displayName(),
                                roles.getOrDefault(learner.roleCode(), ""),
                                learner.team(),
                                planOf(me.id(), learner.id()),
                                draftIn(waiting, learner.id())))
                        .toList());
        return "review/people";
    }

    @GetMapping("/{id}")
    String one(@AuthenticationPrincipal SignedInPerson me, @PathVariable PersonId id, Model model) {
        Person learner = mine(me, id);
        Reader reader = new Reader.OfPerson(me.id());
        Days days = new Days(Days.of(clock.instant()));
        Optional<RoleProfile> role =
                Optional.of(learner.roleCode()).filter(code -> !code.isEmpty()).flatMap(catalog::role);
        model.addAttribute("learner", learner);
        model.addAttribute("role", role.map(RoleProfile::name).orElse(null));
        model.addAttribute(
                "aspiration",
                ledger.about(reader, id, Set.of(EvidenceKind.ASPIRATION), 1).stream()
                        .map(Evidence::text)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("plan", planOf(me.id(), id));
        model.addAttribute("draft", draftIn(undecided(me.id(), Set.of(id)), id));
        model.addAttribute("levels", levels.of(reader, learner, role, days));
        model.addAttribute("pieces", Piece.of(ledger.about(reader, id, IN_THE_TRAIL, PIECES), me.id(), people, days));
        model.addAttribute("hidden", ledger.countHiddenFrom(reader, id));
        model.addAttribute("longestHint", LONGEST_HINT);
        return "review/person";
    }

    @PostMapping("/{id}/draft")
    String askForADraft(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String hint,
            RedirectAttributes after) {
        Person learner = mine(me, id);
        if (hint.strip().length() > LONGEST_HINT) {
            throw new IllegalArgumentException("A hint has at most " + LONGEST_HINT + " characters.");
        }
        requests.request(id, me.id(), hint.strip());
        after.addFlashAttribute(
                "notice", "A draft for " + learner.givenName() + " is being written. It comes to your inbox.");
        return "redirect:/people/" + id;
    }

    /** Somebody else's learner looks like nobody. */
    private Person mine(SignedInPerson me, PersonId id) {
        return people.find(id)
                .filter(person -> person.active() && mentorships.isMentorOf(me.id(), id))
                .orElseThrow(NotFound::new);
    }

    private @Nullable String planOf(PersonId reader, PersonId learner) {
        return plans.activeOf(reader, learner)
                .map(DevelopmentPlan::id)
                .map(Object::toString)
                .orElse(null);
    }

    /** The latest draft of each that nobody decided yet. */
    private Map<PersonId, PlanDraft> undecided(PersonId reader, Set<PersonId> learners) {
        return drafts.list(reader, learners, Set.of(DraftState.WAITING_FOR_REVIEW, DraftState.IN_REVIEW)).stream()
                .collect(Collectors.toMap(PlanDraft::learner, Function.identity(), (older, newer) -> newer));
    }

    private static @Nullable String draftIn(Map<PersonId, PlanDraft> undecided, PersonId learner) {
        PlanDraft draft = undecided.get(learner);
        return draft == null ? null : draft.id().toString();
    }
}
