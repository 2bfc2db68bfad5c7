package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.trellis.testing.BesideOthers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests that load the model itself. */
@BesideOthers
class BgeSmallTest {

    /** The model rounds on a scale it takes from all that goes through it at once. The least seen in 500 texts was .986. */
    private static final double LEAST_COSINE_BESIDE_OTHERS = .98;

    private static final List<String> TEXTS = List.of(
            "I turned down the extra project, and nobody minded.",
            "The invoice export writes dates in the wrong format.",
            "x",
            "Exhausted",
            "👍",
            "So tired 😴 of pagers!",
            "Встреча с 田中さん about delegation",
            "Ich habe wieder Überstunden gemacht.",
            "كان الاجتماع طويلا جدا",
            "<p onclick=\"x()\">I was <b>overwhelmed</b></p>",
            "don't can't e.g. 3.5 hours - and/or [MASK] ##ing",
            "We spoke about feedback. ".repeat(15),
            "I did not delegate anything this week because I felt that explaining takes longer than doing it myself.");

    private static BgeSmall bge;

    @BeforeAll
    static void load() {
        bge = new BgeSmall(2);
    }

    @AfterAll
    static void close() {
        bge.close();
    }

    @Test
    void putsWhatMeansTheSameNearer() {
        float[] question = bge.ofQuestion("How does she handle saying no?");
        List<float[]> passages = bge.of(TEXTS);

        assertThat(dot(question, passages.get(0))).isGreaterThan(dot(question, passages.get(1)) + .05);
    }

    @Test
    void aTextAloneHasTheVectorThatLangChain4jGivesIt() {
        List<float[]> theirs = theirs(TEXTS);

        for (int i = 0; i < TEXTS.size(); i++) {
            float[] ours = bge.of(List.of(TEXTS.get(i))).getFirst();
            assertThat(dot(ours, theirs.get(i))).as(TEXTS.get(i)).isCloseTo(1, within(1e-4));
        }
    }

    private static List<float[]> theirs(List<String> texts) {
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            return new BgeSmallEnV15QuantizedEmbeddingModel(one)
                    .embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                            .map(Embedding::vector)
                            .toList();
        }
    }

    @Test
    void keepsTheOrderOfTextsOfAnyLengthAndEachNearItself() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            texts.addAll(TEXTS);
        }
        Collections.shuffle(texts, new Random(4));

        List<float[]> together = bge.of(texts);

        assertThat(together).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            float[] alone = bge.of(List.of(texts.get(i))).getFirst();
            assertThat(dot(together.get(i), alone)).as(texts.get(i)).isGreaterThan(LEAST_COSINE_BESIDE_OTHERS);
        }
    }

    @Test
    void givesTheSameListTheSameVectorsToTheLastBit() {
        List<float[]> first = bge.of(TEXTS);

        assertThat(bge.of(TEXTS)).usingRecursiveComparison().isEqualTo(first);
        try (BgeSmall oneThread = new BgeSmall(1)) {
            assertThat(oneThread.of(TEXTS)).usingRecursiveComparison().isEqualTo(first);
        }
    }

    @Test
    void nothingGivesNothing() {
        assertThat(bge.of(List.of())).isEmpty();
    }

    @Test
    void everyTextHasAUnitVector() {
        List<String> odd = List.of(
                "",
                " ",
                "\u200b\u200d",
                "—",
                "\0",
                "half \ud83d pair",
                "👩‍👩‍👧".repeat(300),
                "x".repeat(100_000),
                "a. ".repeat(3_000));

        assertThat(bge.of(odd)).hasSameSizeAs(odd).allSatisfy(BgeSmallTest::assertUnit);
        assertThat(odd).allSatisfy(text -> assertUnit(bge.ofQuestion(text)));
    }

    private static void assertUnit(float[] vector) {
        assertThat(vector).hasSize(384);
        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
    }

    @Test
    void aTextOfAHundredThousandWordsIsReadToItsEnd() {
        String filler = "The invoice export writes dates in the wrong format. ";
        String other = "I felt proud when the team said no to overtime together. ";
        String half = filler.repeat(5_500);

        List<float[]> vectors = bge.of(List.of(half + other.repeat(5_000), half + half, other));

        assertThat(vectors).allSatisfy(BgeSmallTest::assertUnit);
        assertThat(dot(vectors.get(0), vectors.get(2))).isGreaterThan(dot(vectors.get(1), vectors.get(2)) + .1);
    }

    @Test
    void oneThatIsClosedSaysSo() {
        BgeSmall closed = new BgeSmall(1);
        closed.close();

        assertThatIllegalStateException().isThrownBy(() -> closed.of(List.of("text")));
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }
}
