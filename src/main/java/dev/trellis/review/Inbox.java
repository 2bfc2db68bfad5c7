package dev.trellis.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drafts that come to one person. */
record Inbox(List<Entry> waiting, List<Entry> changes, List<Entry> done) {

    /** What a list is asked for. */
    enum Tab {
        WAITING,
        CHANGES,
        DONE
    }

    List<Entry> of(Tab tab) {
        return switch (tab) {
            case WAITING -> waiting;
            case CHANGES -> changes;
            case DONE -> done;
        };
    }

    /** The next one to look at after {@code draft}; null where none waits. */
    @Nullable
    Entry nextAfter(String draft) {
        return waiting.stream()
                .filter(entry -> !entry.draft().equals(draft))
                .findFirst()
                .orElse(null);
    }

    /**
     * One line.
     *
     * @param due empty once decided
     * @param note what is worth knowing before opening it; may be empty
     */
    record Entry(String draft, String name, String towards, String due, boolean soon, String note) {}
}
