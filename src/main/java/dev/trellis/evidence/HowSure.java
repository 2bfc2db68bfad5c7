package dev.trellis.evidence;

/** How sure someone is of a level, in words; nobody is asked for a number. The shares are our choice. */
enum HowSure {
    SURE(0.9, "Sure", "I have done it often, and others have said so."),
    FAIRLY(0.7, "Fairly sure", "I have done it a few times."),
    UNSURE(0.4, "Not very sure", "It is more of a feeling.");

    private final double confidence;
    private final String label;
    private final String meaning;

    HowSure(double confidence, String label, String meaning) {
        this.confidence = confidence;
        this.label = label;
        this.meaning = meaning;
    }

    double confidence() {
        return confidence;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** The word nearest to a confidence. */
    static HowSure of(double confidence) {
        return confidence >= 0.8 ? SURE : confidence >= 0.55 ? FAIRLY : UNSURE;
    }
}
