package dev.trellis.demo;

/** How openly people write. The shares are our choice: enough private notes that a leak of them would show in every figure. */
final class Discretion {

    /** Share of goals and reflections nobody but the writer reads, in {@code [0, 1]}. */
    static final double PRIVATE_SHARE = .15;

    /** Share of goals and reflections everybody may read. */
    static final double ORGANISATION_SHARE = .20;

    private static final double OPEN_FEEDBACK_SHARE = .25;

    private Discretion() {}

    /** For what people write about themselves. */
    static DemoVisibility ofOwnWords(Chance chance) {
        double drawn = chance.within(0, 1);
        if (drawn < PRIVATE_SHARE) {
            return DemoVisibility.PRIVATE;
        }
        return drawn < PRIVATE_SHARE + ORGANISATION_SHARE ? DemoVisibility.ORGANISATION : DemoVisibility.MENTOR;
    }

    /** For what is said to or noted about others: never private, since it is addressed to somebody. */
    static DemoVisibility ofWordsToOthers(Chance chance) {
        return chance.happens(OPEN_FEEDBACK_SHARE) ? DemoVisibility.ORGANISATION : DemoVisibility.MENTOR;
    }
}
