package dev.trellis.imports;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Moves between occupations that O*NET calls nearest, with what each expects and does: plans for them need nobody's data. */
public final class OnetMoves {

    private static final Set<String> RELATED = Set.of("o*net-soc code", "related o*net-soc code", "relatedness tier");
    private static final Set<String> TASKS = Set.of("o*net-soc code", "task id", "task");
    private static final String NEAREST = "Primary-Short";

    private OnetMoves() {}

    /**
     * @param tasks as O*NET words them, the most common first
     * @param levels level, 0–7, by competency
     * @param importance from 0 to 1, by competency
     */
    public record Occupation(
            String title, List<String> tasks, Map<CompetencyId, Double> levels, Map<CompetencyId, Double> importance) {}

    public record Move(Occupation from, Occupation to) {}

    /** @param competencies by id, those of all moves */
    public record Found(Map<CompetencyId, Competency> competencies, List<Move> moves) {}

    /**
     * Reads a folder of O*NET's text files, or a zip of one.
     *
     * @param most how many moves, taken evenly over all there are
     * @throws IllegalArgumentException if something that is needed is missing or not what it should be
     */
    public static Found in(Path path, int most) {
        try (DataFolder folder = DataFolder.open(path)) {
            OnetFolder onet = OnetFolder.read(folder, (share, rows) -> {});
            Map<String, List<String>> tasks = new TreeMap<>();
            List<String[]> near = new ArrayList<>();
            for (Path file : folder.files()) {
                TabFile table = TabFile.open(file);
                if (table.has(RELATED)) {
                    table.forEach(row -> {
                        if (row.text("relatedness tier").equals(NEAREST)) {
                            near.add(new String[] {row.text("o*net-soc code"), row.text("related o*net-soc code")});
                        }
                    });
                } else if (table.has(TASKS)) {
                    table.forEach(row -> tasks.computeIfAbsent(row.text("o*net-soc code"), code -> new ArrayList<>())
                            .add(row.text("task")));
                }
            }
            return found(onet, near, tasks, most);
        } catch (UnreadableFile e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Found found(OnetFolder onet, List<String[]> near, Map<String, List<String>> tasks, int most) {
        Map<String, Competency> competencies = onet.rated().stream()
                .map(element -> competency(element, onet))
                .collect(Collectors.toMap(Competency::code, Function.identity()));
        Map<String, Occupation> occupations = new LinkedHashMap<>();
        for (OnetFolder.Occupation one : onet.occupations()) {
            Map<String, OnetFolder.Rating> ratings = onet.ratings(one);
            List<String> does = tasks.getOrDefault(one.code(), List.of());
            if (!ratings.isEmpty() && !does.isEmpty()) {
                occupations.put(
                        one.code(),
                        new Occupation(
                                one.title(),
                                List.copyOf(does),
                                byCompetency(ratings, competencies, OnetFolder.Rating::level),
                                byCompetency(ratings, competencies, rating -> (rating.importance() - 1) / 4)));
            }
        }
        List<Move> moves = near.stream()
                .filter(pair -> occupations.containsKey(pair[0]) && occupations.containsKey(pair[1]))
                .map(pair -> new Move(
                        Objects.requireNonNull(occupations.get(pair[0])),
                        Objects.requireNonNull(occupations.get(pair[1]))))
                .toList();
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("No move between rated occupations with tasks was found: the related"
                    + " occupations or the task statements are missing.");
        }
        int taken = Math.min(most, moves.size());
        return new Found(
                competencies.values().stream().collect(Collectors.toMap(Competency::id, Function.identity())),
                IntStream.range(0, taken)
                        .mapToObj(i -> moves.get((int) ((long) i * moves.size() / taken)))
                        .toList());
    }

    private static Map<CompetencyId, Double> byCompetency(
            Map<String, OnetFolder.Rating> ratings,
            Map<String, Competency> competencies,
            Function<OnetFolder.Rating, Double> value) {
        Map<CompetencyId, Double> values = new LinkedHashMap<>();
        ratings.forEach((element, rating) ->
                values.put(Objects.requireNonNull(competencies.get(element)).id(), value.apply(rating)));
        return values;
    }

    private static Competency competency(OnetFolder.Element element, OnetFolder onet) {
        return new Competency(
                new CompetencyId(UUID.nameUUIDFromBytes(element.id().getBytes(StandardCharsets.UTF_8))),
                new FrameworkId(new UUID(0, 2)),
                element.id(),
                element.name(),
                onet.heading(element),
                element.description(),
                List.of(),
                onet.levels(element));
    }
}
