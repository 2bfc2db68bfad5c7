package dev.trellis.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The ESCO classification, as the Commission's CSV package or as its open mirror with numbered keys. Files are known by their
 * columns and addresses.
 *
 * <p>The mirror's hierarchy names skills by key. Where its table of skills is missing, keys follow the order of the label
 * list, one key a line; that is used only if list and keys agree in number.
 */
final class EscoFolder {

    private static final String SKILL = "/esco/skill/";
    private static final String OCCUPATION = "/esco/occupation/";

    private final Map<String, Skill> skills = new LinkedHashMap<>();
    private final Map<String, Occupation> occupations = new LinkedHashMap<>();
    private final Map<String, String> groupNames = new HashMap<>();
    private final Map<String, String> addressByKey = new HashMap<>();
    private final List<Link> hierarchy = new ArrayList<>();
    private final List<Link> requirements = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Path> used = new ArrayList<>();
    private long optional;
    private long unresolved;

    record Skill(String address, String label, String description, List<String> alternatives) {}

    record Occupation(String code, String address, String label, String description) {}

    /** Addresses or keys of two skills or groups: the narrower and the broader one, or what requires and what is required. */
    record Link(String from, String to) {}

    /** @throws UnreadableFile if there are no skills, or a file is not what it should be */
    static EscoFolder read(DataFolder folder, Progress progress) {
        EscoFolder esco = new EscoFolder();
        List<Path> files = folder.files();
        for (int i = 0; i < files.size(); i++) {
            esco.read(files.get(i));
            progress.at((i + 1.0) / files.size(), esco.skills.size() + esco.occupations.size());
        }
        if (esco.skills.isEmpty()) {
            throw new UnreadableFile("No file of " + (folder.unpacked() ? "the archive" : folder.folder())
                    + " holds ESCO's skills: a CSV file with the address of each concept and its preferred label.");
        }
        esco.nameKeysByPosition();
        return esco;
    }

    private void read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith("_label.txt") || name.endsWith("_label.txt.gz")) {
            readLabels(file);
            return;
        }
        if (!name.contains(".csv")) {
            return;
        }
        String header = header(file);
        if (header.contains("parentid") && header.contains("childid")) {
            forEach(file, row -> {
                // Occupations have a hierarchy of the same form; the catalogue keeps none of roles.
                if (row.text("childobjecttype").startsWith("skill")) {
                    hierarchy.add(new Link(row.text("childid"), row.text("parentid")));
                }
            });
        } else if (header.contains("requiringid")) {
            forEach(file, row -> require(row, "requiringid", "requiredid"));
        } else if (header.contains("originalskilluri")) {
            forEach(file, row -> require(row, "originalskilluri", "relatedskilluri"));
        } else if (header.contains("broaderuri")) {
            forEach(file, row -> {
                if (row.text("concepturi").contains(SKILL)) {
                    hierarchy.add(new Link(row.text("concepturi"), row.text("broaderuri")));
                }
            });
        } else if (header.contains("preferredlabel") || header.contains("preferred_label")) {
            // Groups share the skills' address space; every package names their file so.
            boolean groups = name.contains("skillgroup");
            forEach(file, row -> concept(row, groups));
        } else {
            return;
        }
        used.add(file);
    }

    private void require(Row row, String from, String to) {
        if (row.text("relationtype").equals("essential")) {
            requirements.add(new Link(row.text(from), row.text(to)));
        } else {
            optional++;
        }
    }

    private void concept(Row row, boolean group) {
        String address = row.first("concept_uri", "concepturi", "originuri");
        String label = row.first("preferred_label", "preferredlabel");
        if (address.isEmpty() || label.isEmpty()) {
            return;
        }
        String key = row.text("id");
        if (!key.isEmpty()) {
            addressByKey.put(key, address);
        }
        if (address.contains(OCCUPATION)) {
            String code = row.text("code");
            occupations.put(
                    address,
                    new Occupation(code.isEmpty() ? lastPart(address) : code, address, label, row.text("description")));
        } else if (group) {
            groupNames.put(address, label);
        } else if (address.contains(SKILL)) {
            skills.put(address, new Skill(address, label, row.text("description"), alternatives(row, label)));
        }
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** One a line within the cell. */
    private static List<String> alternatives(Row row, String label) {
        Set<String> labels = new LinkedHashSet<>();
        Arrays.stream(row.first("alt_labels", "altlabels").split("\\R"))
                .map(String::strip)
                .filter(alternative -> !alternative.isEmpty() && !alternative.equals(label))
                .forEach(labels::add);
        return List.copyOf(labels);
    }

    private void readLabels(Path file) {
        try (BufferedReader reader = DataFolder.read(file)) {
            reader.lines().forEach(line -> labels.add(line.strip()));
        } catch (IOException e) {
            throw DataFolder.unreadable(file, e);
        }
        used.add(file);
    }

    private void nameKeysByPosition() {
        List<String> unnamed = hierarchy.stream()
                .flatMap(link -> List.of(link.from(), link.to()).stream())
                .filter(key -> key.startsWith("key_") && !addressByKey.containsKey(key))
                .distinct()
                .sorted((a, b) -> Long.compare(number(a), number(b)))
                .toList();
        if (unnamed.isEmpty() || unnamed.size() != labels.size()) {
            return;
        }
        Map<String, String> addressByLabel = new HashMap<>();
        skills.values().forEach(skill -> addressByLabel.put(skill.label(), skill.address()));
        for (int i = 0; i < unnamed.size(); i++) {
            String address = addressByLabel.get(labels.get(i));
            if (address != null) {
                addressByKey.put(unnamed.get(i), address);
            }
        }
    }

    private static long number(String key) {
        String digits = key.substring(key.indexOf('_') + 1);
        return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : Long.MAX_VALUE;
    }

    private static String header(Path file) {
        try (BufferedReader reader = DataFolder.read(file)) {
            String line = reader.readLine();
            return line == null ? "" : line.toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw DataFolder.unreadable(file, e);
        }
    }

    private static void forEach(Path file, Consumer<Row> consumer) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        NamedCsvRecordHandler.builder()
                                .allowDuplicateHeaderFields(true)
                                .build(),
                        DataFolder.read(file))) {
            csv.forEach(record -> consumer.accept(new Row(record)));
        } catch (CsvParseException e) {
            throw new UnreadableFile(file.getFileName() + " is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw DataFolder.unreadable(file, e);
        }
    }

    private record Row(NamedCsvRecord record) {

        /** The cell of a column by its lower-case name; empty where there is none. */
        String text(String column) {
            for (String name : record.getHeader()) {
                if (name.strip().toLowerCase(Locale.ROOT).equals(column)) {
                    return Optional.ofNullable(record.findField(name).orElse(null))
                            .orElse("")
                            .strip();
                }
            }
            return "";
        }

        String first(String... columns) {
            return Arrays.stream(columns)
                    .map(this::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    List<Path> used() {
        return used;
    }

    List<Skill> skills() {
        return List.copyOf(skills.values());
    }

    List<Occupation> occupations() {
        return List.copyOf(occupations.values());
    }

    /** Narrower and broader skill, both known, by address. */
    List<Link> narrower() {
        return resolved(hierarchy);
    }

    /** Skills that essentially require another, both known, by address. */
    List<Link> required() {
        return resolved(requirements);
    }

    private List<Link> resolved(List<Link> links) {
        List<Link> resolved = new ArrayList<>();
        for (Link link : links) {
            String from = address(link.from());
            String to = address(link.to());
            if (skills.containsKey(from) && skills.containsKey(to) && !from.equals(to)) {
                resolved.add(new Link(from, to));
            } else if (!groupNames.containsKey(to)) {
                unresolved++;
            }
        }
        return resolved;
    }

    private String address(String keyOrAddress) {
        return addressByKey.getOrDefault(keyOrAddress, keyOrAddress);
    }

    /** Name of the nearest group above each skill, by address; the first in the file where there are several. */
    Map<String, String> headings() {
        Map<String, String> above = new HashMap<>();
        Map<String, String> group = new HashMap<>();
        for (Link link : hierarchy) {
            String from = address(link.from());
            String to = address(link.to());
            if (groupNames.containsKey(to)) {
                group.putIfAbsent(from, groupNames.get(to));
            } else {
                above.putIfAbsent(from, to);
            }
        }
        Map<String, String> headings = new HashMap<>();
        for (String skill : skills.keySet()) {
            String at = skill;
            // A skill stands at most a handful of levels below its group; the bound holds off a circle.
            for (int depth = 0; depth < 20 && at != null && !group.containsKey(at); depth++) {
                at = above.get(at);
            }
            headings.put(skill, at == null ? "" : group.getOrDefault(at, ""));
        }
        return headings;
    }

    /** To be asked after {@link #narrower} and {@link #required}. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        messages.add(
                "ESCO has no levels: its occupations are kept as role profiles without expectations, its skills on Trellis's"
                        + " scale from 0 to 5.");
        if (optional > 0) {
            messages.add("%,d optional relations between skills are left out; only what a skill requires is kept."
                    .formatted(optional));
        }
        if (unresolved > 0) {
            messages.add("%,d relations name a skill or group that this copy does not hold; they are left out."
                    .formatted(unresolved));
        }
        return messages;
    }
}
