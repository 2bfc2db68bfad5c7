package dev.trellis.review;

import dev.trellis.Days;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.CompetencyProfiles.ShownLevel;
import dev.trellis.evidence.Reader;
import dev.trellis.people.Person;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody has shown beside what their role expects, in words and numbers a mentor can check. */
@Component
class ShownLevels {

    /** A role of O*NET expects some hundred competencies; the first lines are what a mentor can talk about. */
    private static final int LINES = 25;

    private final CompetencyProfiles profiles;
    private final Catalog catalog;

    ShownLevels(CompetencyProfiles profiles, Catalog catalog) {
        this.profiles = profiles;
        this.catalog = catalog;
    }

    /**
     * @param shown null where nobody said
     * @param expected null where the role does not say
     * @param strength {@code well} with two assertions or more, {@code thin} with one, {@code none}
     */
    record Line(
            String competency,
            @Nullable String shown,
            @Nullable String expected,
            boolean below,
            String strength,
            @Nullable String reason) {}

    /** What the role expects, most important first, then what else was shown. */
    List<Line> of(Reader reader, Person person, Optional<RoleProfile> role, Days days) {
        Map<CompetencyId, ShownLevel> shown = profiles.of(reader, person.id()).levels();
        Map<CompetencyId, Expectation> expected = role.stream()
                .flatMap(profile -> profile.expectations().stream())
                .collect(Collectors.toMap(Expectation::competency, Function.identity(), (first, again) -> first));
        Set<CompetencyId> all = Stream.concat(
                        expected.values().stream()
                                .sorted(Comparator.comparingDouble(Expectation::importance)
                                        .reversed())
                                .map(Expectation::competency),
                        shown.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<CompetencyId> first = Stream.concat(
                        all.stream().filter(shown::containsKey), all.stream().filter(id -> !shown.containsKey(id)))
                .limit(LINES)
                .toList();
        Map<CompetencyId, Competency> named = catalog.competencies(first);
        return first.stream()
                .filter(named::containsKey)
                .map(id -> line(
                        Optional.ofNullable(named.get(id)).orElseThrow(),
                        Optional.ofNullable(shown.get(id)),
                        Optional.ofNullable(expected.get(id)),
                        days))
                .toList();
    }

    private static Line line(
            Competency competency, Optional<ShownLevel> shown, Optional<Expectation> expected, Days days) {
        int assertions = shown.map(level -> level.assertions().size()).orElse(0);
        return new Line(
                competency.name(),
                shown.map(level -> Days.number(level.level())).orElse(null),
                expected.map(level -> Days.number(level.level())).orElse(null),
                shown.isPresent()
                        && expected.isPresent()
                        && shown.get().level() < expected.get().level(),
                assertions == 0 ? "none" : assertions == 1 ? "thin" : "well",
                shown.map(level ->
                                (assertions == 1 ? "one word, " : assertions + " words, ") + days.day(level.latest()))
                        .orElse(null));
    }
}
