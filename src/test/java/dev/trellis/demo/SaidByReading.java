package dev.trellis.demo;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What reading says that the demo's reflections are about, recorded once, so that four hundred days can be gone through without
 * it. {@link #main} records it anew.
 */
final class SaidByReading {

    /** The demo's own seed and two more. */
    static final List<Long> SEEDS = List.of(MadeUpOrganisation.SEED, 1L, 42L);

    private static final String FILE = "/demo/said-by-reading.csv";

    private final Map<Long, Map<String, String>> bySeed = new HashMap<>();

    private SaidByReading() {}

    static SaidByReading recorded() {
        try (InputStream in = Objects.requireNonNull(SaidByReading.class.getResourceAsStream(FILE))) {
            SaidByReading said = new SaidByReading();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] fields = line.split(",", -1);
                said.bySeed
                        .computeIfAbsent(Long.valueOf(fields[0]), none -> new HashMap<>())
                        .put(fields[1], fields[2]);
            });
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return code of a competency, empty for "don't know" */
    String about(long seed, String reflection) {
        String said = bySeed.getOrDefault(seed, Map.of()).get(reflection);
        if (said == null) {
            throw new IllegalStateException(
                    "what reading says about " + reflection + " of seed " + seed
                            + " is not recorded: the demo's texts have changed; run SaidByReading.main with the folder of the project");
        }
        return said;
    }

    /** Asks reading itself. */
    static Map<String, String> ask(DemoOrganisation demo) {
        FrameworkId framework = new FrameworkId(new UUID(0, 1));
        Map<CompetencyId, String> codes = new HashMap<>();
        List<Competency> competencies = new ArrayList<>();
        for (DemoCompetency one : demo.framework().competencies()) {
            CompetencyId id = new CompetencyId(DemoInMemory.id(one.code()));
            codes.put(id, one.code());
            competencies.add(EvalReadingCommand.competency(one, id, framework));
        }
        List<DemoReflection> reflections = demo.evidence(DemoReflection.class).stream()
                .filter(reflection -> !reflection.named() && reflection.visibility() != DemoVisibility.PRIVATE)
                .toList();
        List<Optional<CompetencyId>> about = Reading.of(competencies, 2)
                .mostlyAbout(
                        framework,
                        reflections.stream()
                                .map(reflection -> new Reading.Text(reflection.title(), reflection.text()))
                                .toList());
        Map<String, String> said = new TreeMap<>();
        for (int i = 0; i < reflections.size(); i++) {
            said.put(reflections.get(i).code(), about.get(i).map(codes::get).orElse(""));
        }
        return said;
    }

    /** @param project the folder of the project */
    public static void main(String... project) throws IOException {
        List<String> lines = new ArrayList<>();
        for (long seed : SEEDS) {
            // The last day of a month: nothing of the story is left out.
            ask(DemoOrganisation.generate(seed, LocalDate.of(2026, 12, 31)))
                    .forEach((reflection, about) -> lines.add(seed + "," + reflection + "," + about));
        }
        Path file = Path.of(project[0], "src/test/resources" + FILE);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
