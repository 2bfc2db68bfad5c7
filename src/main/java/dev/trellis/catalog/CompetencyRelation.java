package dev.trellis.catalog;

/** Reads as a sentence: {@code competency} {@code kind} {@code other}, such as "Haskell is narrower than programming". */
public record CompetencyRelation(CompetencyId competency, Kind kind, CompetencyId other) {

    /** How one competency stands to another. */
    public enum Kind {
        REQUIRES("requires"),
        NARROWER("is narrower than"),
        BROADER("is broader than"),
        EQUIVALENT("is the same as");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @throws IllegalArgumentException if both are the same competency */
    public CompetencyRelation {
        if (competency.equals(other)) {
            throw new IllegalArgumentException("a competency cannot stand to itself: " + competency);
        }
    }
}
