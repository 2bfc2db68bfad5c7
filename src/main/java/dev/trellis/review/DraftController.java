package dev.trellis.review;

import dev.trellis.NotFound;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.DraftAnswers.Asking;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a draft is decided, and the ways a review ends. */
@Controller
@RequestMapping("/review/{draft}")
class DraftController {

    private static final Typed NOTHING = new Typed.Nothing();

    private final Reviews reviews;
    private final DraftAnswers answers;

    DraftController(Reviews reviews, DraftAnswers answers) {
        this.reviews = reviews;
        this.answers = answers;
    }

    @ModelAttribute
    Asking asking(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return new Asking(me, htmx);
    }

    @ModelAttribute("keys")
    String keys(@CookieValue(name = DraftAnswers.KEYS, defaultValue = "on") String keys) {
        return keys.equals("off") ? "off" : "on";
    }

    /**
     * @param at number of the item the person is at
     * @param edit id of the item to open for editing
     * @param look id of the item to open beside its sources
     * @param ask {@code changes} to open that form
     */
    @GetMapping
    ModelAndView draft(
            Asking asking,
            @PathVariable String draft,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "") String look,
            @RequestParam(defaultValue = "") String ask) {
        Reviews.Opened opened = reviews.open(asking.me().id(), Addresses.draft(draft));
        if (!edit.isEmpty()) {
            DraftItem item = Addresses.item(opened.draft(), edit);
            Typed typed = new Typed.InEdit(item.id(), EditForm.of(standing(opened, item)), Map.of());
            return answers.page(asking, opened, Addresses.position(opened.draft(), item), typed);
        }
        if (!look.isEmpty()) {
            DraftItem item = Addresses.item(opened.draft(), look);
            return answers.page(asking, opened, Addresses.position(opened.draft(), item), new Typed.InLook(item.id()));
        }
        return answers.page(asking, opened, at, ask.equals("changes") ? new Typed.InChanges("", "") : NOTHING);
    }

    @PostMapping("/sign-off")
    ModelAndView signOff(
            Asking asking,
            @PathVariable String draft,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String again) {
        PlanDraftId id = Addresses.draft(draft);
        Typed typed = new Typed.InSignOff(words);
        String problem = EditForm.tooLong(words);
        if (!problem.isEmpty()) {
            return answers.refused(asking, reviews.open(asking.me().id(), id), 0, typed, problem);
        }
        Outcome outcome = reviews.signOff(
                asking.me().id(),
                id,
                version,
                words.strip(),
                again.isEmpty() ? Optional.empty() : Optional.of(Addresses.itemId(again)));
        return answers.afterEnding(asking, id, outcome, typed);
    }

    @PostMapping("/changes")
    ModelAndView askForChanges(
            Asking asking, @PathVariable String draft, @RequestParam(defaultValue = "") String hint) {
        PlanDraftId id = Addresses.draft(draft);
        String problem = hint.isBlank() ? "Say in a few words what should be different." : EditForm.tooLong(hint);
        if (!problem.isEmpty()) {
            Typed typed = new Typed.InChanges(hint, problem);
            return answers.refused(asking, reviews.open(asking.me().id(), id), 0, typed, null);
        }
        Outcome outcome = reviews.askForChanges(asking.me().id(), id, hint.strip());
        return answers.afterEnding(asking, id, outcome, new Typed.InChanges(hint, ""));
    }

    /** Where Trellis abstained and more was recorded since. */
    @PostMapping("/again")
    ModelAndView again(Asking asking, @PathVariable String draft) {
        PlanDraftId id = Addresses.draft(draft);
        if (!reviews.open(asking.me().id(), id).draft().abstained()) {
            throw new NotFound();
        }
        return answers.afterEnding(asking, id, reviews.askForChanges(asking.me().id(), id, ""), NOTHING);
    }

    /** Where Trellis abstained and nothing more is wanted. */
    @PostMapping("/close")
    ModelAndView close(Asking asking, @PathVariable String draft, @RequestParam(defaultValue = "") String why) {
        PlanDraftId id = Addresses.draft(draft);
        String problem = why.isBlank() ? "Say in a few words why it ends here." : EditForm.tooLong(why);
        if (!problem.isEmpty()) {
            Typed typed = new Typed.InClosing(why, problem);
            return answers.refused(asking, reviews.open(asking.me().id(), id), 0, typed, null);
        }
        Outcome outcome = reviews.close(asking.me().id(), id, why.strip());
        return answers.afterEnding(asking, id, outcome, new Typed.InClosing(why, ""));
    }

    private static Edit standing(Reviews.Opened opened, DraftItem item) {
        return opened.review()
                .map(review -> review.decisions().get(item.id()))
                .map(decision -> decision.decision() instanceof Edited edited ? edited.edit() : Edit.of(item))
                .orElseGet(() -> Edit.of(item));
    }
}
