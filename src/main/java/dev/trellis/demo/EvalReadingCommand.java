package dev.trellis.demo;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.reading.Reading;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code eval reading}: whether reading finds what the demo organisation's reflections were written about, in a framework it was
 * never trained on, and whether the planted rise shows in what it finds.
 */
@Command(name = "eval reading", description = "Measures reading on the demo organisation's reflections.")
class EvalReadingCommand implements TrellisCommand {

    private static final FrameworkId FRAMEWORK = new FrameworkId(new UUID(0, 1));

    @Option(names = "--anchor", description = "The day the demo plays on (default: ${DEFAULT-VALUE}).")
    private LocalDate anchor = LocalDate.of(2026, 11, 1);

    @Option(names = "--seed", description = "Seed of the demo organisation (default: ${DEFAULT-VALUE}).")
    private long seed = MadeUpOrganisation.SEED;

    @Option(names = "--threads", description = "Threads that embed (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    /** One reflection and the code of what it was found to be about; empty for "don't know". */
    private record Read(DemoReflection reflection, String team, boolean afterTheRise, String found) {

        boolean says() {
            return !found.isEmpty();
        }

        boolean isRight() {
            return found.equals(reflection.theme());
        }
    }

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        DemoOrganisation demo = DemoOrganisation.generate(seed, anchor);
        List<Read> read = read(demo);
        byCompetency(read, progress);
        progress.flush();
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("precision", share(read.stream().filter(Read::says).toList(), Read::isRight));
        measures.put("recall", share(read, Read::isRight));
        measures.put("says_something", share(read, Read::says));
        for (boolean after : List.of(false, true)) {
            String when = after ? "_after" : "_before";
            measures.put("workload_here" + when, workload(read, true, after));
            measures.put("workload_elsewhere" + when, workload(read, false, after));
        }
        String most = read.stream()
                .collect(Collectors.groupingBy(one -> one.reflection().theme(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        double guess = share(read, one -> one.reflection().theme().equals(most));
        out.println(
                new Measured(measures, Map.of("precision", guess, "recall", guess), read.size(), "reading").asJson());
        return 0;
    }

    static Competency competency(DemoCompetency one, CompetencyId id, FrameworkId framework) {
        return new Competency(
                id, framework, one.code(), one.name(), one.group(), one.about(), one.alternativeLabels(), levels(one));
    }

    private List<Read> read(DemoOrganisation demo) {
        Map<CompetencyId, String> codes = new HashMap<>();
        List<Competency> competencies = new ArrayList<>();
        for (DemoCompetency one : demo.framework().competencies()) {
            CompetencyId id = new CompetencyId(UUID.nameUUIDFromBytes(one.code().getBytes(StandardCharsets.UTF_8)));
            codes.put(id, one.code());
            competencies.add(competency(one, id, FRAMEWORK));
        }
        Reading reading = Reading.of(competencies, threads);
        Map<String, String> teams =
                demo.people().stream().collect(Collectors.toMap(DemoPerson::code, DemoPerson::team));
        List<DemoReflection> reflections = demo.evidence(DemoReflection.class).stream()
                .filter(one -> one.visibility() != DemoVisibility.PRIVATE)
                .toList();
        List<Optional<CompetencyId>> about = reading.mostlyAbout(
                FRAMEWORK,
                reflections.stream()
                        .map(one -> new Reading.Text(one.title(), one.text()))
                        .toList());
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < reflections.size(); i++) {
            DemoReflection reflection = reflections.get(i);
            read.add(new Read(
                    reflection,
                    teams.getOrDefault(reflection.about(), ""),
                    !reflection.occurredOn().toLocalDate().isBefore(DemoStory.workloadRisesOn(anchor)),
                    about.get(i).map(codes::get).orElse("")));
        }
        return read;
    }

    private static List<ProficiencyLevel> levels(DemoCompetency competency) {
        return IntStream.rangeClosed(1, competency.descriptors().size())
                .mapToObj(level ->
                        new ProficiencyLevel(level, "", competency.descriptors().get(level - 1)))
                .toList();
    }

    private static void byCompetency(List<Read> read, PrintWriter progress) {
        Set<String> codes = new java.util.TreeSet<>();
        read.forEach(one -> {
            codes.add(one.reflection().theme());
            codes.add(one.found());
        });
        progress.println("competency        written  found  right");
        for (String code : codes) {
            progress.printf(
                    "%-16s %8d %6d %6d%n",
                    code,
                    read.stream()
                            .filter(one -> one.reflection().theme().equals(code))
                            .count(),
                    read.stream().filter(one -> one.found().equals(code)).count(),
                    read.stream()
                            .filter(one -> one.reflection().theme().equals(code)
                                    && one.found().equals(code))
                            .count());
        }
    }

    private static double workload(List<Read> read, boolean here, boolean after) {
        return share(
                read.stream()
                        .filter(one ->
                                one.team().equals(DemoStory.WORKLOAD_TEAM) == here && one.afterTheRise() == after)
                        .toList(),
                one -> one.found().equals(DemoStory.WORKLOAD));
    }

    private static double share(List<Read> read, java.util.function.Predicate<Read> which) {
        return read.isEmpty() ? 0 : rounded(read.stream().filter(which).count() / (double) read.size());
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
