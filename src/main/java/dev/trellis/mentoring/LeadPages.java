package dev.trellis.mentoring;

import dev.trellis.NotFound;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.MentorLoads;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programme lead's page: who has no mentor, what each mentor carries, which programmes run. */
@Controller
@RequestMapping("/lead")
class LeadPages {

    private static final int SHOWN = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final People people;
    private final Mentorships mentorships;
    private final MentorLoads loads;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    LeadPages(
            People people,
            Mentorships mentorships,
            MentorLoads loads,
            Programmes programmes,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.people = people;
        this.mentorships = mentorships;
        this.loads = loads;
        this.programmes = programmes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Carried(Person mentor, int learners) {}

    record Running(Programme programme, String until, int members) {}

    @GetMapping
    String page(@RequestParam(defaultValue = "") String name, Model model) {
        List<Person> without = mentorships.learnersWithoutMentor();
        List<Carried> carried = carried(people.withRole(Role.MENTOR));
        List<Person> learners = people.withRole(Role.LEARNER);
        model.addAttribute("name", name);
        model.addAttribute("found", name.isBlank() ? List.of() : named(learners, name));
        model.addAttribute("without", without.stream().limit(SHOWN).toList());
        model.addAttribute("withoutCount", without.size());
        model.addAttribute("learnerCount", learners.size());
        model.addAttribute("mentorCount", carried.size());
        model.addAttribute("carried", carried.reversed().stream().limit(SHOWN).toList());
        model.addAttribute(
                "programmes",
                programmes.all().stream()
                        .map(programme -> new Running(
                                programme,
                                DAY.format(programme.endsOn()),
                                programmes.members(programme.id()).size()))
                        .toList());
        return "mentoring/lead";
    }

    @GetMapping("/learners/{id}")
    String learner(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, Model model) {
        Person learner = learner(id);
        List<Person> mentors = mentorships.mentorsOf(learner.id());
        List<Person> free = people.withRole(Role.MENTOR).stream()
                .filter(mentor -> !mentor.id().equals(learner.id()) && !mentors.contains(mentor))
                .toList();
        model.addAttribute("learner", learner);
        model.addAttribute("mentors", mentors);
        model.addAttribute("name", name);
        model.addAttribute(
                "free", carried(named(free, name)).stream().limit(SHOWN).toList());
        return "mentoring/learner";
    }

    @PostMapping("/learners/{id}/mentors")
    String assign(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable UUID id,
            @RequestParam UUID mentor,
            @RequestParam(defaultValue = "MENTORING") MentoringForm form,
            RedirectAttributes after) {
        Person learner = learner(id);
        Person chosen = people.find(new PersonId(mentor))
                .filter(person -> person.active() && person.is(Role.MENTOR))
                .orElseThrow(NotFound::new);
        transactions.executeWithoutResult(status -> {
            mentorships.start(chosen.id(), learner.id(), form, today());
            audit.append(
                    me.id().toString(),
                    "mentorship.started",
                    "person:" + learner.id(),
                    Map.of("mentor", chosen.id().toString(), "form", form.name()));
        });
        after.addFlashAttribute("notice", chosen.displayName() + " mentors " + learner.displayName() + " from today.");
        return "redirect:/lead";
    }

    @PostMapping("/learners/{id}/mentors/{mentor}/end")
    String end(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable UUID id,
            @PathVariable UUID mentor,
            RedirectAttributes after) {
        Person learner = learner(id);
        Person former = mentorships.mentorsOf(learner.id()).stream()
                .filter(person -> person.id().value().equals(mentor))
                .findFirst()
                .orElseThrow(NotFound::new);
        transactions.executeWithoutResult(status -> {
            mentorships.end(former.id(), learner.id(), today());
            audit.append(
                    me.id().toString(),
                    "mentorship.ended",
                    "person:" + learner.id(),
                    Map.of("mentor", former.id().toString()));
        });
        after.addFlashAttribute(
                "notice",
                former.displayName() + " no longer mentors " + learner.displayName()
                        + ", and sees nothing more of what was written to the mentors.");
        return "redirect:/lead/learners/" + id;
    }

    private Person learner(UUID id) {
        return people.find(new PersonId(id)).filter(Person::active).orElseThrow(NotFound::new);
    }

    /** Who carries least comes first. */
    private List<Carried> carried(List<Person> mentors) {
        Map<PersonId, Integer> today = loads.today();
        return mentors.stream()
                .map(mentor -> new Carried(mentor, today.getOrDefault(mentor.id(), 0)))
                .sorted(Comparator.comparingInt(Carried::learners))
                .toList();
    }

    private static List<Person> named(List<Person> all, String name) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(person -> person.displayName().toLowerCase(Locale.ROOT).contains(sought))
                .limit(SHOWN)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
