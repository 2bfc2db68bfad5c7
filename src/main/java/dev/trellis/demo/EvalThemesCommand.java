package dev.trellis.demo;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.reading.Reading;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code eval themes}: whether reading finds what the demo organisation's reflections were written about, in a framework it was
 * never trained on, and whether the planted rise shows in what it finds.
 */
@Command(name = "eval themes", description = "Measures reading on the demo organisation's reflections.")
class EvalThemesCommand implements TrellisCommand {

    private static final FrameworkId FRAMEWORK = new FrameworkId(new UUID(0, 1));

    @Option(names = "--anchor", description = "The day the demo plays on (default: ${DEFAULT-VALUE}).")
    private LocalDate anchor = LocalDate.of(2026, 11, 1);

    @Option(names = "--seed", description = "Seed of the demo organisation (default: ${DEFAULT-VALUE}).")
    private long seed = MadeUpOrganisation.SEED;

    @Option(names = "--threads", description = "Threads that embed (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    /** One reflection with the codes found in it. */
    private record Read(
            DemoReflection reflection, String team, boolean afterTheRise, Set<String> found, String surest) {}

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        DemoOrganisation demo = DemoOrganisation.generate(seed, anchor);
        List<Read> read = read(demo);
        byCompetency(read, progress);
        progress.flush();
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("precision", precision(read));
        measures.put(
                "recall",
                share(read, one -> one.found().contains(one.reflection().theme())));
        measures.put(
                "surest_right",
                share(read, one -> one.surest().equals(one.reflection().theme())));
        measures.put("says_something", share(read, one -> !one.found().isEmpty()));
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

    private List<Read> read(DemoOrganisation demo) {
        Map<CompetencyId, String> codes = new HashMap<>();
        List<Competency> competencies = new ArrayList<>();
        for (DemoCompetency one : demo.framework().competencies()) {
            CompetencyId id = new CompetencyId(UUID.nameUUIDFromBytes(one.code().getBytes(StandardCharsets.UTF_8)));
            codes.put(id, one.code());
            competencies.add(new Competency(
                    id,
                    FRAMEWORK,
                    one.code(),
                    one.name(),
                    one.group(),
                    one.about(),
                    one.alternativeLabels(),
                    List.of()));
        }
        Reading reading = Reading.of(competencies, threads);
        Map<String, String> teams =
                demo.people().stream().collect(Collectors.toMap(DemoPerson::code, DemoPerson::team));
        List<DemoReflection> reflections = demo.evidence(DemoReflection.class).stream()
                .filter(one -> one.visibility() != DemoVisibility.PRIVATE)
                .toList();
        List<String> sentences = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (DemoReflection reflection : reflections) {
            starts.add(sentences.size());
            sentences.addAll(reading.sentences(reflection.text()));
        }
        starts.add(sentences.size());
        List<List<Reading.Mention>> mentions = reading.competenciesIn(FRAMEWORK, sentences);
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < reflections.size(); i++) {
            DemoReflection reflection = reflections.get(i);
            Set<String> found = new HashSet<>();
            String surest = "";
            double most = 0;
            for (Reading.Mention mention : mentions.subList(starts.get(i), starts.get(i + 1)).stream()
                    .flatMap(List::stream)
                    .toList()) {
                String code = codes.getOrDefault(mention.competency(), "");
                found.add(code);
                if (mention.probability() > most) {
                    most = mention.probability();
                    surest = code;
                }
            }
            read.add(new Read(
                    reflection,
                    teams.getOrDefault(reflection.about(), ""),
                    !reflection.occurredOn().toLocalDate().isBefore(DemoStory.workloadRisesOn(anchor)),
                    found,
                    surest));
        }
        return read;
    }

    private static void byCompetency(List<Read> read, PrintWriter progress) {
        Set<String> codes = new java.util.TreeSet<>();
        read.forEach(one -> {
            codes.add(one.reflection().theme());
            codes.addAll(one.found());
        });
        progress.println("competency        written  found  right");
        for (String code : codes) {
            progress.printf(
                    "%-16s %8d %6d %6d%n",
                    code,
                    read.stream()
                            .filter(one -> one.reflection().theme().equals(code))
                            .count(),
                    read.stream().filter(one -> one.found().contains(code)).count(),
                    read.stream()
                            .filter(one -> one.reflection().theme().equals(code)
                                    && one.found().contains(code))
                            .count());
        }
    }

    private static double precision(List<Read> read) {
        int stated = read.stream().mapToInt(one -> one.found().size()).sum();
        long right = read.stream()
                .filter(one -> one.found().contains(one.reflection().theme()))
                .count();
        return stated == 0 ? 0 : rounded(right / (double) stated);
    }

    private static double workload(List<Read> read, boolean here, boolean after) {
        return share(
                read.stream()
                        .filter(one ->
                                one.team().equals(DemoStory.WORKLOAD_TEAM) == here && one.afterTheRise() == after)
                        .toList(),
                one -> one.found().contains(DemoStory.WORKLOAD));
    }

    private static double share(List<Read> read, java.util.function.Predicate<Read> which) {
        return read.isEmpty() ? 0 : rounded(read.stream().filter(which).count() / (double) read.size());
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
