package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraftId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people decided about the items of drafts that are signed off; nobody's words but those of edited items. */
public interface SignedOffItems {

    /** Of each draft that is signed off, in the order of their decisions; drafts that are not have none. */
    List<DecidedItem> of(Collection<PlanDraftId> drafts);

    /** What became of an item. */
    enum Verdict {
        KEPT,
        CHANGED,
        /** Turned down for the activity. */
        ACTIVITY_TURNED_DOWN,
        /** Turned down for the gap, the moment or the words. */
        TURNED_DOWN
    }

    /** @param edit present where it was changed */
    record DecidedItem(
            UUID id,
            PlanDraftId draft,
            DraftItemId item,
            PersonId by,
            Instant at,
            Duration looked,
            Verdict verdict,
            Optional<EditedLines> edit) {}

    record EditedLines(String successMeasure, LocalDate dueOn, double soughtLevel) {}
}
