/**
 * Beside the application class: who may come in, the bar of every page, and how errors are told. No domain code.
 *
 * <p>What stands here for all modules, such as {@link dev.trellis.NotFound}, {@link dev.trellis.BadField},
 * {@link dev.trellis.AdminArea} or {@link dev.trellis.TrellisCommand}, any of them may use except {@code people} and
 * {@code audit}, the two that this package itself stands on.
 */
@NullMarked
package dev.trellis;

import org.jspecify.annotations.NullMarked;
