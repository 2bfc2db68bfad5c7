package dev.trellis.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person had before them when they decided about an item.
 *
 * @param standing the decision they saw on it; empty for none
 * @param shown when the page was shown, for how long the item was looked at
 * @param source whether the sources of the item lay open beside it
 */
record Seen(Optional<UUID> standing, Instant shown, boolean source) {}
