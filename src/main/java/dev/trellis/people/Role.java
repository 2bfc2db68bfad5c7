package dev.trellis.people;

/** What a person may do in Trellis. One person may hold several. */
public enum Role {
    LEARNER("Learner"),
    MENTOR("Mentor"),
    PROGRAMME_LEAD("Programme lead"),
    HR_PARTNER("HR partner"),
    ADMINISTRATOR("Administrator"),
    /** Sees whether what is proposed and decided falls out alike for everybody, and nothing of a person. */
    AUDITOR("Auditor");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
