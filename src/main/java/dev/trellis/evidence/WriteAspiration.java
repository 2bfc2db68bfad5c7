package dev.trellis.evidence;

import dev.trellis.catalog.Catalog;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person wants to become, in their own words; said anew, the former words stay in the journal. */
@Controller
@RequestMapping("/me/write/aspiration")
class WriteAspiration {

    private final WritingDesk desk;
    private final EvidenceLedger ledger;
    private final Catalog catalog;

    WriteAspiration(WritingDesk desk, EvidenceLedger ledger, Catalog catalog) {
        this.desk = desk;
        this.ledger = ledger;
        this.catalog = catalog;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedInPerson me, Model model) {
        Map<String, String> standing = new HashMap<>(Map.of("visibility", Visibility.MENTOR.name()));
        ledger.about(new Reader.OfPerson(me.id()), me.id(), Set.of(EvidenceKind.ASPIRATION), 1)
                .forEach(latest -> {
                    standing.put("text", latest.text());
                    standing.put("visibility", latest.visibility().name());
                    if (latest.detail() instanceof Detail.Aspiration aspiration) {
                        standing.put("roleCode", aspiration.roleCode().orElse(""));
                    }
                });
        return show(me.id(), new Typed(standing), model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam Map<String, String> request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = new Typed(request);
        String text = typed.required("text", "Say it in your own words. One sentence is enough.");
        boolean saved = desk.save(
                typed,
                () -> new NewEvidence(
                        me.id(),
                        new Author.OfPerson(me.id()),
                        typed.visibility(),
                        desk.moment(desk.today()),
                        "",
                        text,
                        new Detail.Aspiration(
                                Optional.of(typed.text("roleCode")).filter(code -> !code.isBlank())),
                        Optional.empty()),
                WritingDesk.FieldNames.SAME,
                model,
                response,
                flash);
        return saved ? "redirect:/me" : show(me.id(), typed, model);
    }

    private String show(PersonId me, Typed typed, Model model) {
        desk.lay(model, me, typed);
        model.addAttribute("roles", catalog.roles());
        return "evidence/write-aspiration";
    }
}
