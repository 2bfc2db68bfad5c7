package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.testing.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class TextVectorsTest {

    private final DataSource application = TestPostgres.database().application();
    private final TextVectorStore store =
            new TextVectorStore(JdbcClient.create(application), new NamedParameterJdbcTemplate(application));
    private final FakeTextVectors model = new FakeTextVectors();
    private final KeptTextVectors vectors = new KeptTextVectors(model, store);

    @Test
    void computesATextOnceHoweverOftenItIsAskedFor() {
        List<String> texts =
                IntStream.range(0, 150).mapToObj(i -> "text " + i % 100).toList();

        List<float[]> first = vectors.of(texts);
        List<float[]> again = new KeptTextVectors(model, store).of(texts);

        assertThat(model.computed()).isEqualTo(100);
        assertThat(first).hasSize(150);
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void keepsDirectionAndUnitLength() {
        float[] exact = model.ofQuestion("saying no to one more project");
        float[] kept = vectors.of(List.of("saying no to one more project")).getFirst();

        assertThat(dot(exact, kept)).isCloseTo(1, within(1e-5));
        assertThat(dot(kept, kept)).isCloseTo(1, within(1e-5));
    }

    @Test
    void forgetsWhatPeopleWroteAndKeepsDefinitions() {
        vectors.of(List.of("I was tired", "Delegation"));
        vectors.ofDefinitions(List.of("Delegation"));

        store.forget(List.of(TextHash.of("I was tired"), TextHash.of("Delegation")));

        assertThat(vectors.kept(List.of(TextHash.of("I was tired"), TextHash.of("Delegation"))))
                .containsOnlyKeys(TextHash.of("Delegation"));
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }
}
