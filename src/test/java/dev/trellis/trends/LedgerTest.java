package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {

    private static final int K = 3;
    private static final int PEOPLE = 14;

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    /** Every group of fewer than k people is tried: does some combination of the sums weigh nobody else? */
    @ParameterizedTest
    @MethodSource("seeds")
    void noCombinationOfWhatWasToldIsAboutFewerThanK(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger<Integer> ledger = new Ledger<>(K);
        List<Set<Integer>> told = new ArrayList<>();
        for (int question = 0; question < 40; question++) {
            Set<Integer> sum = question % 3 == 0 || told.isEmpty() ? drawn(random) : beside(told, random);
            if (ledger.tell(sum)) {
                told.add(sum);
            }
        }
        assertThat(told).isNotEmpty();
        int rank = rank(told, Set.of());
        for (int one = 0; one < PEOPLE; one++) {
            for (int other = one; other < PEOPLE; other++) {
                assertThat(rank(told, Set.of(one, other == one ? -1 : other)))
                        .as("without %d and %d, of %s", one, other, told)
                        .isEqualTo(rank);
            }
        }
    }

    @Test
    void groupsThatShareNobodyAreAllToldAndSoIsTheirSum() {
        Ledger<Integer> ledger = new Ledger<>(K);
        assertThat(ledger.tell(Set.of(1, 2, 3))).isTrue();
        assertThat(ledger.tell(Set.of(4, 5, 6, 7))).isTrue();
        assertThat(ledger.tell(Set.of(1, 2, 3, 4, 5, 6, 7))).isTrue();
    }

    @Test
    void aTotalThatWouldGiveAwayWhoIsLeftOverIsNotTold() {
        Ledger<Integer> ledger = new Ledger<>(K);
        ledger.tell(Set.of(1, 2, 3));
        ledger.tell(Set.of(4, 5, 6));
        assertThat(ledger.tell(Set.of(7, 8))).as("fewer than k").isFalse();
        assertThat(ledger.tell(Set.of(1, 2, 3, 4, 5, 6, 7, 8))).isFalse();
        assertThat(ledger.tell(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9))).isTrue();
    }

    @Test
    void oneMoreOrLessIsNotToldAndEnoughMoreAre() {
        Ledger<Integer> ledger = new Ledger<>(K);
        ledger.tell(Set.of(1, 2, 3, 4));
        assertThat(ledger.tell(Set.of(1, 2, 3, 4, 5))).isFalse();
        assertThat(ledger.tell(Set.of(1, 2, 3))).isFalse();
        assertThat(ledger.tell(Set.of(1, 2, 3, 4, 5, 6, 7))).isTrue();
    }

    private static Set<Integer> drawn(SplittableRandom random) {
        return IntStream.range(0, PEOPLE)
                .filter(any -> random.nextInt(2) == 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Like one that was told, but for a few; or two of them together, or one without the other. */
    private static Set<Integer> beside(List<Set<Integer>> told, SplittableRandom random) {
        Set<Integer> sum = new HashSet<>(told.get(random.nextInt(told.size())));
        Set<Integer> other = told.get(random.nextInt(told.size()));
        switch (random.nextInt(3)) {
            case 0 -> sum.addAll(other);
            case 1 -> sum.removeAll(other);
            default -> {
                for (int few = 1 + random.nextInt(4); few > 0; few--) {
                    int person = random.nextInt(PEOPLE);
                    if (!sum.remove(person)) {
                        sum.add(person);
                    }
                }
            }
        }
        return sum;
    }

    private static int rank(List<Set<Integer>> sums, Set<Integer> without) {
        List<long[]> rows = new ArrayList<>();
        for (Set<Integer> sum : sums) {
            rows.add(IntStream.range(0, PEOPLE)
                    .mapToLong(person -> sum.contains(person) && !without.contains(person) ? 1 : 0)
                    .toArray());
        }
        return Rank.of(rows);
    }
}
