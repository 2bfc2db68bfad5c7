package dev.trellis.review;

import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.Outcome.ChangedMeanwhile;
import dev.trellis.review.Outcome.DecidedMeanwhile;
import dev.trellis.review.Outcome.Kept;
import dev.trellis.review.Outcome.LookAgain;
import dev.trellis.review.Outcome.LookFirst;
import dev.trellis.review.Outcome.Over;
import dev.trellis.review.Outcome.StillOpen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is answered about a draft: the page, or for htmx the draft alone; after a decision a redirect to the next open item;
 * where someone was first or something is wrong, the page with what was typed still on it.
 */
@Component
class DraftAnswers {

    static final String KEYS = "trellis-keys";

    /** Lines of the list beside a draft; the inbox has them all. */
    private static final int BESIDE = 30;

    private final Reviews reviews;
    private final Queue queue;
    private final DraftPages pages;

    DraftAnswers(Reviews reviews, Queue queue, DraftPages pages) {
        this.reviews = reviews;
        this.queue = queue;
        this.pages = pages;
    }

    /** Who asks, and how. @param fragment the draft alone is wanted */
    record Asking(SignedInPerson me, boolean fragment) {}

    /** @param at number of the item the person is at, or 0 */
    ModelAndView page(Asking asking, Reviews.Opened opened, int at, Typed typed) {
        return page(asking, opened, at, typed, null, HttpStatus.OK);
    }

    ModelAndView refused(Asking asking, Reviews.Opened opened, int at, Typed typed, @Nullable String problem) {
        return page(asking, opened, at, typed, problem, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    ModelAndView afterDecision(Asking asking, PlanDraftId id, String itemId, Outcome outcome, Typed typed) {
        Reviews.Opened opened = reviews.open(asking.me().id(), id);
        DraftItem item = Addresses.item(opened.draft(), itemId);
        if (outcome instanceof Kept) {
            return redirect(id, nextOpen(opened, item));
        }
        String problem = switch (outcome) {
            case Kept kept -> "";
            case DecidedMeanwhile meanwhile ->
                meanwhile
                        .standing()
                        .map(decision -> pages.decidedBy(asking.me().id(), decision))
                        .orElse("The decision on this item was taken back meanwhile.");
            case ChangedMeanwhile changed -> "This draft changed a moment ago; nothing was decided.";
            case LookFirst look -> "This stands on little. Read its source first, then decide.";
            case LookAgain look -> "Look at this one again.";
            case Over over -> "This review is over; nothing was changed.";
            case StillOpen open -> "Some items are still open.";
        };
        return page(
                asking,
                opened,
                Addresses.position(opened.draft(), item),
                !(typed instanceof Typed.Nothing)
                        ? typed
                        : outcome instanceof LookFirst ? new Typed.InLook(item.id()) : new Typed.At(item.id()),
                typed instanceof Typed.Nothing ? problem : problem + " What you typed is still here.",
                HttpStatus.CONFLICT);
    }

    ModelAndView afterEnding(Asking asking, PlanDraftId id, Outcome outcome, Typed typed) {
        Reviews.Opened opened = reviews.open(asking.me().id(), id);
        if (outcome instanceof LookAgain look) {
            String words = typed instanceof Typed.InSignOff signOff ? signOff.words() : "";
            DraftItem item = Addresses.item(opened.draft(), look.item().toString());
            return page(
                    asking,
                    opened,
                    Addresses.position(opened.draft(), item),
                    new Typed.InSecondLook(item.id(), words),
                    "You accepted " + InWords.count(look.run(), "item")
                            + " faster than they can be read. Look at this one once more: does its source say so? Then sign off.",
                    HttpStatus.CONFLICT);
        }
        boolean mine = opened.review()
                .flatMap(Review::signOff)
                .filter(signOff -> signOff.by().equals(asking.me().id()))
                .isPresent();
        String problem = switch (outcome) {
            case Kept kept -> "";
            case Over over -> mine ? "" : "This review ended before yours came in; nothing of yours was changed.";
            case StillOpen open ->
                open.items() == 0
                        ? "There is nothing in it to sign off."
                        : InWords.count(open.items(), "item") + " still to decide. Your words are kept.";
            case LookFirst look -> CHANGED;
            case LookAgain look -> CHANGED;
            case DecidedMeanwhile meanwhile -> CHANGED;
            case ChangedMeanwhile meanwhile -> CHANGED;
        };
        return problem.isEmpty()
                ? new ModelAndView("redirect:/review/" + id)
                : page(asking, opened, 0, typed, problem, HttpStatus.CONFLICT);
    }

    private static final String CHANGED =
            "A decision changed since you saw this page. Look again, then sign off. Your words are kept.";

    static ModelAndView redirect(PlanDraftId draft, int position) {
        return new ModelAndView("redirect:/review/" + draft + "?at=" + position + "#item-" + position);
    }

    private ModelAndView page(
            Asking asking, Reviews.Opened opened, int at, Typed typed, @Nullable String problem, HttpStatus status) {
        DraftPage page = pages.page(asking.me().id(), opened, at, typed, problem);
        ModelAndView answer = new ModelAndView(asking.fragment() ? "review/draft :: draft" : "review/draft");
        answer.setStatus(status);
        answer.addObject("page", page);
        answer.addObject("reasons", Arrays.asList(RejectReason.values()));
        Inbox inbox = queue.of(asking.me().id(), asking.me().is(Role.PROGRAMME_LEAD));
        answer.addObject("inbox", inbox);
        answer.addObject(
                "entries",
                inbox.waiting().subList(0, Math.min(BESIDE, inbox.waiting().size())));
        answer.addObject("putOff", inbox.putOff(page.id()).orElse(null));
        answer.addObject("next", inbox.nextAfter(page.id()));
        return answer;
    }

    /** The first item after this one that nobody decided, from the top again if need be; this one if all are. */
    private static int nextOpen(Reviews.Opened opened, DraftItem item) {
        List<DraftItem> items = opened.draft().items();
        Map<DraftItemId, ItemDecision> decisions =
                opened.review().map(Review::decisions).orElse(Map.of());
        int here = items.indexOf(item);
        for (int step = 1; step < items.size(); step++) {
            int candidate = (here + step) % items.size();
            if (!decisions.containsKey(items.get(candidate).id())) {
                return candidate + 1;
            }
        }
        return here + 1;
    }
}
