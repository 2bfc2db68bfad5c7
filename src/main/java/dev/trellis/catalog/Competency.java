package dev.trellis.catalog;

import java.util.List;

/**
 * Something a person can be good at.
 *
 * @param code unique within its framework: O*NET's element id, ESCO's concept URI
 * @param group heading it stands under; may be empty
 * @param levels lowest first; empty where the framework has none of its own
 */
public record Competency(
        CompetencyId id,
        FrameworkId framework,
        String code,
        String name,
        String group,
        String description,
        List<String> alternativeLabels,
        List<ProficiencyLevel> levels) {

    public Competency {
        alternativeLabels = List.copyOf(alternativeLabels);
        levels = List.copyOf(levels);
    }
}
