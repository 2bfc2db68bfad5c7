package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The project's own cases in {@code eval/activities}. */
class ActivityCasesTest {

    private final ActivityCases cases = new ActivityCases(
            new EvalFile(Path.of("eval/activities/catalog.csv")),
            new EvalFile(Path.of("eval/activities/queries.jsonl")));

    @Test
    void theirCatalogueIsThatOfTheDemonstration() throws IOException {
        List<EvalIndex.Text> texts = cases.texts();
        List<NamedCsvRecord> demo =
                CsvReader.builder().fieldSeparator('|').ofNamedCsvRecord(resource("/demo/activities.csv")).stream()
                        .toList();
        String framework = resource("/demo/framework.txt");

        assertThat(texts)
                .extracting(EvalIndex.Text::id)
                .containsExactlyElementsOf(
                        demo.stream().map(row -> row.getField("code")).toList());
        for (int i = 0; i < demo.size(); i++) {
            NamedCsvRecord row = demo.get(i);
            String text = texts.get(i).text();
            assertThat(texts.get(i).title()).isEqualTo(row.getField("title"));
            assertThat(text).startsWith(row.getField("title") + ". " + row.getField("description"));
            for (String develops : row.getField("competencies").split(", ")) {
                assertThat(text).contains(nameOf(develops.split(" ")[0], framework));
            }
        }
    }

    private static String nameOf(String code, String framework) {
        String stanza = framework.substring(framework.indexOf("= " + code + "\n"));
        return stanza.lines()
                .filter(line -> line.startsWith("name: "))
                .findFirst()
                .orElseThrow()
                .substring(6);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ActivityCasesTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noQuestionIsATitleAndEachHasSeveralAnswers() {
        List<EvalIndex.Text> texts = cases.texts();
        List<JudgedQuestion> questions = cases.questions(texts);

        assertThat(questions).hasSizeGreaterThanOrEqualTo(60).allSatisfy(question -> {
            assertThat(question.grades()).hasSizeGreaterThan(1);
            assertThat(texts).extracting(EvalIndex.Text::title).doesNotContain(question.question());
        });
    }
}
