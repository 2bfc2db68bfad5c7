package dev.trellis.evidence;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where someone sees themselves in a competency: first which, then how far, how sure, and what shows it. */
@Controller
@RequestMapping("/me/write/level")
class WriteLevel {

    private final WritingDesk desk;
    private final OwnCompetencies own;
    private final Catalog catalog;

    WriteLevel(WritingDesk desk, OwnCompetencies own, Catalog catalog) {
        this.desk = desk;
        this.own = own;
        this.catalog = catalog;
    }

    @GetMapping
    String which(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(name = "q", defaultValue = "") String words,
            Model model) {
        model.addAttribute("q", words);
        model.addAttribute("found", own.named(words));
        model.addAttribute("roles", words.isBlank() ? own.byRole(me.id()) : List.of());
        return "evidence/choose-competency";
    }

    @GetMapping(params = "competency")
    String form(@AuthenticationPrincipal SignedInPerson me, @RequestParam("competency") CompetencyId id, Model model) {
        Typed typed = new Typed(Map.of("visibility", Visibility.MENTOR.name(), "sure", HowSure.FAIRLY.name()));
        return show(me.id(), competency(id), typed, model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam("competency") CompetencyId id,
            @RequestParam Map<String, String> request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = new Typed(request);
        typed.values().putIfAbsent("level", "");
        Competency competency = competency(id);
        Optional<Double> level = typed.number("level", "Choose a level.");
        boolean saved = desk.save(
                typed,
                () -> new NewEvidence(
                        me.id(),
                        new Author.OfPerson(me.id()),
                        typed.visibility(),
                        desk.moment(desk.today()),
                        competency.name(),
                        typed.text("text").isBlank() ? inWords(competency, level.orElseThrow()) : typed.text("text"),
                        new Detail.Assertion(
                                id,
                                level.orElseThrow(),
                                typed.choice("sure", HowSure.class, HowSure.UNSURE)
                                        .confidence(),
                                Detail.Asserter.SELF,
                                Optional.empty()),
                        Optional.empty()),
                WritingDesk.FieldNames.SAME,
                model,
                response,
                flash);
        return saved ? "redirect:/me/levels" : show(me.id(), competency, typed, model);
    }

    private String inWords(Competency competency, double level) {
        return "I see myself at level " + HeldRole.number(level) + " of "
                + HeldRole.number(framework(competency).highestLevel()) + " in " + competency.name() + ".";
    }

    private Competency competency(CompetencyId id) {
        return Optional.ofNullable(catalog.competencies(List.of(id)).get(id))
                .orElseThrow(() -> new NotFound("There is no such competency."));
    }

    private Framework framework(Competency competency) {
        return catalog.frameworks().stream()
                .filter(one -> one.id().equals(competency.framework()))
                .findFirst()
                .orElseThrow();
    }

    private String show(PersonId me, Competency competency, Typed typed, Model model) {
        desk.lay(model, me, typed);
        Framework framework = framework(competency);
        model.addAttribute("competency", competency);
        model.addAttribute("lowest", Days.number(framework.lowestLevel()));
        model.addAttribute("highest", Days.number(framework.highestLevel()));
        model.addAttribute("sureness", HowSure.values());
        return "evidence/write-level";
    }
}
