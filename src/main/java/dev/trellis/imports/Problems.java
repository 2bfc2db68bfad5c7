package dev.trellis.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Problems of one import: all are counted, the first are kept with their rows. */
final class Problems {

    /** Rows kept for the error file; whoever has more has one mistake in every row. */
    static final int MOST_ROWS = 1_000;

    private final Map<Long, Cells> rows = new TreeMap<>();
    private final Map<Long, List<Problem>> byRow = new TreeMap<>();
    private long count;

    void add(Cells cells, String column, String message) {
        count++;
        if (rows.size() < MOST_ROWS || rows.containsKey(cells.row())) {
            rows.putIfAbsent(cells.row(), cells);
            byRow.computeIfAbsent(cells.row(), row -> new ArrayList<>()).add(new Problem(cells.row(), column, message));
        }
    }

    boolean none() {
        return count == 0;
    }

    /** Whether so much is wrong that looking further helps nobody. */
    boolean hopeless() {
        return rows.size() >= MOST_ROWS;
    }

    long count() {
        return count;
    }

    /** The first ones, in the order of the file. */
    List<Problem> kept() {
        return byRow.values().stream().flatMap(List::stream).toList();
    }

    List<Cells> rows() {
        return List.copyOf(rows.values());
    }

    List<Problem> of(Cells cells) {
        return byRow.getOrDefault(cells.row(), List.of());
    }
}
