package dev.trellis.reading;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.search.TextVectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train tagging}: makes the model that reads competencies, and its card. */
@Command(name = "train tagging", description = "Trains the model that reads competencies, and writes its card.")
class TrainTaggingCommand implements TrellisCommand {

    static final long SEED = 20261125;

    /** Noted in the files instead of the wall clock. */
    static final Instant TRAINED_AT = Instant.parse("2026-11-25T00:00:00Z");

    /** The card's figure is a glance; {@code eval tagging} measures on whole sets. */
    private static final int MEASURED_ON = 250;

    @Option(names = "--labels", required = true, description = "ESCO's labels; plain or .gz.")
    private Path labels = Path.of("");

    @Option(names = "--train", required = true, description = "SkillSkape's training sentences (CSV); plain or .gz.")
    private Path train = Path.of("");

    @Option(names = "--dev", required = true, description = "SkillSkape's dev sentences (CSV), for the calibration.")
    private Path dev = Path.of("");

    @Option(names = "--spans", required = true, description = "SkillSpan's training sentences (JSON lines).")
    private Path spans = Path.of("");

    @Option(names = "--threads", description = "Threads that embed (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed = SEED;

    @Option(names = "--into", description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of("models/tagging");

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        TaggingFiles.Labels framework = TaggingFiles.labels(labels);
        Map<String, Set<String>> training = TaggingFiles.cases(train);
        Map<String, Set<String>> heldBack = TaggingFiles.cases(dev);
        var marked = TaggedSpans.read(spans);
        progress.println("Training takes about a quarter of an hour, nearly all of it to embed stretches of sentences");
        progress.flush();
        TextVectors vectors = TextVectors.inProcess(threads);
        TaggingTraining work = new TaggingTraining(vectors, framework, TaggingTraining.Sizes.FULL, seed, TRAINED_AT);
        TaggingTraining.Labelled held = work.labelled(heldBack);
        TaggingTraining.Trained trained = work.train(marked, work.labelled(training), held);
        Files.createDirectories(into);
        for (var file : trained.files().entrySet()) {
            Files.write(into.resolve(file.getKey()), file.getValue());
        }
        Measured measured = EvalTaggingCommand.measure(
                        work.labels(),
                        new CompetencyReader(trained.model(), vectors),
                        work.notCalibratedOn(held, MEASURED_ON))
                .measured();
        Files.writeString(into.resolve("CARD.md"), card(measured));
        out.println(measured.asJson());
        return 0;
    }

    private static String card(Measured measured) throws IOException {
        try (var template = TrainTaggingCommand.class.getResourceAsStream("/wording/tagging-card.md")) {
            if (template == null) {
                throw new IllegalStateException("the card's wording is missing");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{model}", measured.model())
                    .replace("{measured}", measured.asJson());
        }
    }
}
