package dev.trellis.evidence;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Detail.ReflectionForm;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A journal entry, or a look at strengths, weaknesses, opportunities and threats. */
@Controller
@RequestMapping("/me/write/reflection")
class WriteReflection {

    /** Fields of the second form with the headings they get in the text. */
    private static final Map<String, String> SWOT = new LinkedHashMap<>();

    static {
        SWOT.put("strengths", "Strengths");
        SWOT.put("weaknesses", "Weaknesses");
        SWOT.put("opportunities", "Opportunities");
        SWOT.put("threats", "Threats");
    }

    private static final Logger log = LoggerFactory.getLogger(WriteReflection.class);

    private final WritingDesk desk;
    private final OwnCompetencies competencies;
    private final ObjectProvider<AfterWriting> after;

    WriteReflection(WritingDesk desk, OwnCompetencies competencies, ObjectProvider<AfterWriting> after) {
        this.desk = desk;
        this.competencies = competencies;
        this.after = after;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(name = "form", defaultValue = "JOURNAL") ReflectionForm form,
            Model model) {
        Typed typed =
                new Typed(Map.of("form", form.name(), "occurredAt", desk.today().toString()));
        return show(me.id(), typed, model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam Map<String, String> request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = new Typed(request);
        ReflectionForm form = typed.choice("form", ReflectionForm.class, ReflectionForm.JOURNAL);
        String text = text(form, typed);
        Optional<LocalDate> on = typed.day("occurredAt", "Say on which day it was, such as " + desk.today() + ".");
        Optional<CompetencyId> competency = typed.competency();
        boolean saved = desk.save(
                typed,
                () -> new NewEvidence(
                        me.id(),
                        new Author.OfPerson(me.id()),
                        typed.visibility(),
                        desk.moment(on.orElseThrow()),
                        typed.text("title"),
                        text,
                        new Detail.Reflection(form, competency),
                        Optional.empty()),
                field -> field.equals("text") && form == ReflectionForm.SWOT ? "strengths" : field,
                model,
                response,
                flash);
        if (!saved) {
            return show(me.id(), typed, model);
        }
        if (form == ReflectionForm.JOURNAL) {
            question(text).ifPresent(question -> flash.addFlashAttribute("question", question));
        }
        return "redirect:/me/evidence";
    }

    /** The words are saved already: that there is no question is no reason to trouble their writer. */
    private Optional<String> question(String text) {
        try {
            return after.stream().findFirst().flatMap(asks -> asks.ask(text));
        } catch (RuntimeException e) {
            log.warn("no question after a reflection: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    private static String text(ReflectionForm form, Typed typed) {
        if (form == ReflectionForm.JOURNAL) {
            return typed.required("text", "Write something first. Two sentences are plenty.");
        }
        String text = SWOT.entrySet().stream()
                .filter(part -> !typed.text(part.getKey()).isBlank())
                .map(part -> part.getValue() + "\n" + typed.text(part.getKey()))
                .collect(Collectors.joining("\n\n"));
        if (text.isEmpty()) {
            typed.refuse("strengths", "Write something in one of the four at least.");
        }
        return text;
    }

    private String show(PersonId me, Typed typed, Model model) {
        desk.lay(model, me, typed);
        model.addAttribute("competencies", competencies.byRole(me));
        return "evidence/write-reflection";
    }
}
