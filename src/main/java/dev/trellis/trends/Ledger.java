package dev.trellis.trends;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What sums were told of whom, and whether one more may be: only if no sums and differences of all of them, however weighted,
 * come to depend on fewer than so many people.
 *
 * <p>Units (a person, or a person with what the person contributed) that are in the same sums form a class. Write down in which
 * sums each class is, a row a sum. If the rows are as independent of each other when only classes of enough people are looked at,
 * then every combination that is not nothing is not nothing on one of those classes, and there it weighs all of its people alike.
 * The rule is on the safe side: it refuses some sums that would do no harm.
 *
 * @param <U> unit; those of one sum belong to different people
 * @see <a href="https://doi.org/10.1145/320128.320138">Denning, Denning and Schwartz 1979, the tracker</a>
 */
final class Ledger<U> {

    private static final BitSet IN_NONE = new BitSet();

    private final int atLeast;

    /** Of each unit, in which of the sums that do not follow from others it is. */
    private final Map<U, BitSet> sums = new HashMap<>();

    private int count;

    Ledger(int atLeast) {
        this.atLeast = atLeast;
    }

    /** A class of units after one more sum. */
    private record Class(BitSet before, boolean isIn) {}

    /** Whether the sum may be told; if so it counts as told. */
    boolean tell(Set<U> sum) {
        if (sum.size() < atLeast) {
            return false;
        }
        if (sum.stream().noneMatch(sums::containsKey)) {
            keep(sum);
            return true;
        }
        Map<Class, Integer> classes = new HashMap<>();
        sums.forEach((unit, in) -> classes.merge(new Class(in, sum.contains(unit)), 1, Integer::sum));
        sum.stream()
                .filter(unit -> !sums.containsKey(unit))
                .forEach(unit -> classes.merge(new Class(IN_NONE, true), 1, Integer::sum));
        List<Class> large = new ArrayList<>();
        classes.forEach((one, units) -> {
            if (units >= atLeast) {
                large.add(one);
            }
        });
        if (rank(large) == count + 1) {
            keep(sum);
            return true;
        }
        // A sum that follows from what was told tells nothing.
        return rank(List.copyOf(classes.keySet())) == count;
    }

    /** Units that are in the same sums. */
    Collection<List<U>> classes() {
        return sums.keySet().stream()
                .collect(Collectors.groupingBy(unit -> sums.getOrDefault(unit, IN_NONE)))
                .values();
    }

    private void keep(Set<U> sum) {
        int number = count++;
        for (U unit : new HashSet<>(sum)) {
            BitSet in = (BitSet) sums.getOrDefault(unit, IN_NONE).clone();
            in.set(number);
            sums.put(unit, in);
        }
    }

    private int rank(List<Class> classes) {
        List<long[]> rows = new ArrayList<>();
        for (int number = 0; number <= count; number++) {
            long[] row = new long[classes.size()];
            for (int i = 0; i < row.length; i++) {
                Class one = classes.get(i);
                row[i] = (number == count ? one.isIn() : one.before().get(number)) ? 1 : 0;
            }
            rows.add(row);
        }
        return Rank.of(rows);
    }
}
