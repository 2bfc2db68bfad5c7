package dev.trellis.imports;

import dev.trellis.catalog.ProficiencyLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The O*NET database as its tab-separated text files. Files are known by their columns, because releases have renamed them.
 *
 * <p>O*NET rates importance (IM, 1–5) and level (LV, 0–7) of each element for each occupation. As it documents, a level
 * marked “Not Relevant” is no level, and an estimate marked “Recommend Suppress” is too imprecise to be used; either leaves the
 * element out of what the occupation expects.
 */
final class OnetFolder {

    static final double LOWEST_LEVEL = 0;
    static final double HIGHEST_LEVEL = 7;

    private static final Set<String> OCCUPATIONS = Set.of("o*net-soc code", "title", "description");
    private static final Set<String> CONTENT_MODEL = Set.of("element id", "element name", "description");
    private static final Set<String> RATINGS = Set.of("o*net-soc code", "element id", "scale id", "data value");
    private static final Set<String> ANCHORS = Set.of("element id", "scale id", "anchor value", "anchor description");

    /** Basic skills, cross-functional skills, knowledge. */
    private static final List<String> ELEMENTS = List.of("2.A.", "2.B.", "2.C.");

    private final Map<String, Occupation> occupations = new TreeMap<>();
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, Map<String, Rating>> ratings = new TreeMap<>();
    private final Map<String, Map<Integer, ProficiencyLevel>> anchors = new HashMap<>();
    private final List<Path> used = new ArrayList<>();
    private long notRelevant;
    private long suppressed;

    record Occupation(String code, String title, String description) {}

    record Element(String id, String name, String description) {}

    /** @param importance 1–5, NaN where it is missing or suppressed; @param level 0–7, NaN likewise */
    record Rating(double importance, double level) {
        boolean complete() {
            return !Double.isNaN(importance) && !Double.isNaN(level);
        }
    }

    /** @throws UnreadableFile if a file that is needed is not there, or a row is not what it should be */
    static OnetFolder read(DataFolder folder, Progress progress) {
        OnetFolder onet = new OnetFolder();
        List<Path> files = folder.files();
        long rows = 0;
        for (int i = 0; i < files.size(); i++) {
            rows += onet.read(TabFile.open(files.get(i)));
            progress.at((i + 1.0) / files.size(), rows);
        }
        require(onet.occupations.isEmpty(), "occupations (O*NET-SOC Code, Title, Description)", folder);
        require(onet.elements.isEmpty(), "the content model (Element ID, Element Name, Description)", folder);
        require(
                onet.ratings.isEmpty(),
                "ratings of skills or knowledge (O*NET-SOC Code, Element ID, Scale ID, Data Value)",
                folder);
        return onet;
    }

    private static void require(boolean missing, String what, DataFolder folder) {
        if (missing) {
            throw new UnreadableFile("No file of " + (folder.unpacked() ? "the archive" : folder.folder()) + " holds "
                    + what + ". Expected is the tab-separated text form of the O*NET database.");
        }
    }

    private long read(TabFile file) {
        long[] rows = {0};
        if (file.has(RATINGS)) {
            file.forEach(row -> {
                rows[0]++;
                rate(row);
            });
        } else if (file.has(ANCHORS)) {
            file.forEach(this::anchor);
        } else if (file.has(OCCUPATIONS)) {
            file.forEach(row -> {
                rows[0]++;
                String code = needed(row, "o*net-soc code");
                occupations.put(code, new Occupation(code, needed(row, "title"), row.text("description")));
            });
        } else if (file.has(CONTENT_MODEL)) {
            file.forEach(row -> {
                String id = needed(row, "element id");
                elements.put(id, new Element(id, needed(row, "element name"), row.text("description")));
            });
        } else {
            return 0;
        }
        used.add(file.path());
        return rows[0];
    }

    private static String needed(TabFile.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            throw row.wrong(column + " is empty");
        }
        return text;
    }

    private void rate(TabFile.Row row) {
        String element = row.text("element id");
        if (ELEMENTS.stream().noneMatch(element::startsWith)) {
            return;
        }
        String occupation = needed(row, "o*net-soc code");
        String scale = row.text("scale id");
        boolean imprecise = row.text("recommend suppress").equalsIgnoreCase("Y");
        boolean irrelevant = row.text("not relevant").equalsIgnoreCase("Y");
        Map<String, Rating> ofOccupation = ratings.computeIfAbsent(occupation, code -> new TreeMap<>());
        Rating before = ofOccupation.getOrDefault(element, new Rating(Double.NaN, Double.NaN));
        switch (scale) {
            case "IM" -> {
                double importance = row.number("data value", 1, 5);
                ofOccupation.put(element, new Rating(imprecise ? Double.NaN : importance, before.level()));
            }
            case "LV" -> {
                double level = row.number("data value", LOWEST_LEVEL, HIGHEST_LEVEL);
                notRelevant += irrelevant ? 1 : 0;
                suppressed += imprecise && !irrelevant ? 1 : 0;
                ofOccupation.put(
                        element, new Rating(before.importance(), imprecise || irrelevant ? Double.NaN : level));
            }
            default -> {}
        }
    }

    /** What a level looks like, in releases that have it. */
    private void anchor(TabFile.Row row) {
        if (row.text("scale id").equals("LV")) {
            int level = (int) Math.round(row.number("anchor value", LOWEST_LEVEL, HIGHEST_LEVEL));
            anchors.computeIfAbsent(row.text("element id"), id -> new TreeMap<>())
                    .put(level, new ProficiencyLevel(level, "", row.text("anchor description")));
        }
    }

    List<Path> used() {
        return used;
    }

    List<Occupation> occupations() {
        return List.copyOf(occupations.values());
    }

    /** Elements that any occupation is rated on, by id. */
    List<Element> rated() {
        return ratings.values().stream()
                .flatMap(ofOccupation -> ofOccupation.keySet().stream())
                .distinct()
                .sorted()
                .map(id -> elements.getOrDefault(id, new Element(id, id, "")))
                .toList();
    }

    /** Name of the element above, such as “Social Skills”. */
    String heading(Element element) {
        String above = element.id();
        while (above.lastIndexOf('.') > 0) {
            above = above.substring(0, above.lastIndexOf('.'));
            Element found = elements.get(above);
            if (found != null) {
                return found.name();
            }
        }
        return "";
    }

    List<ProficiencyLevel> levels(Element element) {
        return List.copyOf(anchors.getOrDefault(element.id(), Map.of()).values());
    }

    /** Complete ratings of an occupation by element id; empty where O*NET has not rated it. */
    Map<String, Rating> ratings(Occupation occupation) {
        Map<String, Rating> complete = new TreeMap<>(ratings.getOrDefault(occupation.code(), Map.of()));
        complete.values().removeIf(rating -> !rating.complete());
        return complete;
    }

    List<String> messages() {
        long unrated = occupations.keySet().stream()
                .filter(code -> !ratings.containsKey(code))
                .count();
        List<String> messages = new ArrayList<>();
        if (unrated > 0) {
            messages.add("%,d occupations have no ratings in this release; they are kept without expectations."
                    .formatted(unrated));
        }
        if (notRelevant + suppressed > 0) {
            messages.add("%,d levels are left out as not relevant and %,d as too imprecise, as O*NET marks them."
                    .formatted(notRelevant, suppressed));
        }
        return messages;
    }
}
