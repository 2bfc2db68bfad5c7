package dev.trellis.mentoring;

import java.time.LocalDate;
import java.util.List;

/**
 * A mentoring programme.
 *
 * @param objectives measurable, agreed at the start
 * @param cadence in words, such as "every two weeks"
 * @param format in words, such as "one to one, 45 minutes"
 */
public record Programme(
        ProgrammeId id,
        String code,
        String name,
        String purpose,
        List<String> objectives,
        LocalDate startsOn,
        LocalDate endsOn,
        String cadence,
        String format) {

    public Programme {
        objectives = List.copyOf(objectives);
    }
}
