package dev.trellis.reading;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.reading.KindMeasures.Told;
import dev.trellis.reading.ReflectionReading.ReadKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval reflections}: trains on one file of annotated sentences and measures on another. */
@Command(
        name = "eval reflections",
        description = "Trains on annotated sentences of reflections and measures on others.")
class EvalReflectionsCommand implements TrellisCommand {

    @Option(names = "--train", required = true, description = "Annotated sentences to train on (.tsv or .tsv.gz).")
    private Path train = Path.of("");

    @Option(names = "--test", required = true, description = "Annotated sentences to measure on, of the same form.")
    private Path test = Path.of("");

    @Option(names = "--plot", description = "Where to write the calibration plot (SVG).")
    private @Nullable Path plot;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<DiarySentence> known = DiaryFile.sure(train);
        List<DiarySentence> asked = DiaryFile.sure(test);
        ReflectionModel model =
                KindTraining.train(known, Meanings.of(known, progress)).model();
        List<float[]> vectors = Meanings.of(asked, progress);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            ReadKind read = model.read(asked.get(i).text(), vectors.get(i));
            told.add(new Told(read.kind(), read.probability(), asked.get(i).kind()));
        }
        if (plot != null) {
            Files.writeString(
                    plot,
                    CalibrationPlot.of(
                            KindMeasures.reliability(told),
                            "sentences",
                            "Kinds of " + told.size() + " sentences: stated probability and share right"));
        }
        byKind(told, out);
        Map<String, Object> beside = new HashMap<>(words(known, asked, false).named());
        beside.put("keeping_i", words(known, asked, true).named());
        beside.put("majority", KindMeasures.majority(told).named());
        out.println(new Measured(measures(told, asked), beside, told.size(), model.id()).asJson());
        return 0;
    }

    private static KindMeasures words(List<DiarySentence> known, List<DiarySentence> asked, boolean oneLetterToo) {
        WordsBaseline words = new WordsBaseline(known, oneLetterToo);
        return KindMeasures.of(asked.stream().map(words::tell).toList());
    }

    private static Map<String, Object> measures(List<Told> told, List<DiarySentence> asked) {
        List<Told> answered = told.stream()
                .filter(one -> one.probability() >= TrainedReflectionReading.LEAST_SURE)
                .toList();
        Map<String, Object> measures = new HashMap<>(KindMeasures.of(told).named());
        measures.put("answered", answered.size() / (double) Math.max(1, told.size()));
        measures.put("accuracy_answered", KindMeasures.of(answered).accuracy());
        measures.put("specificity_auc", specificity(asked));
        return measures;
    }

    /** Chance that an experience is held for more specific than a belief; .5 is no better than a coin. */
    static double specificity(List<DiarySentence> sentences) {
        double won = 0;
        int pairs = 0;
        for (DiarySentence experience : sentences) {
            for (DiarySentence belief : sentences) {
                if (experience.kind() == SentenceKind.EXPERIENCE && belief.kind() == SentenceKind.BELIEF) {
                    won += (1 + Math.signum(Specificity.of(experience.text()) - Specificity.of(belief.text()))) / 2;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0.5 : won / pairs;
    }

    private static void byKind(List<Told> told, PrintWriter out) {
        out.println("kind          known  told  right");
        for (SentenceKind kind : SentenceKind.values()) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %6d %5d %6d%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    told.stream().filter(one -> one.known() == kind).count(),
                    told.stream().filter(one -> one.told() == kind).count(),
                    told.stream()
                            .filter(one -> one.told() == kind && one.right())
                            .count());
        }
    }
}
