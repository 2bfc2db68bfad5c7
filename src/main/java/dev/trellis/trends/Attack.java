package dev.trellis.trends;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody who knows who is in every figure, writes all answers down as equations, and looks for a combination of them that is
 * about a few people alone: answers as they are, differences of two, and elimination in many orders, which finds combinations
 * of few people as decoders find words of low weight.
 *
 * @see <a href="https://doi.org/10.1007/BFb0019850">Stern 1989, finding codewords of small weight</a>
 */
final class Attack<U> {

    private static final int ORDERS = 60;

    private final int fewerThan;
    private final Function<U, ?> person;
    private final Set<Set<U>> answers = new LinkedHashSet<>();

    Attack(int fewerThan, Function<U, ?> person) {
        this.fewerThan = fewerThan;
        this.person = person;
    }

    void learn(Set<U> answer) {
        answers.add(Set.copyOf(answer));
    }

    int answers() {
        return answers.size();
    }

    /** @return each set of people, fewer than so many, that some combination of the answers is about */
    Set<Set<Object>> recovered(long seed) {
        Set<Set<Object>> recovered = new HashSet<>();
        List<Set<U>> all = List.copyOf(answers);
        all.forEach(answer -> add(recovered, answer));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (Math.abs(all.get(i).size() - all.get(j).size()) < 2 * fewerThan) {
                    add(recovered, difference(all.get(i), all.get(j)));
                }
            }
        }
        List<List<U>> classes = classes(all);
        Random random = new Random(seed);
        for (int order = 0; order < ORDERS; order++) {
            List<List<U>> shuffled = new ArrayList<>(classes);
            Collections.shuffle(shuffled, random);
            if (order % 2 == 0) {
                // Large classes are made to vanish first: what is left is small.
                shuffled.sort((one, other) -> Integer.compare(other.size(), one.size()));
            }
            eliminate(all, shuffled).forEach(found -> add(recovered, found));
        }
        return recovered;
    }

    private void add(Set<Set<Object>> recovered, Collection<U> units) {
        Set<Object> people = units.stream().map(person).collect(Collectors.toSet());
        if (!people.isEmpty() && people.size() < fewerThan) {
            recovered.add(people);
        }
    }

    private Set<U> difference(Set<U> one, Set<U> other) {
        Set<U> difference = new HashSet<>();
        one.stream().filter(unit -> !other.contains(unit)).forEach(difference::add);
        other.stream().filter(unit -> !one.contains(unit)).forEach(difference::add);
        return difference;
    }

    private static <U> List<List<U>> classes(List<Set<U>> answers) {
        Map<U, BitSet> in = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            for (U unit : answers.get(i)) {
                in.computeIfAbsent(unit, none -> new BitSet()).set(i);
            }
        }
        Map<BitSet, List<U>> classes = new HashMap<>();
        in.forEach((unit, where) ->
                classes.computeIfAbsent(where, none -> new ArrayList<>()).add(unit));
        return List.copyOf(classes.values());
    }

    /** Reduced row echelon form in this order of columns; which units each row that is left weighs. */
    private static <U> List<List<U>> eliminate(List<Set<U>> answers, List<List<U>> columns) {
        List<long[]> rows = new ArrayList<>();
        for (Set<U> answer : answers) {
            long[] row = new long[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = answer.contains(columns.get(i).getFirst()) ? 1 : 0;
            }
            rows.add(row);
        }
        int rank = 0;
        for (int column = 0; column < columns.size() && rank < rows.size(); column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            Collections.swap(rows, pivot, rank);
            long[] by = rows.get(rank);
            Rank.scale(by, Rank.inverse(by[column]), column);
            for (int row = 0; row < rows.size(); row++) {
                if (row != rank) {
                    Rank.subtract(rows.get(row), by, column);
                }
            }
            rank++;
        }
        List<List<U>> found = new ArrayList<>();
        for (long[] row : rows.subList(0, rank)) {
            List<U> units = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    units.addAll(columns.get(i));
                }
            }
            found.add(units);
        }
        return found;
    }
}
