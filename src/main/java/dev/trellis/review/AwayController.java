package dev.trellis.review;

import dev.trellis.NotFound;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.Absence;
import dev.trellis.people.Absences;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mentor says when they are away and who covers; a programme lead says it for anybody, and sets how long a draft may wait. */
@Controller
class AwayController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Absences absences;
    private final People people;
    private final RoutingRules rules;
    private final Workload workload;
    private final AuditTrail audit;

    AwayController(Absences absences, People people, RoutingRules rules, Workload workload, AuditTrail audit) {
        this.absences = absences;
        this.people = people;
        this.rules = rules;
        this.workload = workload;
        this.audit = audit;
    }

    /** What was typed, shown again where it cannot be. */
    record Typed(String person, String from, String until, String deputy, String problem) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    record Line(long id, String name, String from, String until, String covers) {}

    @GetMapping("/review/away")
    String mine(@AuthenticationPrincipal SignedInPerson me, Model model) {
        return mine(me, Typed.NOTHING, model);
    }

    private String mine(SignedInPerson me, Typed typed, Model model) {
        model.addAttribute(
                "mine",
                lines(absences.all().stream()
                        .filter(absence -> absence.person().equals(me.id()))
                        .toList()));
        model.addAttribute(
                "covering",
                lines(absences.all().stream()
                        .filter(absence ->
                                absence.deputy().filter(me.id()::equals).isPresent())
                        .toList()));
        model.addAttribute("mentors", others(me.id()));
        model.addAttribute("typed", typed);
        return "review/away";
    }

    @PostMapping("/review/away")
    String away(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String deputy,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Optional<String> problem = set(me, me.id(), from, until, deputy, after);
        if (problem.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return mine(me, new Typed("", from, until, deputy, problem.get()), model);
        }
        return "redirect:/review/away";
    }

    @PostMapping("/review/away/back")
    String back(@AuthenticationPrincipal SignedInPerson me, @RequestParam long absence, RedirectAttributes after) {
        cancel(me, known(absence, me.id()), after);
        return "redirect:/review/away";
    }

    @GetMapping("/lead/routing")
    String routing(@AuthenticationPrincipal SignedInPerson me, Model model) {
        return routing(Typed.NOTHING, Integer.toString(rules.escalateAfterDays()), "", model);
    }

    private String routing(Typed typed, String days, String daysProblem, Model model) {
        model.addAttribute("absences", lines(absences.all()));
        model.addAttribute("mentors", people.withRole(Role.MENTOR));
        model.addAttribute("typed", typed);
        model.addAttribute("days", days);
        model.addAttribute("daysProblem", daysProblem);
        model.addAttribute("workload", workload.today());
        return "review/routing";
    }

    @PostMapping("/lead/routing/away")
    String awayOf(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String deputy,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Optional<Person> mentor = mentor(person);
        Optional<String> problem = mentor.isEmpty()
                ? Optional.of("Choose who is away.")
                : set(me, mentor.get().id(), from, until, deputy, after);
        if (problem.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return routing(
                    new Typed(person, from, until, deputy, problem.get()),
                    Integer.toString(rules.escalateAfterDays()),
                    "",
                    model);
        }
        return "redirect:/lead/routing";
    }

    @PostMapping("/lead/routing/back")
    String backOf(@AuthenticationPrincipal SignedInPerson me, @RequestParam long absence, RedirectAttributes after) {
        cancel(
                me,
                absences.all().stream()
                        .filter(one -> one.id() == absence)
                        .findFirst()
                        .orElseThrow(NotFound::new),
                after);
        return "redirect:/lead/routing";
    }

    @PostMapping("/lead/routing/days")
    String days(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "") String days,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        try {
            int number = Integer.parseInt(days.strip());
            rules.escalateAfter(number);
            audit.append(me.id().toString(), "routing.escalation", "routing", Map.of("days", days.strip()));
            after.addFlashAttribute(
                    "notice",
                    "Kept: after " + InWords.count(number, "day") + " a draft comes to the programme leads too.");
            return "redirect:/lead/routing";
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return routing(
                    Typed.NOTHING,
                    days,
                    "A number of days from " + RoutingRules.FEWEST_DAYS + " to " + RoutingRules.MOST_DAYS + ".",
                    model);
        }
    }

    /** @return what is wrong; empty where it is set */
    private Optional<String> set(
            SignedInPerson me, PersonId person, String from, String until, String deputy, RedirectAttributes after) {
        Optional<Person> covers = mentor(deputy);
        if (!deputy.isEmpty() && covers.isEmpty()) {
            return Optional.of("Only another mentor can cover.");
        }
        try {
            Absence set = absences.set(
                    person, LocalDate.parse(from), LocalDate.parse(until), covers.map(Person::id), me.id());
            audit.append(
                    me.id().toString(),
                    "absence.set",
                    "person:" + person,
                    Map.of("from", from, "until", until, "deputy", deputy));
            after.addFlashAttribute(
                    "notice",
                    "Kept: away from " + DAY.format(set.from()) + " to " + DAY.format(set.until()) + "; "
                            + covers.map(Person::displayName).orElse("the programme leads")
                            + " will see to what comes in.");
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("Give both days, such as 2026-12-24.");
        } catch (Absences.NotPossible e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void cancel(SignedInPerson me, Absence absence, RedirectAttributes after) {
        absences.cancel(absence);
        audit.append(me.id().toString(), "absence.cancelled", "person:" + absence.person(), Map.of());
        after.addFlashAttribute("notice", "Welcome back. What comes in goes the usual way again.");
    }

    private Absence known(long id, PersonId person) {
        return absences.all().stream()
                .filter(absence -> absence.id() == id && absence.person().equals(person))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Optional<Person> mentor(String id) {
        return people.withRole(Role.MENTOR).stream()
                .filter(person -> person.id().toString().equals(id))
                .findFirst();
    }

    private List<Person> others(PersonId me) {
        return people.withRole(Role.MENTOR).stream()
                .filter(person -> !person.id().equals(me))
                .toList();
    }

    private List<Line> lines(List<Absence> absences) {
        return absences.stream()
                .map(absence -> new Line(
                        absence.id(),
                        name(absence.person()),
                        DAY.format(absence.from()),
                        DAY.format(absence.until()),
                        absence.deputy().map(this::name).orElse("the programme leads")))
                .toList();
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::displayName).orElse("somebody no longer here");
    }
}
