package dev.trellis.review;

import dev.trellis.NotFound;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DevelopmentPlans;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.DraftRequests;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.planning.PlanDrafts;
import dev.trellis.planning.PlanId;
import dev.trellis.review.Decision.Rejected;
import dev.trellis.review.HonestReview.SecondLook;
import dev.trellis.review.Outcome.ChangedMeanwhile;
import dev.trellis.review.Outcome.DecidedMeanwhile;
import dev.trellis.review.Outcome.Kept;
import dev.trellis.review.Outcome.LookAgain;
import dev.trellis.review.Outcome.LookFirst;
import dev.trellis.review.Outcome.Over;
import dev.trellis.review.Outcome.StillOpen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * The decisions about a draft, from opening it to signing it off. Each is one transaction in the name of one person, and the
 * only way anything becomes part of a plan.
 */
class Reviews {

    private final PlanDrafts drafts;
    private final DevelopmentPlans plans;
    private final DraftRequests requests;
    private final Routes routes;
    private final JdbcReviews reviews;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Reviews(
            PlanDrafts drafts,
            DevelopmentPlans plans,
            DraftRequests requests,
            Routes routes,
            JdbcReviews reviews,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            Supplier<UUID> ids) {
        this.drafts = drafts;
        this.plans = plans;
        this.requests = requests;
        this.routes = routes;
        this.reviews = reviews;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /** A draft and what was done with it. */
    record Opened(PlanDraft draft, Optional<Review> review) {}

    /**
     * Opens a draft: one that waits is in review from now on, which keeps nobody else out.
     *
     * @throws NotFound where it does not come to this person, whether it exists or not
     */
    Opened open(PersonId me, PlanDraftId id) {
        try {
            return reviews.as(me, () -> begun(me, id));
        } catch (ConcurrencyFailureException e) {
            // Someone opened it at the same moment: now it is open.
            return reviews.as(me, () -> begun(me, id));
        }
    }

    /**
     * Decides about an item, in place of what stands if that is what the person saw.
     *
     * @param seen what the person had before them
     */
    Outcome decide(PersonId me, PlanDraftId id, DraftItemId item, Decision decision, Seen seen) {
        return changing(me, id, opened -> {
            DraftItem inDraft = item(opened.draft(), item);
            Review review = opened.review().orElseThrow();
            Optional<ItemDecision> standing =
                    Optional.ofNullable(review.decisions().get(item));
            if (standing.filter(now -> now.by().equals(me) && now.decision().equals(decision))
                    .isPresent()) {
                return new Kept();
            }
            if (standing.isPresent() && !standing.map(ItemDecision::id).equals(seen.standing())) {
                return new DecidedMeanwhile(standing);
            }
            if (!(decision instanceof Rejected)
                    && !seen.source()
                    && HonestReview.asksForALook(opened.draft(), inDraft)) {
                return new LookFirst();
            }
            Instant now = clock.instant();
            Duration looked = looked(me, review, seen.shown(), now);
            ItemDecision made = new ItemDecision(ids.get(), item, decision, me, now, looked, seen.source());
            reviews.decide(id, made);
            audit(me, id, "item." + decision.code().toLowerCase(Locale.ROOT), made);
            return new Kept();
        });
    }

    /** Takes a decision back, so that the item is open again. */
    Outcome takeBack(PersonId me, PlanDraftId id, DraftItemId item, Optional<UUID> seen) {
        return changing(me, id, opened -> {
            item(opened.draft(), item);
            Optional<ItemDecision> standing = Optional.ofNullable(
                    opened.review().orElseThrow().decisions().get(item));
            if (standing.isEmpty()) {
                return new Kept();
            }
            if (!standing.map(ItemDecision::id).equals(seen)) {
                return new DecidedMeanwhile(standing);
            }
            reviews.takeBack(id, item);
            audit.append(me.toString(), "item.reopened", subject(id), Map.of("item", item.toString()));
            return new Kept();
        });
    }

    /**
     * Signs off what was decided: the plan of what was kept becomes active in this transaction; with nothing kept the draft is
     * rejected. Items undecided refuse it.
     *
     * @param version of the review the person saw
     * @param words to the learner; may be empty
     * @param lookedAgain the item whose sources lay open for a second look; empty for none
     */
    Outcome signOff(PersonId me, PlanDraftId id, int version, String words, Optional<DraftItemId> lookedAgain) {
        return changing(me, id, opened -> {
            PlanDraft draft = opened.draft();
            Review review = opened.review().orElseThrow();
            if (draft.items().isEmpty()) {
                return new StillOpen(0);
            }
            if (review.version() != version) {
                return new ChangedMeanwhile();
            }
            int open = draft.items().size() - review.decisions().size();
            if (open > 0) {
                return new StillOpen(open);
            }
            Optional<SecondLook> again = HonestReview.secondLook(draft, decidedBy(me, review));
            if (again.isPresent() && !again.map(SecondLook::item).equals(lookedAgain)) {
                return new LookAgain(again.get().item(), again.get().run());
            }
            again.ifPresent(look -> decidedBy(me, review).stream()
                    .filter(decision -> decision.item().equals(look.item()))
                    .forEach(decision -> seenAgain(me, id, decision)));
            boolean nothingKept =
                    review.decisions().values().stream().allMatch(decision -> decision.decision() instanceof Rejected);
            if (nothingKept) {
                return reject(me, draft, words);
            }
            PlanId plan = plans.activate(me, draft, KeptGoals.of(draft, review.decisions(), ids), words);
            end(me, draft, new SignOff.Approved(plan, me, clock.instant(), words), DraftState.APPROVED, review);
            return new Kept();
        });
    }

    /** Ends the review without a plan and asks for another draft. @param hint what should be different; may be empty */
    Outcome askForChanges(PersonId me, PlanDraftId id, String hint) {
        return changing(me, id, opened -> {
            PlanDraft draft = opened.draft();
            end(
                    me,
                    draft,
                    new SignOff.ChangesRequested(me, clock.instant(), hint),
                    DraftState.CHANGES_REQUESTED,
                    opened.review().orElseThrow());
            requests.request(draft.learner(), me, hint);
            return new Kept();
        });
    }

    /** Ends the review of a draft in which Trellis abstained, without a plan. */
    Outcome close(PersonId me, PlanDraftId id, String why) {
        return changing(me, id, opened -> {
            if (!opened.draft().abstained()) {
                return new StillOpen(opened.draft().items().size());
            }
            return reject(me, opened.draft(), why);
        });
    }

    /** The decision stands, and the source was read for it. */
    private void seenAgain(PersonId me, PlanDraftId id, ItemDecision standing) {
        ItemDecision again = new ItemDecision(
                ids.get(), standing.item(), standing.decision(), me, clock.instant(), standing.looked(), true);
        reviews.decide(id, again);
        audit(me, id, "item.looked-again", again);
    }

    private Outcome reject(PersonId me, PlanDraft draft, String words) {
        Review review = reviews.find(draft.id()).orElseThrow();
        end(me, draft, new SignOff.Rejected(me, clock.instant(), words), DraftState.REJECTED, review);
        return new Kept();
    }

    private void end(PersonId me, PlanDraft draft, SignOff signOff, DraftState outcome, Review review) {
        drafts.transition(me, draft.id(), draft.version(), outcome);
        reviews.end(draft.id(), signOff);
        Map<String, String> details = new HashMap<>();
        details.put("outcome", outcome.name());
        review.decisions()
                .values()
                .forEach(decision -> details.merge(
                        decision.decision().code().toLowerCase(Locale.ROOT),
                        "1",
                        (count, one) -> String.valueOf(Integer.parseInt(count) + 1)));
        if (signOff instanceof SignOff.Approved approved) {
            details.put("plan", approved.plan().toString());
        }
        audit.append(me.toString(), "draft.signed-off", subject(draft.id()), details);
        events.publishEvent(new DraftDecided(draft.id(), draft.learner(), me, outcome));
    }

    /** Runs {@code change} on an open draft with its review held; nothing stands of it if the draft changes underneath. */
    private Outcome changing(PersonId me, PlanDraftId id, Function<Opened, Outcome> change) {
        try {
            return reviews.as(me, () -> {
                if (begun(me, id).draft().state() != DraftState.IN_REVIEW) {
                    return new Over();
                }
                reviews.lock(id);
                // Read again: what was read before the lock may be what someone else just ended.
                Opened opened = begun(me, id);
                return opened.draft().state() == DraftState.IN_REVIEW ? change.apply(opened) : new Over();
            });
        } catch (ConcurrencyFailureException e) {
            return new ChangedMeanwhile();
        }
    }

    private Opened begun(PersonId me, PlanDraftId id) {
        PlanDraft draft = readable(me, id);
        if (draft.state() == DraftState.WAITING_FOR_REVIEW) {
            drafts.transition(me, id, draft.version(), DraftState.IN_REVIEW);
            reviews.begin(id, me, clock.instant());
            draft = readable(me, id);
        }
        return new Opened(draft, reviews.find(id));
    }

    private PlanDraft readable(PersonId me, PlanDraftId id) {
        return drafts.find(me, id)
                .filter(draft -> draft.state() != DraftState.WITHHELD)
                .filter(draft -> routes.reviews(me, draft))
                .orElseThrow(NotFound::new);
    }

    private static DraftItem item(PlanDraft draft, DraftItemId id) {
        return draft.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Items are looked at one after the other: since the page was shown, or since the person's last decision on it. */
    private static Duration looked(PersonId me, Review review, Instant shown, Instant now) {
        Instant since = decidedBy(me, review).stream()
                .map(ItemDecision::at)
                .reduce(shown.isBefore(review.openedAt()) ? review.openedAt() : shown, (a, b) -> a.isAfter(b) ? a : b);
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    private static List<ItemDecision> decidedBy(PersonId me, Review review) {
        return review.decisions().values().stream()
                .filter(decision -> decision.by().equals(me))
                .toList();
    }

    private void audit(PersonId me, PlanDraftId id, String action, ItemDecision made) {
        Map<String, String> details = new HashMap<>();
        details.put("item", made.item().toString());
        details.put("seconds", String.valueOf(made.looked().toSeconds()));
        if (made.sourceRead()) {
            details.put("source", "read");
        }
        if (made.decision() instanceof Rejected rejected) {
            details.put("reason", rejected.reason().name());
        }
        audit.append(me.toString(), action, subject(id), details);
    }

    private static String subject(PlanDraftId id) {
        return "draft:" + id;
    }
}
