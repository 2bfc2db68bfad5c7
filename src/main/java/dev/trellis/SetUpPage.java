package dev.trellis;

import dev.trellis.audit.AuditTrail;
import dev.trellis.people.PersonId;
import dev.trellis.people.SetUpLinks;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes the first administrator, for whoever holds the link that was printed. */
@Controller
class SetUpPage {

    static final String PATH = "/set-up";

    private final SetUpLinks links;
    private final AuditTrail audit;

    SetUpPage(SetUpLinks links, AuditTrail audit) {
        this.links = links;
        this.audit = audit;
    }

    record Form(String token, String givenName, String familyName, String email, String password) {}

    @GetMapping(PATH)
    String page(@RequestParam(defaultValue = "") String token, Model model) {
        if (!links.holds(token)) {
            throw used();
        }
        model.addAttribute("form", new Form(token, "", "", "", ""));
        return "set-up";
    }

    @PostMapping(PATH)
    ModelAndView make(@ModelAttribute Form form, RedirectAttributes after) {
        try {
            if (form.givenName().isBlank() && form.familyName().isBlank()) {
                throw new IllegalArgumentException("Please say your name.");
            }
            Optional<PersonId> made = links.makeAdministrator(
                    form.token(), form.givenName(), form.familyName(), form.email(), form.password());
            PersonId administrator = made.orElseThrow(SetUpPage::used);
            audit.append(administrator.toString(), "administrator.made", "person:" + administrator, Map.of());
        } catch (IllegalArgumentException e) {
            return new ModelAndView(
                    "set-up", Map.of("form", form, "problem", String.valueOf(e.getMessage())), status());
        }
        after.addFlashAttribute("notice", "Trellis is yours to set up. Sign in to begin.");
        return new ModelAndView("redirect:" + SignInPage.PATH);
    }

    private static HttpStatusCode status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static NotFound used() {
        return new NotFound("This link was used, or is older than a day. "
                + "Where there is no administrator yet, starting Trellis prints another.");
    }
}
