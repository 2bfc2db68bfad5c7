package dev.trellis.demo;

import java.time.LocalDate;

/**
 * A person with what only the generator needs to know.
 *
 * @param mentor code of the mentor, or empty
 * @param aspiresTo code of a role
 * @param monthsSinceHire whole months before the anchor date
 */
record Member(DemoPerson person, Voice voice, String mentor, String aspiresTo, int monthsSinceHire) {

    /** A newcomer's first weeks leave no trace. */
    LocalDate firstDay() {
        LocalDate settled = person.hiredOn().plusDays(14);
        LocalDate begins = DemoCalendar.storyBegins();
        return settled.isAfter(begins) ? settled : begins;
    }

    /** Share of the whole months that the person was there, in {@code (0, 1]}. */
    double shareOfYear() {
        return Math.min(1, monthsSinceHire / 12.0);
    }

    String code() {
        return person.code();
    }

    String team() {
        return person.team();
    }

    boolean hasMentor() {
        return !mentor.isEmpty();
    }
}
