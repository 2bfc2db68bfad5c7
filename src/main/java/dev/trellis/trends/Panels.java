package dev.trellis.trends;

import dev.trellis.people.PersonId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who the figures of teams are about, month after month, and what was told of each of them: one measure of something that lasts,
 * so that a figure of today and one of yesterday are mostly about the same.
 *
 * <p>A team's people are those of its first figure until so many others joined or left that the difference may be told. What a
 * person contributes is taken anew only together with that of enough others who are in the same figures, compared with whatever
 * was told of any month; otherwise what was told stands.
 */
final class Panels {

    private final int atLeast;
    private final Ledger<PersonId> ledger;
    private final Map<String, List<PersonId>> latest = new TreeMap<>();
    private final NavigableMap<YearMonth, Map<PersonId, Integer>> told = new TreeMap<>();

    Panels(int atLeast) {
        this.atLeast = atLeast;
        this.ledger = new Ledger<>(atLeast);
    }

    /** As it was told before. */
    void add(String team, List<PersonId> members) {
        ledger.tell(Set.copyOf(members));
        latest.put(team, List.copyOf(members));
    }

    /** As it was told before. */
    void add(YearMonth month, PersonId person, int contribution) {
        told.computeIfAbsent(month, none -> new HashMap<>()).put(person, contribution);
    }

    /** @return the team's people from now on: these if they may be told of, else those told of so far; empty if there are none */
    Optional<List<PersonId>> of(String team, Set<PersonId> now) {
        List<PersonId> before = latest.get(team);
        if (before != null && now.equals(Set.copyOf(before)) || !ledger.tell(now)) {
            return Optional.ofNullable(before);
        }
        List<PersonId> members =
                now.stream().sorted(Comparator.comparing(PersonId::value)).toList();
        latest.put(team, members);
        return Optional.of(members);
    }

    Map<String, List<PersonId>> latest() {
        return latest;
    }

    /**
     * Takes in what people contribute in a month, of those whose figures may change.
     *
     * @return what is told of each
     */
    Map<PersonId, Integer> tell(YearMonth month, Map<PersonId, Integer> contributions) {
        Map<PersonId, Integer> now = new HashMap<>(
                told.lowerEntry(month) == null
                        ? Map.of()
                        : told.lowerEntry(month).getValue());
        now.putAll(told.getOrDefault(month, Map.of()));
        for (List<PersonId> alike : ledger.classes()) {
            List<PersonId> known =
                    alike.stream().filter(contributions::containsKey).toList();
            if (told.values().stream().allMatch(other -> mayMove(known, contributions, other))) {
                known.forEach(person -> now.put(person, contributions.getOrDefault(person, 0)));
            } else {
                known.stream()
                        .filter(person -> !now.containsKey(person))
                        .forEach(person -> now.put(person, contributions.getOrDefault(person, 0)));
            }
        }
        told.put(month, now);
        return now;
    }

    private boolean mayMove(List<PersonId> people, Map<PersonId, Integer> to, Map<PersonId, Integer> from) {
        List<PersonId> moved = new ArrayList<>();
        for (PersonId person : people) {
            if (from.containsKey(person) && !from.get(person).equals(to.get(person))) {
                moved.add(person);
            }
        }
        return moved.isEmpty() || moved.size() >= atLeast;
    }
}
