package dev.trellis.search;

import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval activities}: see {@code eval/activities/README.md}. */
@Command(name = "eval activities", description = "Measures how search ranks a catalogue for learners' own words.")
class EvalActivitiesCommand implements TrellisCommand {

    @Option(
            names = "--catalog",
            required = true,
            description = "Activities: CSV with id, title, description and, if known, develops; may be .gz.")
    private Path catalog = Path.of("");

    @Option(names = "--queries", required = true, description = "JSON lines of query and relevant ids; may be .gz.")
    private Path queries = Path.of("");

    private final EvalVectors vectors;

    EvalActivitiesCommand() {
        this(EvalVectors.OF_THE_PRODUCT);
    }

    EvalActivitiesCommand(EvalVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        ActivityCases cases = new ActivityCases(new EvalFile(catalog), new EvalFile(queries));
        List<EvalIndex.Text> texts = cases.texts();
        List<JudgedQuestion> questions = cases.questions(texts);
        out.println(
                vectors.with(model -> new RankersMeasured(model, progress).measure(Hybrid.ACTIVITIES, texts, questions))
                        .asJson());
        return 0;
    }
}
