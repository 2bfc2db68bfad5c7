package dev.trellis.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.trellis.TrellisCommand.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads label lists and labelled sentences, plain or as {@code .gz}. */
final class TaggingFiles {

    /** What annotators wrote where no label fits. */
    private static final Set<String> NO_LABEL = Set.of("UNDERSPECIFIED", "LABEL NOT PRESENT", "UNK", "");

    /** One item of a list as Python prints it: in single quotes, or in double ones where it holds a single quote. */
    private static final Pattern LIST_ITEM = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

    private TaggingFiles() {}

    /**
     * The labels of things, each once; things with the same first label are one.
     *
     * @param names by thing, its first label
     * @param texts all labels of all things
     */
    record Labels(List<String> names, List<LabelSet.Text> texts) {}

    /** A line a label, or a CSV with {@code preferred_label} and {@code alt_labels} (one a line, or separated by {@code |}). */
    static Labels labels(Path file) {
        String content = content(file);
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        String firstLine = content.lines().findFirst().orElse("");
        if (firstLine.contains("preferred_label")) {
            rows(file, content, List.of("preferred_label"), (row, line) -> {
                Set<String> own = labels.computeIfAbsent(
                        row.getOrDefault("preferred_label", "").strip(), TaggingFiles::itself);
                row.getOrDefault("alt_labels", "")
                        .lines()
                        .flatMap(part -> Pattern.compile("\\|").splitAsStream(part))
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .forEach(own::add);
            });
        } else {
            content.lines().map(String::strip).forEach(line -> labels.computeIfAbsent(line, TaggingFiles::itself));
        }
        labels.remove("");
        if (labels.isEmpty()) {
            throw new CommandFailed(file + " holds no label.");
        }
        List<LabelSet.Text> texts = new ArrayList<>();
        List<String> names = List.copyOf(labels.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (String label : labels.getOrDefault(names.get(i), Set.of())) {
                texts.add(new LabelSet.Text(i, label, false));
            }
        }
        return new Labels(names, texts);
    }

    private static Set<String> itself(String label) {
        return new LinkedHashSet<>(Set.of(label));
    }

    /** By sentence, in order, the labels people gave it; none where no label fits. */
    static Map<String, Set<String>> cases(Path file) {
        Map<String, Set<String>> cases = new LinkedHashMap<>();
        rows(file, content(file), List.of("sentence"), (row, line) -> {
            Set<String> gold =
                    cases.computeIfAbsent(row.getOrDefault("sentence", "").strip(), none -> new LinkedHashSet<>());
            if (row.containsKey("skills")) {
                gold.addAll(list(row.getOrDefault("skills", ""), file, line));
            } else if (row.containsKey("label")) {
                gold.add(row.getOrDefault("label", "").strip());
            } else {
                throw new CommandFailed(file + " has neither a column \"label\" nor \"skills\".");
            }
            gold.removeAll(NO_LABEL);
        });
        cases.remove("");
        return cases;
    }

    private static List<String> list(String python, Path file, long line) {
        String text = python.strip();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new CommandFailed(file + ", line " + line + ": \"skills\" is not a list such as ['a', 'b'].");
        }
        List<String> items = new ArrayList<>();
        Matcher item = LIST_ITEM.matcher(text);
        while (item.find()) {
            String value = item.group(1) != null ? item.group(1) : item.group(2);
            items.add(value.replaceAll("\\\\(.)", "$1").strip());
        }
        return items;
    }

    private static void rows(
            Path file, String content, List<String> needed, BiConsumer<Map<String, String>, Long> each) {
        List<String> header = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(content)) {
            for (CsvRecord row : csv) {
                if (header.isEmpty()) {
                    row.getFields().forEach(field -> header.add(field.strip()));
                    for (String column : needed) {
                        if (!header.contains(column)) {
                            throw new CommandFailed(file + ", line 1: there is no column \"" + column + "\".");
                        }
                    }
                    continue;
                }
                if (row.getFieldCount() != header.size()) {
                    throw new CommandFailed(String.format(
                            "%s, line %d: %d fields where the header has %d.",
                            file, row.getStartingLineNumber(), row.getFieldCount(), header.size()));
                }
                Map<String, String> fields = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    fields.put(header.get(i), row.getField(i));
                }
                each.accept(fields, row.getStartingLineNumber());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new CommandFailed(file + ": " + e.getMessage());
        }
        if (header.isEmpty()) {
            throw new CommandFailed(file + " is empty.");
        }
    }

    /** The whole file as text, without a byte order mark. */
    static String content(Path file) {
        StringBuilder text = new StringBuilder();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            char[] buffer = new char[1 << 16];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new CommandFailed("The file " + file + " cannot be read: " + e.getMessage());
        }
        return text.length() > 0 && text.charAt(0) == '\uFEFF' ? text.substring(1) : text.toString();
    }
}
