package dev.trellis.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row of a CSV file and what is wrong with it. */
final class Cells {

    static final int LONGEST_SHOWN = 40;

    private final Header header;
    private final long row;
    private final List<String> values;
    private final Problems problems;
    private boolean sound = true;

    Cells(Header header, long row, List<String> values, Problems problems) {
        this.header = header;
        this.row = row;
        this.values = values;
        this.problems = problems;
    }

    /** Counted as a spreadsheet does, the header being 1. */
    long row() {
        return row;
    }

    List<String> values() {
        return values;
    }

    Header header() {
        return header;
    }

    int length() {
        return values.stream().mapToInt(String::length).sum();
    }

    /** Whether nothing wrong was found so far. */
    boolean sound() {
        return sound;
    }

    void problem(String column, String message) {
        sound = false;
        problems.add(this, column, message);
    }

    /** Whether the file has this column at all; an absent column changes nothing of what stands. */
    boolean has(String column) {
        return header.positions().containsKey(column);
    }

    /** The cell without surrounding space; empty where the column or the cell is. */
    String text(String column) {
        Integer position = header.positions().get(column);
        return position == null || position >= values.size()
                ? ""
                : values.get(position).strip();
    }

    String required(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            problem(column, "is empty");
        }
        return value;
    }

    /** At most {@code longest} characters. */
    String text(String column, int longest) {
        String value = text(column);
        if (value.length() > longest) {
            problem(column, "has %,d characters; the most is %,d".formatted(value.length(), longest));
        }
        return value;
    }

    Optional<LocalDate> date(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            problem(column, shown(column) + " is not a day; write it like 2026-11-24");
            return Optional.empty();
        }
    }

    Optional<Double> number(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> number = number(value, true);
        if (number.isEmpty()) {
            problem(column, shown(column) + " is not a number; write it like 1.5");
        }
        return number;
    }

    /** Digits with at most one point, or a comma where a spreadsheet writes it so. */
    static Optional<Double> number(String value, boolean commaAllowed) {
        String plain = commaAllowed ? value.replace(',', '.') : value;
        return plain.matches("\\d{1,9}(\\.\\d{1,6})?") ? Optional.of(Double.valueOf(plain)) : Optional.empty();
    }

    Optional<Boolean> yesOrNo(String column) {
        String value = text(column).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "" -> Optional.empty();
            case "true", "yes", "y", "1" -> Optional.of(true);
            case "false", "no", "n", "0" -> Optional.of(false);
            default -> {
                problem(column, shown(column) + " is neither yes nor no");
                yield Optional.empty();
            }
        };
    }

    <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> type) {
        String value = text(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = oneOf(type, value);
        if (found.isEmpty()) {
            problem(column, shown(column) + " is not one of " + words(type));
        }
        return found;
    }

    static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String value) {
        String name = Header.normal(value).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The value where it is short and nobody's words; its length otherwise. */
    String shown(String column) {
        String value = text(column);
        Column known = header.columns().get(column);
        boolean words = known == null || known.longText();
        return words || value.length() > LONGEST_SHOWN
                ? "a value of " + value.length() + " characters"
                : "“" + value.replaceAll("\\p{Cntrl}", " ") + "”";
    }
}
