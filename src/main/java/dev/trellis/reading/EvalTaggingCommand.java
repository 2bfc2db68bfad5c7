package dev.trellis.reading;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.search.TextVectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval tagging}: how well sentences are given the labels people gave them. */
@Command(name = "eval tagging", description = "Measures which labels reading gives to labelled sentences.")
class EvalTaggingCommand implements TrellisCommand {

    /** The usual constant of reciprocal rank fusion (Cormack et al. 2009). */
    private static final double FUSION_CONSTANT = 60;

    /** Mentions per sentence whose stated probability is compared with the truth. */
    private static final int CALIBRATED_ON = 10;

    @Option(
            names = "--labels",
            required = true,
            description = "Labels, one a line, or a CSV with preferred_label and alt_labels; plain or .gz.")
    private Path labels = Path.of("");

    @Option(
            names = "--cases",
            required = true,
            description =
                    "CSV with sentence and label (several rows a sentence), or sentence and skills (a list); plain or .gz.")
    private Path cases = Path.of("");

    @Option(names = "--plot", description = "Where to write the calibration plot (SVG).")
    private @Nullable Path plot;

    @Option(names = "--model", description = "Folder of the model (default: the shipped one).")
    private String model = "";

    @Option(names = "--threads", description = "Threads that embed (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        TaggingFiles.Labels framework = TaggingFiles.labels(labels);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < framework.names().size(); i++) {
            numbers.put(framework.names().get(i), i);
        }
        Map<String, Set<Integer>> right = new LinkedHashMap<>();
        TaggingFiles.cases(cases).forEach((sentence, gold) -> {
            Set<Integer> known = new LinkedHashSet<>();
            gold.stream().filter(numbers::containsKey).map(numbers::get).forEach(known::add);
            right.put(sentence, known);
        });
        if (right.values().stream().allMatch(Set::isEmpty)) {
            throw new CommandFailed("No sentence of " + cases + " has a label of " + labels + ".");
        }
        TextVectors vectors = TextVectors.inProcess(threads);
        progress.println("Reading " + framework.texts().size() + " labels and " + right.size() + " sentences");
        progress.flush();
        LabelSet labelSet = LabelSet.of(framework.names().size(), framework.texts(), vectors);
        TaggingModel trained =
                TaggingConfiguration.model(model.isEmpty() ? TaggingConfiguration.SHIPPED : "file:" + model + "/");
        Tagged tagged = measure(labelSet, new CompetencyReader(trained, vectors), right);
        if (plot != null) {
            Files.writeString(
                    plot,
                    CalibrationPlot.of(
                            tagged.reliability(),
                            "labels",
                            "The %d surest labels of each of %d sentences: stated probability and share right"
                                    .formatted(CALIBRATED_ON, right.size())));
        }
        out.println(tagged.measured().asJson());
        return 0;
    }

    /** @param reliability of what was stated of the surest labels of every sentence */
    record Tagged(Measured measured, Reliability reliability) {}

    static Tagged measure(LabelSet labels, CompetencyReader reader, Map<String, Set<Integer>> right) {
        List<Reliability.Stated> stated = new ArrayList<>();
        Rankers rankers = new Rankers();
        reader.meanings(List.copyOf(right.keySet()), meaning -> {
            Set<Integer> gold = right.getOrDefault(meaning.sentence(), Set.of());
            float[][] signals = CompetencyReader.signals(labels, meaning);
            double[] fused = reader.logOdds(signals);
            for (int best : best(fused, CALIBRATED_ON)) {
                stated.add(new Reliability.Stated(reader.probability(fused[best]), gold.contains(best)));
            }
            if (!gold.isEmpty()) {
                double[] plain = labels.plainWords(meaning.sentence());
                double[] near = doubles(labels.nearness(meaning.vector()));
                rankers.add("bm25", labels.words(meaning.sentence()), plain, gold);
                rankers.add("vector", reader.meaningAlone(signals), near, gold);
                rankers.add("fused", fused, byRank(plain, near), gold);
            }
        });
        Map<String, Object> measures = rankers.measures(rankers.own);
        Reliability reliability = Reliability.of(stated);
        measures.put("ece", Hits.rounded(reliability.error()));
        return new Tagged(
                new Measured(measures, rankers.measures(rankers.plain), rankers.sentences(), reader.modelId()),
                reliability);
    }

    private static final class Rankers {

        private final Map<String, Hits> own = new LinkedHashMap<>();
        private final Map<String, Hits> plain = new LinkedHashMap<>();

        void add(String ranker, double[] ownScores, double[] plainScores, Set<Integer> gold) {
            own.computeIfAbsent(ranker, none -> new Hits()).add(ownScores, gold);
            plain.computeIfAbsent(ranker, none -> new Hits()).add(plainScores, gold);
        }

        int sentences() {
            return own.values().iterator().next().sentences();
        }

        Map<String, Object> measures(Map<String, Hits> hits) {
            Map<String, Object> measures = new LinkedHashMap<>();
            hits.forEach((ranker, found) -> measures.put(ranker, found.measures()));
            return measures;
        }
    }

    /** Reciprocal rank fusion with equal weights; words that are not there give no rank. */
    private static double[] byRank(double[] words, double[] near) {
        int[] byWords = ranks(words);
        int[] byNearness = ranks(near);
        return IntStream.range(0, words.length)
                .mapToDouble(i ->
                        1 / (FUSION_CONSTANT + byNearness[i]) + (words[i] > 0 ? 1 / (FUSION_CONSTANT + byWords[i]) : 0))
                .toArray();
    }

    private static int[] ranks(double[] scores) {
        Integer[] order = order(scores);
        int[] ranks = new int[scores.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i + 1;
        }
        return ranks;
    }

    private static Integer[] order(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        return order;
    }

    static List<Integer> best(double[] scores, int count) {
        return Arrays.stream(order(scores)).limit(count).toList();
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
