package dev.trellis.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drafts that come to one person.
 *
 * @param later put off by this person
 * @param cycle how far this person's drafts of the quarter are
 */
record Inbox(List<Entry> waiting, List<Entry> later, List<Entry> changes, List<Entry> done, Cycle cycle) {

    /** What a list is asked for. */
    enum Tab {
        WAITING,
        LATER,
        CHANGES,
        DONE;

        /** As it stands in an address. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<Entry> of(Tab tab) {
        return switch (tab) {
            case WAITING -> waiting;
            case LATER -> later;
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

    /** The entry of a draft that was put off; empty where it was not. */
    Optional<Entry> putOff(String draft) {
        return later.stream().filter(entry -> entry.draft().equals(draft)).findFirst();
    }

    /**
     * Progress over what was written since a quarter began: signed off, closed or sent back.
     *
     * @param of all that came
     */
    record Cycle(int decided, int of, String since) {}

    /**
     * One line.
     *
     * @param team may be empty
     * @param dueOn the day by which it should be decided
     * @param due in words; empty once decided
     * @param thin how many of its items stand on little
     * @param note what is worth knowing before opening it; may be empty
     */
    record Entry(
            String draft,
            String name,
            String team,
            String towards,
            LocalDate dueOn,
            String due,
            boolean soon,
            int thin,
            String note) {}
}
