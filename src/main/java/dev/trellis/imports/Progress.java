package dev.trellis.imports;

/** Hears how far an import is; called often, so it must be quick. */
@FunctionalInterface
interface Progress {

    /** @param share done, in {@code [0, 1]} @param rows rows read so far */
    void at(double share, long rows);
}
