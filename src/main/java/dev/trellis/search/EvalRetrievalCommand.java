package dev.trellis.search;

import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval retrieval}: see {@code eval/retrieval/README.md}. */
@Command(name = "eval retrieval", description = "Measures how search ranks texts, on a collection in BEIR's form.")
class EvalRetrievalCommand implements TrellisCommand {

    @Option(names = "--corpus", required = true, description = "Texts: JSON lines of _id, title, text; may be .gz.")
    private Path corpus = Path.of("");

    @Option(names = "--queries", required = true, description = "Queries: JSON lines of _id, text; may be .gz.")
    private Path queries = Path.of("");

    @Option(names = "--qrels", required = true, description = "Judgements: query, text, grade, tab-separated.")
    private Path qrels = Path.of("");

    private final EvalVectors vectors;

    EvalRetrievalCommand() {
        this(EvalVectors.OF_THE_PRODUCT);
    }

    EvalRetrievalCommand(EvalVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        BeirFiles files = new BeirFiles(new EvalFile(corpus), new EvalFile(queries), new EvalFile(qrels));
        List<EvalIndex.Text> texts = files.texts();
        List<JudgedQuestion> questions = files.questions();
        out.println(
                vectors.with(model -> new RankersMeasured(model, progress).measure(Hybrid.PASSAGES, texts, questions))
                        .asJson());
        return 0;
    }
}
