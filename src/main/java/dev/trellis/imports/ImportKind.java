package dev.trellis.imports;

import java.util.Locale;

/** What can be imported. */
enum ImportKind {
    PEOPLE("people", false),
    ACTIVITIES("activities", false),
    GOALS("goals", false),
    REFLECTIONS("reflections", false),
    ONET("O*NET", true),
    ESCO("ESCO", true);

    private final String title;
    private final boolean framework;

    ImportKind(String title, boolean framework) {
        this.title = title;
        this.framework = framework;
    }

    String title() {
        return title;
    }

    /** Whether it is a framework's folder rather than one CSV file. */
    boolean framework() {
        return framework;
    }

    /** As it stands in addresses and on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
