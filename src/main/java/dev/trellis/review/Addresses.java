package dev.trellis.review;

import dev.trellis.NotFound;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import java.util.Optional;
import java.util.UUID;

/** What stands in addresses and hidden fields. Nonsense there is an address where nothing is. */
final class Addresses {

    private Addresses() {}

    static PlanDraftId draft(String id) {
        return new PlanDraftId(uuid(id));
    }

    static DraftItem item(PlanDraft draft, String id) {
        DraftItemId wanted = itemId(id);
        return draft.items().stream()
                .filter(item -> item.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static DraftItemId itemId(String id) {
        return new DraftItemId(uuid(id));
    }

    static Optional<UUID> seen(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(uuid(id));
    }

    /** From 1. */
    static int position(PlanDraft draft, DraftItem item) {
        return draft.items().indexOf(item) + 1;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
