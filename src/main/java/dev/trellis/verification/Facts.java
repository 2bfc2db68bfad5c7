package dev.trellis.verification;

import dev.trellis.catalog.Competency;
import dev.trellis.drafting.Brief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a claim may say without a source saying it: names of the learner, the roles, the competency and the programme; the
 * levels of the gap; the first and last day of the plan.
 *
 * @param names longest first
 * @param shown level shown; empty for a claim that is about no gap
 * @param expected levels that may be called expected
 */
record Facts(
        String givenName, List<String> names, List<LocalDate> days, Optional<Double> shown, List<Double> expected) {

    static Facts of(Brief brief, Optional<Brief.Focus> focus) {
        List<String> names = new ArrayList<>();
        names.add(brief.roleName());
        brief.targetRoleName().ifPresent(names::add);
        brief.programme().ifPresent(programme -> names.add(programme.name()));
        Competency competency = focus.map(Brief.Focus::competency).orElse(null);
        if (competency != null) {
            names.add(competency.name());
        }
        return new Facts(
                brief.givenName(),
                longestFirst(names),
                List.of(brief.from(), brief.until()),
                focus.map(about -> about.gap().shown()),
                focus.map(about -> List.of(about.gap().expected(), about.levelSought()))
                        .orElse(List.of()));
    }

    /** For a text that is about a person and no gap. */
    static Facts ofPerson(String givenName, LocalDate on) {
        return new Facts(givenName, List.of(), List.of(on), Optional.empty(), List.of());
    }

    private static List<String> longestFirst(List<String> names) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
