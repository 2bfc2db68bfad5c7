package dev.trellis.planning;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.search.TextVectors;
import dev.trellis.verification.SupportCase;
import dev.trellis.verification.SupportScore;
import dev.trellis.verification.WordOverlap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval support}: whether the gate tells claims that a text carries from those it does not. */
@Command(name = "eval support", description = "Measures the gate's score on texts and claims that somebody judged.")
class EvalSupportCommand implements TrellisCommand {

    @Option(
            names = "--cases",
            required = true,
            description = "JSON lines of source, claim, supported (.jsonl or .jsonl.gz).")
    private Path cases = Path.of("");

    @Option(names = "--words", description = "By words alone, without nearness of meaning.")
    private boolean words;

    @Option(names = "--threads", description = "Threads that embed (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<SupportCase> read = SupportCases.read(cases);
        SupportScore score = words
                ? SupportScore.byWords()
                : SupportScore.byMeaning(new SupportVectors(TextVectors.inProcess(threads)));
        SupportMeasures measured = new SupportMeasures(
                read,
                read.stream().map(one -> score.of(one.source(), one.claim())).toList(),
                score.threshold());
        Map<String, Object> measures = new LinkedHashMap<>(measured.named());
        Map<String, Double> kinds = measured.byKind();
        kinds.forEach((kind, share) -> out.printf(Locale.ROOT, "%-22s %.3f%n", kind, share));
        measures.put("by_kind", kinds);
        List<Double> overlap = read.stream()
                .map(one -> WordOverlap.of(one.source(), one.claim()))
                .toList();
        Map<String, ?> baseline =
                new SupportMeasures(read, overlap, SupportMeasures.bestThreshold(read, overlap)).named();
        out.println(new Measured(measures, baseline, read.size(), score.modelId()).asJson());
        return 0;
    }
}
