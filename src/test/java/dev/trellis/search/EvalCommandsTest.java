package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalCommandsTest {

    private static final String CORPUS = """
            {"_id": "1", "title": "Delegation", "text": "Hand over a duty for good."}
            {"_id": "2", "title": "", "text": "Writing release notes at night."}
            """;
    private static final String QUERIES = """
            {"_id": "q1", "text": "how do I hand over a duty"}
            {"_id": "q2", "text": "not judged"}
            """;
    private static final String QRELS = "query-id\tcorpus-id\tscore\nq1\t1\t1\nq1\t2\t0\n";
    private static final String CATALOG = """
            id,title,description
            A,Letting go,"Hand over a duty, for good"
            B,Notes,Write release notes
            """;
    private static final String ASKED = "{\"query\": \"hand over a duty\", \"relevant\": [\"A\"]}\n";

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path packed(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes());
        }
        return file;
    }

    private static List<String> run(TrellisCommand command, Object... arguments) throws Exception {
        new CommandLine(command)
                .parseArgs(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        StringWriter out = new StringWriter();
        assertThat(command.run(
                        new DefaultListableBeanFactory(),
                        new PrintWriter(out, true),
                        new PrintWriter(OutputStream.nullOutputStream())))
                .isZero();
        return out.toString().lines().toList();
    }

    private static EvalVectors fake() {
        return measuring -> measuring.with(new FakeTextVectors());
    }

    private static List<String> retrieval(Path corpus, Path queries, Path qrels) throws Exception {
        return run(new EvalRetrievalCommand(fake()), "--corpus", corpus, "--queries", queries, "--qrels", qrels);
    }

    private static List<String> activities(Path catalog, Path queries) throws Exception {
        return run(new EvalActivitiesCommand(fake()), "--catalog", catalog, "--queries", queries);
    }

    @Test
    void printsOneObjectWithEachRankerAndThePlainWay() throws Exception {
        List<String> lines =
                retrieval(packed("corpus.gz", CORPUS), packed("queries.gz", QUERIES), file("qrels.tsv", QRELS));

        JsonNode measured = new JsonMapper().readTree(lines.getLast());
        assertThat(measured.path("n").asInt()).isEqualTo(1);
        assertThat(measured.path("model").asString()).isEqualTo("words-hashed");
        for (String ranker : List.of("bm25", "vector", "fused")) {
            assertThat(measured.path("measures").path(ranker).path("ndcg10").asDouble())
                    .as(ranker)
                    .isEqualTo(1);
        }
        assertThat(measured.path("baseline").path("fused").path("ndcg10").asDouble())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"','~,", "';'~;", "'|'~|"})
    void readsACatalogueWhateverSeparatesItsCells(String what, String separator) throws Exception {
        String catalog =
                "\ufeffid,title,description,develops\nA,Letting go,Hand over a duty,\nB,Notes,Release,Writing\n"
                        .replace(",", separator);

        List<String> lines = activities(file("catalog.csv", catalog), file("queries.jsonl", ASKED));

        assertThat(lines.getLast()).contains("\"n\":1", "\"bm25\":{\"ndcg10\":1.0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "corpus~not json~corpus, line 1, is not JSON.",
                "corpus~{\"_id\": \"1\"}~corpus, line 1, has no text \"text\".",
                "corpus~[1]~corpus, line 1, is not a JSON object.",
                "queries~{\"text\": \"x\"}~queries, line 1, has no text \"_id\".",
                "qrels~q1 1 1~qrels, line 1, has 1 cells instead of query, text and grade.",
                "qrels~q9\t1\t1~is judged in",
            })
    void saysWhichLineOfWhichFileIsWrong(String which, String content, String sentence) throws Exception {
        Path corpus = file("corpus", which.equals("corpus") ? content : CORPUS);
        Path queries = file("queries", which.equals("queries") ? content : QUERIES);
        Path qrels = file("qrels", which.equals("qrels") ? content : QRELS);

        assertThatThrownBy(() -> retrieval(corpus, queries, qrels))
                .isInstanceOf(TrellisCommand.CommandFailed.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void saysWhichActivityIsUnknownAndWhichColumnIsMissing() throws Exception {
        Path catalog = file("catalog.csv", CATALOG);
        Path unknown = file("queries.jsonl", ASKED + "{\"query\": \"x\", \"relevant\": [\"C\"]}");
        assertThatThrownBy(() -> activities(catalog, unknown))
                .isInstanceOf(TrellisCommand.CommandFailed.class)
                .hasMessageContaining("queries.jsonl, line 2, names \"C\"");

        Path untitled = file("untitled.csv", "id,description\nA,x\n");
        assertThatThrownBy(() -> activities(untitled, file("asked.jsonl", ASKED)))
                .isInstanceOf(TrellisCommand.CommandFailed.class)
                .hasMessageContaining("untitled.csv, line 2, has no column \"title\"");
    }

    @Test
    void saysWhichFileIsMissing() {
        Path missing = folder.resolve("nowhere.jsonl");
        assertThatThrownBy(() -> retrieval(missing, missing, missing))
                .isInstanceOf(TrellisCommand.CommandFailed.class)
                .hasMessageContaining("There is no file " + missing);
    }
}
