package dev.trellis.risk;

/** What was said of a learner, and what became of it. */
record Judged(Enrolment enrolment, double probability) {

    /**
     * The same for everybody: a talk in vain costs less than a goal missed unnoticed. The highest threshold in steps of .05 at
     * which the gap between broad groups, averaged over learning from one training presentation and asking of the other, was
     * .05 at most for each attribute and day.
     */
    static final double FLAGGED_FROM = 0.35;

    boolean missed() {
        return enrolment.missed();
    }

    boolean flagged() {
        return probability >= FLAGGED_FROM;
    }
}
