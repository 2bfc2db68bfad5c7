package dev.trellis.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of CSV file means. One instance serves one run, and may remember.
 *
 * @param <T> what a row becomes
 */
interface CsvRows<T> {

    /** A row that was understood, with its cells, so that a later problem finds its place. */
    record Understood<T>(Cells cells, T value) {}

    List<Column> columns();

    /** Rows saved at once. */
    int batchSize();

    /** Reads a row on its own. Empty where {@code cells} is not sound. */
    Optional<T> read(Cells cells);

    /** Looks up what rows refer to, and marks those that refer to nothing as not sound. One query, not one a row. */
    void resolve(List<Understood<T>> batch);

    /** Saves rows that were all resolved; throws if the door refuses one, without saying which. */
    void save(List<Understood<T>> batch);

    /** The column of a field that a door calls by its own name, such as {@code dueOn}. */
    default String column(String field) {
        return Header.normal(field.replaceAll("([a-z])([A-Z])", "$1_$2"));
    }

    /** After the last row. */
    default void finish() {}

    /** What was done, in words and numbers, such as {@code new → 12}. */
    Map<String, Long> tally();
}
