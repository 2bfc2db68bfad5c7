package dev.trellis.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A mentoring programme with its only cohort.
 *
 * @param objectives each with a figure it can be measured by
 * @param lead code of the person who leads it
 * @param cadenceWeeks weeks from one session to the next
 * @param endsOn may be after the anchor date
 * @param members codes of the people in the cohort
 */
public record DemoProgramme(
        String code,
        String name,
        String purpose,
        List<String> objectives,
        String format,
        String lead,
        int cadenceWeeks,
        LocalDate startsOn,
        LocalDate endsOn,
        List<String> members) {}
