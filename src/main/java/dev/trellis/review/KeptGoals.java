package dev.trellis.review;

import dev.trellis.drafting.Claim;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import dev.trellis.planning.DevelopmentPlan.Progress;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.review.Decision.Accepted;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.Decision.Rejected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What goes from a decided draft into the plan: the items kept, as they were decided. */
final class KeptGoals {

    private KeptGoals() {}

    static List<DevelopmentGoal> of(PlanDraft draft, Map<DraftItemId, ItemDecision> decisions, Supplier<UUID> ids) {
        return draft.items().stream()
                .flatMap(item -> kept(item, decisions).map(edit -> goal(item, edit, ids.get())).stream())
                .toList();
    }

    private static Optional<Edit> kept(DraftItem item, Map<DraftItemId, ItemDecision> decisions) {
        ItemDecision decision = decisions.get(item.id());
        if (decision == null) {
            throw new IllegalStateException("undecided item " + item.id());
        }
        return switch (decision.decision()) {
            case Accepted accepted -> Optional.of(Edit.of(item));
            case Edited edited -> Optional.of(edited.edit());
            case Rejected rejected -> Optional.empty();
        };
    }

    private static DevelopmentGoal goal(DraftItem item, Edit edit, UUID id) {
        return new DevelopmentGoal(
                id,
                item.id(),
                item.competency(),
                item.competencyName(),
                item.shownLevel(),
                edit.soughtLevel(),
                item.action(),
                item.activityTitle(),
                item.kind(),
                item.url(),
                edit.task(),
                item.why().stream().filter(KeptGoals::stillRests).toList(),
                edit.firstStep(),
                edit.successMeasure(),
                edit.dueOn(),
                edit.effortHours(),
                !edit.equals(Edit.of(item)),
                new Progress(false, false, Optional.empty()));
    }

    /** A sentence whose words are gone, or gone from this person's sight, is not carried on: a claim has its source. */
    private static boolean stillRests(Claim claim) {
        return !claim.citations().isEmpty()
                && claim.citations().stream()
                        .noneMatch(citation -> citation.quote().isEmpty());
    }
}
