package dev.trellis.reading;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train reflections}: makes the model that tells kinds of sentences, and its card. */
@Command(
        name = "train reflections",
        description = "Trains what tells the kinds of a reflection's sentences, and writes its card.")
class TrainReflectionsCommand implements TrellisCommand {

    @Option(names = "--train", required = true, description = "Annotated sentences, tab-separated (.tsv or .tsv.gz).")
    private Path train = Path.of("");

    @Option(names = "--into", description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of("models/reflections");

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<DiarySentence> sentences = DiaryFile.sure(train);
        KindTraining.Trained trained = KindTraining.train(sentences, Meanings.of(sentences, progress));
        Files.createDirectories(into);
        for (Map.Entry<String, byte[]> file : trained.files().entrySet()) {
            Files.write(into.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(into.resolve("CARD.md"), ReflectionCard.of(trained));
        KindMeasures measures = KindMeasures.of(trained.crossValidated());
        out.println(new Measured(
                        measures.named(),
                        KindMeasures.majority(trained.crossValidated()).named(),
                        sentences.size(),
                        trained.model().id())
                .asJson());
        return 0;
    }
}
