package dev.trellis.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What each form about an item says of the page it stood on. A field that did not come is one that says nothing.
 *
 * @param seen id of the decision that stood on the item; empty for none
 * @param shown when the page was made, in milliseconds
 * @param source {@code read} where the sources lay open beside the item
 */
record SeenForm(
        @Nullable String seen,
        @Nullable Long shown,
        @Nullable String source) {

    Seen asSeen() {
        return new Seen(
                Addresses.seen(seen == null ? "" : seen),
                Instant.ofEpochMilli(shown == null ? 0 : shown),
                "read".equals(source));
    }
}
