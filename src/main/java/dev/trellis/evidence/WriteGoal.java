package dev.trellis.evidence;

import dev.trellis.evidence.Detail.GoalState;
import dev.trellis.evidence.Detail.Horizon;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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

/** A SMART goal: specific, measurable, achievable, relevant, and by when. */
@Controller
@RequestMapping("/me/write/goal")
class WriteGoal {

    private final WritingDesk desk;

    WriteGoal(WritingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedInPerson me, Model model) {
        return show(
                me.id(),
                new Typed(Map.of("horizon", Horizon.SHORT_TERM.name(), "visibility", Visibility.MENTOR.name())),
                model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam Map<String, String> request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = new Typed(request);
        String text = typed.required("text", "Say what you want to do.");
        String measure = typed.required("measure", "Say how you will know, even roughly.");
        Optional<LocalDate> dueOn =
                typed.day("dueOn", "Say by when, such as " + desk.today().plusMonths(3) + ".");
        if (dueOn.filter(day -> day.isBefore(desk.today())).isPresent()) {
            typed.refuse("dueOn", "That day has passed. By when will it be done?");
        }
        boolean saved = desk.save(
                typed,
                () -> new NewEvidence(
                        me.id(),
                        new Author.OfPerson(me.id()),
                        typed.visibility(),
                        desk.moment(desk.today()),
                        "",
                        text,
                        new Detail.Goal(
                                typed.choice("horizon", Horizon.class, Horizon.SHORT_TERM),
                                measure,
                                typed.text("achievable"),
                                typed.text("relevant"),
                                dueOn.orElseThrow(),
                                GoalState.OPEN),
                        Optional.empty()),
                WritingDesk.FieldNames.SAME,
                model,
                response,
                flash);
        return saved ? "redirect:/me/evidence" : show(me.id(), typed, model);
    }

    private String show(PersonId me, Typed typed, Model model) {
        desk.lay(model, me, typed);
        return "evidence/write-goal";
    }
}
