package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What reviewers turned down before. Planning asks, and whoever keeps decisions answers. */
public interface EarlierRejections {

    /** Of signed-off drafts about {@code learner} that {@code reader} may see, the newest first. */
    List<Rejection> of(PersonId reader, PersonId learner, Instant since);

    /**
     * @param reason in a few words, such as "wrong level"
     * @param on the day of the decision
     */
    record Rejection(PlanDraftId draft, DraftItemId item, About about, String reason, LocalDate on) {}

    /** What a rejection speaks against. */
    enum About {
        /** The gap: it matters less than it seemed, or is none. */
        GAP,
        /** The activity for this gap. */
        ACTIVITY,
        /** The moment, or the words: the same may be right later. */
        MOMENT
    }
}
