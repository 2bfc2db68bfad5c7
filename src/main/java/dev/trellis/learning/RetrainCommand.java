package dev.trellis.learning;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code learning retrain}: makes a model of all decisions and puts it to use where it is better. */
@Command(
        name = "learning retrain",
        description = "Makes a model of all decisions, and puts it to use where it is better and not unfair.")
final class RetrainCommand implements TrellisCommand {

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed = LearningJobs.SEED;

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        Retraining.Result result = trellis.getBean(Retraining.class).retrain(seed, "command");
        Challenge.Outcome outcome = result.outcome();
        out.println(outcome.reason());
        out.println(new Measured(
                        Map.of(
                                "promoted", outcome.promoted(),
                                "log_loss_lower_by", outcome.gain(),
                                "at_least", outcome.least()),
                        Map.of(),
                        outcome.decisions(),
                        result.model().orElse("none"))
                .asJson());
        return 0;
    }
}
