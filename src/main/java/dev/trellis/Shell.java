package dev.trellis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the bar at the top of a page shows; the layout reads it as {@code shell}. */
record Shell(String name, String initials, List<Entry> entries, Supplier<Optional<String>> howFar, boolean demo) {

    /** Asked only when a page is rendered. */
    public @Nullable String progress() {
        return howFar.get().orElse(null);
    }

    record Entry(String label, String href, String key) {}
}
