package dev.trellis.fairness;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval fairness}: audits any file of cases, and compares the figures with somebody else's. */
@Command(
        name = "eval fairness",
        description = "Impact ratios of a file of cases by group and pairs of groups, compared with a reference.")
class EvalFairnessCommand implements TrellisCommand {

    @Option(names = "--cases", required = true, paramLabel = "CSV", description = "A row a case, .csv or .csv.gz.")
    private Path cases = Path.of("");

    @Option(names = "--person", required = true, paramLabel = "COLUMN", description = "Whose case it is.")
    private String person = "";

    @Option(names = "--groups", required = true, split = ",", paramLabel = "COLUMN", description = "Attributes.")
    private List<String> groups = List.of();

    @Option(
            names = "--outcomes",
            required = true,
            split = ",",
            paramLabel = "COLUMN[=VALUE|VALUE]",
            description = "What came of it: a number, or whether the column has one of the values.")
    private List<String> outcomes = List.of();

    @Option(names = "--reference", paramLabel = "CSV", description = "The same figures as another made them.")
    private @Nullable Path reference;

    @Option(names = "--save", paramLabel = "CSV", description = "Where to write the figures.")
    private @Nullable Path save;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    /** @param values that count as yes; empty where the column is a number */
    private record Asked(String name, String column, Set<String> values) {

        static Asked of(String written) {
            int equals = written.indexOf('=');
            return equals < 0
                    ? new Asked(written, written, Set.of())
                    : new Asked(
                            written,
                            written.substring(0, equals),
                            Set.copyOf(
                                    Arrays.asList(written.substring(equals + 1).split("\\|"))));
        }

        double value(String field) {
            if (!values.isEmpty()) {
                return values.contains(field) ? 1 : 0;
            }
            double number = Double.parseDouble(field);
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(column + " \"" + field + "\" is no number");
            }
            return number;
        }
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<Asked> asked = outcomes.stream().map(Asked::of).toList();
        List<Audited> all = new ArrayList<>();
        AuditCsv.read(cases, row -> {
            Map<String, String> belongs = new HashMap<>();
            groups.forEach(column -> {
                String value = row.getField(column).strip();
                if (!value.isEmpty()) {
                    belongs.put(column, value);
                }
            });
            Map<String, Double> came = new HashMap<>();
            asked.forEach(one -> {
                String field = row.getField(one.column()).strip();
                if (!field.isEmpty()) {
                    came.put(one.name(), one.value(field));
                }
            });
            all.add(new Audited(row.getField(person), belongs, came));
        });
        List<ImpactRatio> ratios = ImpactRatios.of(all);
        if (save != null) {
            Files.writeString(save, AuditCsv.write(ratios));
        }
        ratios.forEach(ratio -> out.println(line(ratio)));
        Map<String, Object> measures = new TreeMap<>();
        Map<String, Double> lowest = new TreeMap<>();
        ImpactRatios.lowest(ratios)
                .forEach(ratio -> lowest.put(
                        ratio.outcome() + " by " + ratio.attribute(),
                        ratio.ratio().orElse(1.0)));
        measures.put("lowest_impact_ratio", lowest);
        measures.put("groups", ratios.size());
        measures.put(
                "below_four_fifths",
                ratios.stream().filter(ImpactRatio::belowFourFifths).count());
        measures.put("surely_below", ImpactRatios.worrying(ratios).size());
        if (reference != null) {
            measures.put("largest_difference", difference(ratios, reference));
        }
        out.println(new Measured(measures, Map.of(), all.size(), "impact ratios, people as clusters").asJson());
        return 0;
    }

    private static String line(ImpactRatio ratio) {
        return String.format(
                Locale.ROOT,
                "%-28s %-24s %-30s %6d people %6d cases  rate %.4f  %s",
                ratio.outcome(),
                ratio.attribute(),
                ratio.group(),
                ratio.people(),
                ratio.cases(),
                ratio.rate(),
                !ratio.compared()
                        ? "too few to compare"
                        : ratio.low().isEmpty()
                                ? "ratio "
                                        + ratio.ratio()
                                                .map(value -> String.format(Locale.ROOT, "%.4f", value))
                                                .orElse("none")
                                : String.format(
                                        Locale.ROOT,
                                        "ratio %.4f (%.4f to %.4f)%s",
                                        ratio.ratio().orElse(0.0),
                                        ratio.low().orElse(0.0),
                                        ratio.high().orElse(0.0),
                                        ratio.isSurelyBelowParity()
                                                ? "  below four fifths"
                                                : ratio.belowFourFifths()
                                                        ? "  below four fifths, perhaps by chance"
                                                        : ""));
    }

    /** @throws CommandFailed where one has a figure that the other has not */
    private static double difference(List<ImpactRatio> ratios, Path reference) {
        Map<List<String>, List<String>> theirs = figures(reference);
        Map<List<String>, List<String>> ours = new HashMap<>();
        ratios.forEach(ratio -> ours.put(
                List.of(ratio.outcome(), ratio.attribute(), ratio.group()),
                List.of(
                        String.valueOf(ratio.people()),
                        String.valueOf(ratio.cases()),
                        String.valueOf(ratio.selected()),
                        String.valueOf(ratio.rate()),
                        String.valueOf(ratio.standardError()),
                        ratio.ratio().map(String::valueOf).orElse(""),
                        ratio.low().map(String::valueOf).orElse(""),
                        ratio.high().map(String::valueOf).orElse(""))));
        if (!ours.keySet().equals(theirs.keySet())) {
            throw new CommandFailed(reference + " has " + theirs.size() + " groups, not these " + ours.size() + ".");
        }
        double largest = 0;
        for (Map.Entry<List<String>, List<String>> one : ours.entrySet()) {
            List<String> other = theirs.getOrDefault(one.getKey(), List.of());
            for (int i = 0; i < other.size(); i++) {
                String mine = one.getValue().get(i);
                if (mine.isEmpty() != other.get(i).isEmpty()) {
                    throw new CommandFailed(
                            reference + ": " + one.getKey() + " has \"" + other.get(i) + "\" for \"" + mine + "\".");
                }
                if (!mine.isEmpty()) {
                    largest = Math.max(largest, Math.abs(Double.parseDouble(mine) - Double.parseDouble(other.get(i))));
                }
            }
        }
        return largest;
    }

    private static Map<List<String>, List<String>> figures(Path reference) {
        Map<List<String>, List<String>> figures = new HashMap<>();
        AuditCsv.read(
                reference,
                row -> figures.put(
                        List.of(row.getField("outcome"), row.getField("attribute"), row.getField("group")),
                        List.of(
                                row.getField("people"),
                                row.getField("cases"),
                                row.getField("selected"),
                                row.getField("rate"),
                                row.getField("standard_error"),
                                row.getField("impact_ratio"),
                                row.getField("low"),
                                row.getField("high"))));
        return figures;
    }
}
