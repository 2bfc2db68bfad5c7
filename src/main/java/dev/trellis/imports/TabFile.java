package dev.trellis.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A tab-separated file with a header, in which a quote is a quote: O*NET's form. */
final class TabFile {

    private final Path path;
    private final Map<String, Integer> positions = new HashMap<>();

    private TabFile(Path path, String header) {
        this.path = path;
        List<String> names = Arrays.asList(header.split("\t", -1));
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
    }

    static TabFile open(Path path) {
        try (BufferedReader reader = DataFolder.read(path)) {
            String header = reader.readLine();
            return new TabFile(path, header == null ? "" : header);
        } catch (IOException e) {
            throw DataFolder.unreadable(path, e);
        }
    }

    Path path() {
        return path;
    }

    boolean has(Set<String> columns) {
        return positions.keySet().containsAll(columns);
    }

    void forEach(Consumer<Row> consumer) {
        try (BufferedReader reader = DataFolder.read(path)) {
            String line = reader.readLine();
            for (long number = 2; (line = reader.readLine()) != null; number++) {
                if (!line.isBlank()) {
                    consumer.accept(new Row(number, line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw DataFolder.unreadable(path, e);
        }
    }

    final class Row {
        private final long number;
        private final String[] cells;

        private Row(long number, String[] cells) {
            this.number = number;
            this.cells = cells;
        }

        /** Empty where the column is absent. */
        String text(String column) {
            Integer position = positions.get(column);
            if (position == null) {
                return "";
            }
            if (position >= cells.length) {
                throw wrong("has " + cells.length + " cells; the header has " + positions.size());
            }
            return cells[position].strip();
        }

        double number(String column, double lowest, double highest) {
            String text = text(column);
            double value;
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw wrong(column + " is not a number");
            }
            if (!(value >= lowest && value <= highest)) {
                throw wrong(column + " " + text + " is not between " + lowest + " and " + highest);
            }
            return value;
        }

        UnreadableFile wrong(String why) {
            return new UnreadableFile(number, path.getFileName() + ": " + why + ".");
        }
    }
}
