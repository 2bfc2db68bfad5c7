package dev.trellis.trends;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people's present roles expect, and what they had shown at the end of each month. Of single people: nothing here may be shown. */
@Component
class GapFacts {

    /** What one person can add to a figure, in tenths of a level. */
    private static final int WIDEST = 30;

    private final TrendFacts facts;
    private final People people;
    private final Catalog catalog;

    GapFacts(TrendFacts facts, People people, Catalog catalog) {
        this.facts = facts;
        this.people = people;
        this.catalog = catalog;
    }

    /** @param levels oldest first, at least one */
    record Known(PersonId person, String team, double expected, List<TrendFacts.Level> levels) {

        /** In tenths of a level; before the first assertion the first one is taken, so that knowing more is no change. */
        int tenths(YearMonth month) {
            return (int) Math.round(gap(month) * 10);
        }

        double gap(YearMonth month) {
            LocalDate on = month.atEndOfMonth();
            LocalDate first = levels.getFirst().on();
            double shown = ShownLevels.at(levels, on.isBefore(first) ? first : on);
            return Math.clamp(expected - shown, 0, WIDEST / 10.0);
        }
    }

    private record Of(PersonId person, CompetencyId competency) {}

    /** Active people of a team of whom a level is known that their role expects. */
    Map<CompetencyId, List<Known>> byCompetency() {
        List<Person> active = people.active();
        Map<String, RoleProfile> roles = new HashMap<>();
        active.stream()
                .map(Person::roleCode)
                .distinct()
                .forEach(code -> catalog.role(code).ifPresent(role -> roles.put(code, role)));
        Map<Of, List<TrendFacts.Level>> levels = facts
                .levels(active.stream().map(Person::id).toList())
                .stream()
                .collect(Collectors.groupingBy(level -> new Of(level.person(), level.competency())));
        Map<CompetencyId, List<Known>> known = new TreeMap<>(Comparator.comparing(CompetencyId::value));
        for (Person person : active) {
            RoleProfile role = roles.get(person.roleCode());
            if (role == null || person.team().isEmpty()) {
                continue;
            }
            for (Expectation expectation : role.expectations()) {
                List<TrendFacts.Level> own = levels.get(new Of(person.id(), expectation.competency()));
                if (own != null) {
                    known.computeIfAbsent(expectation.competency(), none -> new ArrayList<>())
                            .add(new Known(person.id(), person.team(), expectation.level(), own));
                }
            }
        }
        return known;
    }
}
