package dev.trellis.trends;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval trends}: are planted changes found and dated, and is nothing flagged where nothing changed? */
@Command(
        name = "eval trends",
        description = "Plants changes in made-up series of teams, and measures what is flagged, when, and what is not.")
class EvalTrendsCommand implements TrellisCommand {

    private static final double SIGNIFICANT = Trends.FALSE_DISCOVERIES;

    /** Series of one organisation in a run in which nothing changed. */
    private static final int SERIES_A_RUN = 20;

    @Option(
            names = "--series",
            description = "Series a size of change, half of them changed (default: ${DEFAULT-VALUE}).")
    private int series = 500;

    @Option(names = "--runs", description = "Organisations in which nothing changed (default: ${DEFAULT-VALUE}).")
    private int runs = 1_000;

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        if (series < 2 || runs < 1) {
            throw new CommandFailed("--series " + series + " --runs " + runs + ": at least two series and one run.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Object> measures = new TreeMap<>();
        Map<String, Object> baseline = new TreeMap<>();
        out.println("change   found   false discoveries   within a month   plain t test at the middle: found   false");
        for (Map.Entry<String, Double> size : List.of(Map.entry("half", 0.5), Map.entry("one", 1.0))) {
            progress.println("changes of " + size.getValue() + " standard deviations");
            List<MadeUpSeries> all = MadeUpSeries.draw(series, series / 2, size.getValue(), random);
            Flagged ours = flagged(all, found(all));
            Flagged plain = plain(all);
            out.printf(
                    Locale.ROOT,
                    "%5.1f    %.3f         %.4f             %.3f                             %.3f         %.4f%n",
                    size.getValue(),
                    ours.found(),
                    ours.falseShare(),
                    ours.dated(),
                    plain.found(),
                    plain.falseShare());
            measures.put("found_" + size.getKey(), rounded(ours.found()));
            measures.put("false_discoveries_" + size.getKey(), rounded(ours.falseShare()));
            measures.put("date_within_one_month_" + size.getKey(), rounded(ours.dated()));
            baseline.put("found_" + size.getKey(), rounded(plain.found()));
            baseline.put("false_discoveries_" + size.getKey(), rounded(plain.falseShare()));
        }
        int withFlag = 0;
        int withPlainFlag = 0;
        for (int run = 0; run < runs; run++) {
            if (run % 100 == 0) {
                progress.println("unchanged organisations: " + run + " of " + runs);
            }
            List<MadeUpSeries> all = MadeUpSeries.draw(SERIES_A_RUN, 0, 0, random);
            withFlag += flagged(all, found(all)).flags() > 0 ? 1 : 0;
            withPlainFlag += plain(all).flags() > 0 ? 1 : 0;
        }
        measures.put("unchanged_flagged", rounded(withFlag / (double) runs));
        baseline.put("unchanged_flagged", rounded(withPlainFlag / (double) runs));
        out.printf(
                Locale.ROOT,
                "unchanged organisations with a flag: %.4f of %d; plain t test %.4f%n",
                withFlag / (double) runs,
                runs,
                withPlainFlag / (double) runs);
        out.println(new Measured(measures, baseline, series, "mean change, exchanged within people, seed " + seed)
                .asJson());
        return 0;
    }

    /**
     * What was flagged.
     *
     * @param found share of planted changes
     * @param falseShare share of flags where nothing was planted; 0 without flags
     * @param dated share of those found whose month is within one of the planted one
     */
    private record Flagged(int flags, double found, double falseShare, double dated) {}

    private static List<Optional<MeanChange.Found>> found(List<MadeUpSeries> all) {
        double[] usual = MeanChange.usual(all.stream().map(MadeUpSeries::values).toList(), MadeUpSeries.MONTHS);
        List<Optional<MeanChange.Found>> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            found.add(MeanChange.in(all.get(i).values(), usual, i));
        }
        return found;
    }

    private static Flagged flagged(List<MadeUpSeries> all, List<Optional<MeanChange.Found>> found) {
        double[] adjusted = FalseDiscoveries.adjust(found.stream()
                .mapToDouble(one -> one.map(MeanChange.Found::pValue).orElse(1.0))
                .toArray());
        int flags = 0;
        int wrong = 0;
        int right = 0;
        int dated = 0;
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= SIGNIFICANT) {
                flags++;
                int since = all.get(i).since();
                wrong += since < 0 ? 1 : 0;
                right += since >= 0 ? 1 : 0;
                int at = found.get(i).map(MeanChange.Found::since).orElse(-9);
                dated += since >= 0 && Math.abs(at - since) <= 1 ? 1 : 0;
            }
        }
        long planted = all.stream().filter(one -> one.since() >= 0).count();
        return new Flagged(
                flags,
                planted == 0 ? 0 : right / (double) planted,
                flags == 0 ? 0 : wrong / (double) flags,
                right == 0 ? 0 : dated / (double) right);
    }

    /** The first year against the second, all values as if they were of different people; nothing adjusted. */
    private static Flagged plain(List<MadeUpSeries> all) {
        int flags = 0;
        int wrong = 0;
        int right = 0;
        for (MadeUpSeries one : all) {
            double[] before = values(one, 0, MadeUpSeries.MONTHS / 2);
            double[] after = values(one, MadeUpSeries.MONTHS / 2, MadeUpSeries.MONTHS);
            double t = (mean(after) - mean(before))
                    / Math.sqrt(variance(before) / before.length + variance(after) / after.length);
            if (Math.abs(t) > 1.96) {
                flags++;
                wrong += one.since() < 0 ? 1 : 0;
                right += one.since() >= 0 ? 1 : 0;
            }
        }
        long planted = all.stream().filter(one -> one.since() >= 0).count();
        return new Flagged(
                flags, planted == 0 ? 0 : right / (double) planted, flags == 0 ? 0 : wrong / (double) flags, 0);
    }

    private static double[] values(MadeUpSeries series, int from, int to) {
        return Arrays.stream(series.values())
                .flatMapToDouble(person -> Arrays.stream(person, from, to))
                .filter(Double::isFinite)
                .toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values).map(one -> (one - mean) * (one - mean)).sum() / (values.length - 1);
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
