package dev.trellis.evidence;

import dev.trellis.NotFound;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Feedback or recognition to a colleague: when and where, what was seen, and what it did. */
@Controller
@RequestMapping("/me/write/feedback")
class WriteFeedback {

    private static final int MOST_SHOWN = 30;

    private final WritingDesk desk;
    private final OwnCompetencies competencies;
    private final People people;

    WriteFeedback(WritingDesk desk, OwnCompetencies competencies, People people) {
        this.desk = desk;
        this.competencies = competencies;
        this.people = people;
    }

    /** The colleague first; without a name to look for, those of one's own team. */
    @GetMapping
    String whom(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(name = "q", defaultValue = "") String name,
            Model model) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        String team = people.find(me.id()).map(Person::team).orElse("");
        model.addAttribute("q", name);
        model.addAttribute(
                "colleagues",
                people.active().stream()
                        .filter(person -> !person.id().equals(me.id()))
                        .filter(person -> sought.isEmpty()
                                ? !team.isEmpty() && person.team().equals(team)
                                : person.displayName().toLowerCase(Locale.ROOT).contains(sought))
                        .limit(MOST_SHOWN)
                        .toList());
        return "evidence/choose-colleague";
    }

    @GetMapping(params = "about")
    String form(@AuthenticationPrincipal SignedInPerson me, @RequestParam("about") PersonId about, Model model) {
        Typed typed = new Typed(Map.of(
                "occurredAt",
                desk.today().toString(),
                "kind",
                EvidenceKind.FEEDBACK.name(),
                "visibility",
                Visibility.MENTOR.name()));
        return show(me.id(), colleague(me, about), typed, model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam("about") PersonId about,
            @RequestParam Map<String, String> request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = new Typed(request);
        Person colleague = colleague(me, about);
        typed.required("behaviour", "Say what you saw " + colleague.givenName() + " do. That is what helps.");
        var on = typed.day("occurredAt", "Say on which day it was, such as " + desk.today() + ".");
        Optional<CompetencyId> competency = typed.competency();
        boolean saved = desk.save(
                typed,
                () -> new NewEvidence(
                        about,
                        new Author.OfPerson(me.id()),
                        typed.visibility(),
                        desk.moment(on.orElseThrow()),
                        "",
                        Stream.of("situation", "behaviour", "effect")
                                .map(typed::text)
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining("\n\n")),
                        typed.text("kind").equals(EvidenceKind.RECOGNITION.name())
                                ? new Detail.Recognition()
                                : new Detail.Feedback(competency),
                        Optional.empty()),
                field -> field.equals("text") ? "behaviour" : field,
                model,
                response,
                flash);
        return saved ? "redirect:/me/evidence" : show(me.id(), colleague, typed, model);
    }

    private Person colleague(SignedInPerson me, PersonId id) {
        return people.find(id)
                .filter(person -> person.active() && !person.id().equals(me.id()))
                .orElseThrow(() -> new NotFound("There is no such colleague."));
    }

    private String show(PersonId me, Person colleague, Typed typed, Model model) {
        desk.lay(model, me, typed);
        model.addAttribute("colleague", colleague);
        model.addAttribute("competencies", competenciesOf(colleague));
        return "evidence/write-feedback";
    }

    /** Of the role that everyone can see the colleague has; where the colleague wants to go is theirs to tell. */
    private List<OwnCompetencies.OfRole> competenciesOf(Person colleague) {
        return competencies.ofRole(colleague.roleCode());
    }
}
