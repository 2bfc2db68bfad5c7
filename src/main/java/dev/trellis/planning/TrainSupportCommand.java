package dev.trellis.planning;

import dev.trellis.TrellisCommand;
import dev.trellis.search.TextVectors;
import dev.trellis.verification.SupportCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train support}: weighs the signs for and against support on judged claims, and sets the threshold. */
@Command(name = "train support", description = "Trains the gate's score on texts and claims that somebody judged.")
class TrainSupportCommand implements TrellisCommand {

    @Option(
            names = "--cases",
            required = true,
            description = "JSON lines of source, claim, supported (.jsonl or .jsonl.gz).")
    private Path cases = Path.of("");

    @Option(names = "--into", description = "Folder of the model (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of("models/support");

    @Option(names = "--id", description = "Name of the model (default: ${DEFAULT-VALUE}).")
    private String id = "support-2";

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<SupportCase> read = SupportCases.read(cases);
        String weights = SupportCase.trainedOn(read, new SupportVectors(TextVectors.inProcess(1)), id);
        Files.createDirectories(into);
        Path file = into.resolve("weights.json");
        Files.writeString(file, weights + "\n");
        out.println("Trained on " + read.size() + " claims; wrote " + file + ".");
        return 0;
    }
}
