package dev.trellis.search;

import dev.trellis.drafting.HidingBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code embedding}, {@code query}, {@code rebuild} or {@code hiding}, then options of JMH; the last line is one JSON object. */
public final class Benches {

    private static final Path FOLDER = Path.of("target", "bench");

    private Benches() {}

    public static void main(String... arguments) throws Exception {
        String which = arguments.length == 0 ? "" : arguments[0];
        String[] options = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length).toArray(String[]::new);
        switch (which) {
            case "embedding" -> embedding(options);
            case "query" -> query(options);
            case "rebuild" -> RebuildBench.run(options);
            case "hiding" -> HidingBench.run();
            default ->
                throw new IllegalArgumentException(
                        "Say -Dbench=embedding, -Dbench=query, -Dbench=rebuild or -Dbench=hiding.");
        }
    }

    private static Collection<RunResult> run(Class<?> benchmark, String[] options)
            throws RunnerException, CommandLineOptionException {
        return new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options))
                        .include(benchmark.getName())
                        .build())
                .run();
    }

    private static void embedding(String[] options) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = run(EmbeddingBenchmark.class, options);
        String texts = results.iterator().next().getParams().getParam("texts");
        int count = Integer.parseInt(texts);
        double ours = score(results, "trellis");
        double theirs = score(results, "langChain4j");
        print("""
                {"measures":{"times_faster":%.2f,"texts_per_second":%.0f,"cpu_ms_per_text":%.1f},\
                "baseline":{"texts_per_second":%.0f,"cpu_ms_per_text":%.1f},"n":%d,"model":"%s"}""", theirs / ours, count / ours, 1e3 * secondary(results, "trellis", "cpuSeconds") / count, count / theirs, 1e3 * secondary(results, "langChain4j", "cpuSeconds") / count, count, BgeSmall.MODEL_ID);
    }

    private static void query(String[] options) throws IOException, RunnerException, CommandLineOptionException {
        BenchPassages passages = new BenchPassages(FOLDER);
        passages.write();
        double recall = recall(passages);
        Collection<RunResult> results = run(QueryBenchmark.class, options);
        print("""
                {"measures":{"cpu_ms_per_query":%.2f,"recall50":%.4f,"one_learner_cpu_ms":%.2f},\
                "baseline":{"cpu_ms_per_query":%.2f,"one_learner_cpu_ms":%.2f},"n":%d,"model":"%s"}""", cpuMillis(results, "trellisOrganisation"), recall, cpuMillis(results, "trellisOneLearner"), cpuMillis(results, "luceneOrganisation"), cpuMillis(results, "luceneOneLearner"), BenchPassages.PASSAGES, BgeSmall.MODEL_ID);
    }

    private static double recall(BenchPassages passages) throws IOException {
        List<float[]> vectors = passages.vectors();
        List<float[]> questions = passages.questionVectors();
        try (Generation ours = passages.ours()) {
            return ours.search(searcher -> Recall.at(
                    QueryBenchmark.GATHERED,
                    searcher,
                    questions,
                    vectors,
                    question -> Hybrid.PASSAGES.nearest(
                            searcher, question, BenchPassages.organisation(), QueryBenchmark.GATHERED)));
        }
    }

    private static double cpuMillis(Collection<RunResult> results, String method) {
        return secondary(results, method, "cpuMillis") / secondary(results, method, "questions");
    }

    private static double score(Collection<RunResult> results, String method) {
        return of(results, method).getPrimaryResult().getScore();
    }

    private static double secondary(Collection<RunResult> results, String method, String counter) {
        Result<?> counted = of(results, method).getSecondaryResults().get(counter);
        return Objects.requireNonNull(counted, counter).getStatistics().getMean();
    }

    private static RunResult of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result of " + method));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
