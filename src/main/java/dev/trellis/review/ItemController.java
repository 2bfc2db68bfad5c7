package dev.trellis.review;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.Framework;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.Decision.Accepted;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.Decision.Rejected;
import dev.trellis.review.DraftAnswers.Asking;
import dev.trellis.review.Outcome.Kept;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Decisions about one item. */
@Controller
@RequestMapping("/review/{draft}/items/{item}")
class ItemController {

    private final Reviews reviews;
    private final DraftAnswers answers;
    private final Catalog catalog;
    private final Clock clock;

    ItemController(Reviews reviews, DraftAnswers answers, Catalog catalog, Clock clock) {
        this.reviews = reviews;
        this.answers = answers;
        this.catalog = catalog;
        this.clock = clock;
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

    @PostMapping("/accept")
    ModelAndView accept(Asking asking, @PathVariable String draft, @PathVariable String item, SeenForm seen) {
        return decide(asking, draft, item, new Accepted(), seen, new Typed.Nothing());
    }

    @PostMapping("/edit")
    ModelAndView edit(
            Asking asking, @PathVariable String draft, @PathVariable String item, EditForm form, SeenForm seen) {
        Reviews.Opened opened = reviews.open(asking.me().id(), Addresses.draft(draft));
        PlanDraft inReview = opened.draft();
        DraftItem inDraft = Addresses.item(inReview, item);
        return switch (form.check(inReview, inDraft, highestLevel(inDraft), new InWords(clock))) {
            case EditForm.Checked.Wrong wrong -> {
                Typed typed = new Typed.InEdit(inDraft.id(), form, wrong.problems());
                yield answers.refused(asking, opened, Addresses.position(inReview, inDraft), typed, null);
            }
            case EditForm.Checked.Right right -> {
                Edit edit = right.edit();
                Decision decision = edit.equals(Edit.of(inDraft)) ? new Accepted() : new Edited(edit);
                Typed typed = new Typed.InEdit(inDraft.id(), form, Map.of());
                yield decide(asking, draft, item, decision, seen, typed);
            }
        };
    }

    @PostMapping("/reject")
    ModelAndView reject(
            Asking asking,
            @PathVariable String draft,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            SeenForm seen) {
        Reviews.Opened opened = reviews.open(asking.me().id(), Addresses.draft(draft));
        DraftItem inDraft = Addresses.item(opened.draft(), item);
        Optional<RejectReason> chosen = Arrays.stream(RejectReason.values())
                .filter(code -> code.name().equals(reason))
                .findFirst();
        String problem = chosen.isEmpty() ? "Choose the reason that comes nearest." : EditForm.tooLong(words);
        if (!problem.isEmpty()) {
            Typed typed = new Typed.InRejection(inDraft.id(), reason, words, problem);
            return answers.refused(asking, opened, Addresses.position(opened.draft(), inDraft), typed, null);
        }
        Decision decision = new Rejected(chosen.orElseThrow(), words.strip());
        Typed typed = new Typed.InRejection(inDraft.id(), reason, words, "");
        return decide(asking, draft, item, decision, seen, typed);
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(
            Asking asking,
            @PathVariable String draft,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String seen) {
        PlanDraftId id = Addresses.draft(draft);
        Reviews.Opened opened = reviews.open(asking.me().id(), id);
        DraftItem inDraft = Addresses.item(opened.draft(), item);
        Outcome outcome = reviews.takeBack(asking.me().id(), id, inDraft.id(), Addresses.seen(seen));
        return outcome instanceof Kept
                ? DraftAnswers.redirect(id, Addresses.position(opened.draft(), inDraft))
                : answers.afterDecision(asking, id, item, outcome, new Typed.Nothing());
    }

    private ModelAndView decide(
            Asking asking, String draft, String item, Decision decision, SeenForm seen, Typed typed) {
        PlanDraftId id = Addresses.draft(draft);
        Outcome outcome = reviews.decide(asking.me().id(), id, Addresses.itemId(item), decision, seen.asSeen());
        return answers.afterDecision(asking, id, item, outcome, typed);
    }

    /** Of the competency's framework; the level drafted where it is no longer in the catalogue. */
    private double highestLevel(DraftItem item) {
        return Optional.ofNullable(
                        catalog.competencies(Set.of(item.competency())).get(item.competency()))
                .map(Competency::framework)
                .flatMap(id -> catalog.frameworks().stream()
                        .filter(framework -> framework.id().equals(id))
                        .findFirst())
                .map(Framework::highestLevel)
                .orElse(item.soughtLevel());
    }
}
