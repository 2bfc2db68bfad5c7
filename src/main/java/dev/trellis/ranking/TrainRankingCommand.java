package dev.trellis.ranking;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train ranking}: makes the prior model and its card. */
@Command(name = "train ranking", description = "Trains the prior that ranks activities, and writes its card.")
class TrainRankingCommand implements TrellisCommand {

    static final long SEED = 20261101;

    /** Noted in the file instead of the wall clock: the day its rules were written down. */
    static final Instant TRAINED_AT = Instant.parse("2026-11-01T00:00:00Z");

    @Option(names = "--seed", description = "Seed of the scripted decisions (default: ${DEFAULT-VALUE}).")
    private long seed = SEED;

    @Option(names = "--into", description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of("models/ranking");

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        PriorTraining.Trained trained = PriorTraining.train(seed, TRAINED_AT);
        Files.createDirectories(into);
        Files.write(into.resolve("prior.pb"), trained.file());
        Files.writeString(into.resolve("CARD.md"), PriorTraining.card(trained, seed));
        out.println(new Measured(
                        Map.of("auc", trained.auc(), "ece", trained.calibrationError()),
                        Map.of("auc", 0.5),
                        trained.heldBack(),
                        trained.modelId())
                .asJson());
        return 0;
    }
}
