package dev.trellis.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The header of a CSV file.
 *
 * @param names as in the file, normalised: lower case, underscores
 * @param positions of the known columns
 */
record Header(List<String> names, Map<String, Integer> positions, Map<String, Column> columns) {

    static String normal(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    /** @throws UnreadableFile naming every column that is missing, unknown or there twice */
    static Header of(List<String> cells, List<Column> columns) {
        Map<String, Column> known = columns.stream()
                .collect(Collectors.toMap(Column::name, column -> column, (a, b) -> a, LinkedHashMap::new));
        List<String> names = cells.stream().map(Header::normal).toList();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                wrong.add("Column " + (i + 1) + " has no name.");
            } else if (!known.containsKey(name)) {
                wrong.add("The column " + shown(name) + " is not known.");
            } else if (positions.putIfAbsent(name, i) != null) {
                wrong.add("The column “" + name + "” is there twice.");
            }
        }
        columns.stream()
                .filter(column -> column.required() && !positions.containsKey(column.name()))
                .forEach(column -> wrong.add("The column “" + column.name() + "” is missing."));
        if (!wrong.isEmpty()) {
            throw new UnreadableFile(
                    1,
                    String.join(" ", wrong.subList(0, Math.min(5, wrong.size()))) + " Known columns: "
                            + String.join(", ", known.keySet()) + ".");
        }
        return new Header(names, positions, known);
    }

    static long recognised(List<String> cells, List<Column> columns) {
        List<String> known = columns.stream().map(Column::name).toList();
        return cells.stream().map(Header::normal).filter(known::contains).count();
    }

    private static String shown(String name) {
        return name.length() <= Cells.LONGEST_SHOWN ? "“" + name + "”" : "of " + name.length() + " characters";
    }
}
