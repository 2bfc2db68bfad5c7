package dev.trellis.review;

import dev.trellis.planning.PlanDraftId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions as they stood at sign-off. */
@Component
class JdbcSignedOffItems implements SignedOffItems {

    private final JdbcReviews reviews;

    JdbcSignedOffItems(JdbcReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<DecidedItem> of(Collection<PlanDraftId> drafts) {
        return reviews.asPlanning(() -> reviews.findAll(drafts)).values().stream()
                .filter(review -> review.signOff().isPresent())
                .flatMap(review -> review.decisions().values().stream().map(made -> decided(review.draft(), made)))
                .sorted((a, b) -> a.at().equals(b.at()) ? a.id().compareTo(b.id()) : a.at().compareTo(b.at()))
                .toList();
    }

    private static DecidedItem decided(PlanDraftId draft, ItemDecision made) {
        return new DecidedItem(
                made.id(),
                draft,
                made.item(),
                made.by(),
                made.at(),
                made.looked(),
                switch (made.decision()) {
                    case Decision.Accepted accepted -> Verdict.KEPT;
                    case Decision.Edited edited -> Verdict.CHANGED;
                    case Decision.Rejected rejected -> verdict(rejected.reason());
                },
                made.decision() instanceof Decision.Edited edited
                        ? Optional.of(new EditedLines(
                                edited.edit().successMeasure(),
                                edited.edit().dueOn(),
                                edited.edit().soughtLevel()))
                        : Optional.empty());
    }

    private static Verdict verdict(RejectReason reason) {
        return switch (reason) {
            case NOT_RELEVANT, WRONG_LEVEL, DUPLICATE, OTHER -> Verdict.ACTIVITY_TURNED_DOWN;
            case ALREADY_HAS_IT, TOO_VAGUE, FACTUALLY_WRONG, SENSITIVE_OR_UNFAIR, BAD_TIMING -> Verdict.TURNED_DOWN;
        };
    }
}
