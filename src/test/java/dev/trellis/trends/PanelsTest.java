package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.PersonId;
import dev.trellis.trends.MadeUpGroups.Member;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {

    private static final int K = MinimumGroup.LOWEST;
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private record Figure(Map<PersonId, Integer> contributions) {

        Set<PersonId> differs(Figure other) {
            Set<PersonId> differs = new HashSet<>();
            contributions.forEach((person, contribution) -> {
                if (!contribution.equals(other.contributions.get(person))) {
                    differs.add(person);
                }
            });
            other.contributions.keySet().stream()
                    .filter(person -> !contributions.containsKey(person))
                    .forEach(differs::add);
            return differs;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noTwoFiguresOfAnyTeamsAndMonthsDifferByFewerThanKPeople(long seed) {
        MadeUpGroups world = MadeUpGroups.draw(new SplittableRandom(seed));
        Panels panels = new Panels(K);
        List<Figure> told = new ArrayList<>();
        for (YearMonth month : MadeUpGroups.MONTHS) {
            world.in(month).stream()
                    .collect(Collectors.groupingBy(
                            Member::team, TreeMap::new, Collectors.mapping(Member::person, Collectors.toSet())))
                    .forEach(panels::of);
            Map<PersonId, Integer> now = panels.tell(
                    month, world.in(month).stream().collect(Collectors.toMap(Member::person, Member::tenths)));
            panels.latest()
                    .values()
                    .forEach(members -> told.add(
                            new Figure(members.stream().collect(Collectors.toMap(person -> person, now::get)))));
        }
        assertThat(told).allMatch(one -> one.contributions().size() >= K);
        assertThat(told.stream()
                        .flatMap(one -> told.stream().map(one::differs))
                        .filter(differs -> !differs.isEmpty() && differs.size() < K))
                .isEmpty();
    }

    @Test
    void whoJoinsAloneWaitsAndWhoeverMovesAloneStandsStill() {
        List<PersonId> people = IntStream.range(0, 12)
                .mapToObj(number -> new PersonId(new UUID(0, number)))
                .toList();
        Panels panels = new Panels(K);
        assertThat(panels.of("Team", Set.copyOf(people.subList(0, 6)))).contains(people.subList(0, 6));
        assertThat(panels.of("Team", Set.copyOf(people.subList(0, 7)))).contains(people.subList(0, 6));
        assertThat(panels.tell(MAY, all(people, 10))).containsEntry(people.getFirst(), 10);

        Map<PersonId, Integer> oneMoved = all(people, 10);
        oneMoved.put(people.getFirst(), 4);
        assertThat(panels.tell(MAY.plusMonths(1), oneMoved)).containsEntry(people.getFirst(), 10);
        assertThat(panels.tell(MAY.plusMonths(2), all(people, 3))).containsEntry(people.getFirst(), 3);

        assertThat(panels.of("Team", Set.copyOf(people))).contains(people);
    }

    private static Map<PersonId, Integer> all(List<PersonId> people, int tenths) {
        return people.stream().collect(Collectors.toMap(person -> person, any -> tenths));
    }
}
