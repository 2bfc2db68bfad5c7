package dev.trellis.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Rows turned into one array a column, so that one {@code insert … select from unnest(…)} writes thousands of them.
 */
final class Columns {

    /** Rows a statement: large enough that round trips vanish, small enough that the arrays stay a few megabytes. */
    static final int BATCH = 5_000;

    private Columns() {}

    static <T> String[] text(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> double[] numbers(Collection<T> rows, ToDoubleFunction<T> column) {
        return rows.stream().mapToDouble(column).toArray();
    }

    static <T> List<List<T>> batches(List<T> rows) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.add(rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return batches;
    }
}
