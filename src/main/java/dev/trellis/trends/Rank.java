package dev.trellis.trends;

import java.util.ArrayList;
import java.util.List;

/** Rank of a matrix of whole numbers, by elimination modulo a prime: never more than the rank over the rationals, and less about once in two billion. */
final class Rank {

    static final long PRIME = 2_147_483_647L;

    private Rank() {}

    /** @param rows of the same length; changed on the way */
    static int of(List<long[]> rows) {
        List<long[]> left = new ArrayList<>(rows);
        int rank = 0;
        int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
        for (int column = 0; column < columns && rank < left.size(); column++) {
            int pivot = rank;
            while (pivot < left.size() && left.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == left.size()) {
                continue;
            }
            long[] by = left.get(pivot);
            left.set(pivot, left.get(rank));
            left.set(rank, by);
            scale(by, inverse(by[column]), column);
            for (int row = rank + 1; row < left.size(); row++) {
                subtract(left.get(row), by, column);
            }
            rank++;
        }
        return rank;
    }

    /** Multiplies what lies from a column on. */
    static void scale(long[] row, long by, int from) {
        for (int i = from; i < row.length; i++) {
            row[i] = row[i] * by % PRIME;
        }
    }

    /** Takes as much of another row away as makes a column zero. */
    static void subtract(long[] row, long[] other, int column) {
        long factor = row[column];
        if (factor == 0) {
            return;
        }
        for (int i = column; i < row.length; i++) {
            if (other[i] != 0) {
                row[i] = Math.floorMod(row[i] - factor * other[i], PRIME);
            }
        }
    }

    static long inverse(long number) {
        return java.math.BigInteger.valueOf(number)
                .modInverse(java.math.BigInteger.valueOf(PRIME))
                .longValueExact();
    }
}
