package dev.trellis.search;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.LearningActivity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An activity that can be found, with what it develops: learners ask in the words of a competency rather than those of a course,
 * see {@code eval/activities}.
 */
record OfferedActivity(LearningActivity activity, List<Competency> develops) {

    static List<OfferedActivity> of(Catalog catalog, Collection<LearningActivity> activities) {
        List<LearningActivity> offered =
                activities.stream().filter(LearningActivity::available).toList();
        Map<CompetencyId, Competency> competencies = catalog.competencies(offered.stream()
                .flatMap(activity -> activity.develops().stream())
                .map(Develops::competency)
                .distinct()
                .toList());
        return offered.stream()
                .map(activity -> new OfferedActivity(
                        activity,
                        activity.develops().stream()
                                .map(develops -> competencies.get(develops.competency()))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** What its words are, beside the title's, and what its vector stands for: its own text first. */
    String text() {
        return text(
                activity.title(),
                activity.description(),
                develops.stream().map(OfferedActivity::words).toList());
    }

    static String text(String title, String description, List<String> develops) {
        return Stream.concat(Stream.of(title, description), develops.stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(". "));
    }

    /** A competency's name, other labels and description. */
    static String words(Competency competency) {
        return Stream.of(competency.name(), String.join("; ", competency.alternativeLabels()), competency.description())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(". "));
    }
}
