package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.reading.KindTraining.Trained;
import dev.trellis.search.FakeTextVectors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindTrainingTest {

    private static final FakeTextVectors VECTORS = new FakeTextVectors();

    private static final Map<SentenceKind, String> WORDS = Map.of(
            SentenceKind.EXPERIENCE, "we met the customer and showed the screen",
            SentenceKind.FEELING, "i felt happy and a little afraid",
            SentenceKind.INTENTION, "next time i will prepare the slides");

    @Test
    void sameSentencesGiveTheSameBytes() {
        Trained once = trained();
        Trained again = trained();

        assertThat(again.model().id()).isEqualTo(once.model().id());
        once.files()
                .forEach((name, bytes) ->
                        assertThat(again.files().get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void otherSentencesGiveAnotherModel() {
        List<DiarySentence> fewer = sentences().subList(0, 80);

        assertThat(KindTraining.train(fewer, vectors(fewer)).model().id())
                .isNotEqualTo(trained().model().id());
    }

    @Test
    void fileNamesNoMachine() {
        assertThat(new String(trained().files().get(ReflectionModel.KINDS), StandardCharsets.ISO_8859_1))
                .doesNotContain(System.getProperty("user.home"))
                .doesNotContain(System.getProperty("java.version"));
    }

    @Test
    void tellsWhatItLearned() {
        ReflectionReading reading = new TrainedReflectionReading(() -> trained().model(), VECTORS);

        assertThat(reading.read(List.of("I felt happy with the screen", "Next time I will prepare the customer")))
                .extracting(read -> read.kind().orElseThrow().kind())
                .containsExactly(SentenceKind.FEELING, SentenceKind.INTENTION);
        assertThat(reading.read(List.of())).isEmpty();
    }

    @Test
    void keepsSilentWhereAnnotatorsWereOfThreeMinds() {
        List<DiarySentence> torn = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (SentenceKind kind : List.of(SentenceKind.EXPERIENCE, SentenceKind.FEELING, SentenceKind.INTENTION)) {
                torn.add(new DiarySentence("the same words " + i, kind, 5, i * 25));
            }
        }
        ReflectionReading reading = new TrainedReflectionReading(
                () -> KindTraining.train(torn, vectors(torn)).model(), VECTORS);

        assertThat(reading.read(List.of("the same words 7")).getFirst().kind()).isEmpty();
    }

    @Test
    void aStatedProbabilityIsRightThatOften() {
        List<KindDecision.Case> cases = new ArrayList<>();
        double[] sure = new double[SentenceKind.values().length];
        Arrays.fill(sure, 0.01 / 8);
        sure[SentenceKind.FEELING.ordinal()] = 0.99;
        for (int i = 0; i < 100; i++) {
            cases.add(new KindDecision.Case(sure, i < 70 ? SentenceKind.FEELING : SentenceKind.BELIEF));
        }

        assertThat(KindDecision.fit(cases).decide(sure).probability()).isCloseTo(0.7, within(0.1));
    }

    @Test
    void landmarksAreWhatWasWritten() {
        Landmarks landmarks = Landmarks.among(vectors(sentences()), 20, 1);
        float[] some = VECTORS.ofQuestion("some other words");

        assertThat(Landmarks.read(landmarks.bytes()).nearness(some)).isEqualTo(landmarks.nearness(some));
    }

    @Test
    void productsOfNearnessApproachTheKernel() {
        List<float[]> vectors = vectors(sentences());
        Landmarks landmarks = Landmarks.among(vectors, 80, 1);
        double[] first = landmarks.nearness(vectors.getFirst());

        // the kernel of anything with itself is 1
        assertThat(Arrays.stream(first).map(value -> value * value).sum()).isCloseTo(1, within(0.05));
    }

    @Test
    void shippedModelReadsAnythingWithoutFailing() {
        ReflectionReading reading = new TrainedReflectionReading(
                () -> ReflectionConfiguration.model(ReflectionConfiguration.SHIPPED), VECTORS);

        assertThat(reading.read(List.of("", "😀", "<p>", "\u200b", "x ".repeat(5_000))))
                .hasSize(5);
    }

    @Test
    void refusesFilesThatAreNoModel() {
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> KindModel.read(nonsense)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Landmarks.read(nonsense)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KindDecision.read(nonsense)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Trained trained() {
        return KindTraining.train(sentences(), vectors(sentences()));
    }

    private static List<float[]> vectors(List<DiarySentence> sentences) {
        return VECTORS.of(sentences.stream().map(DiarySentence::text).toList());
    }

    /** Sixty sentences a kind; each leaves out one word of its kind's and adds a number. */
    private static List<DiarySentence> sentences() {
        List<DiarySentence> sentences = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (SentenceKind kind : List.of(SentenceKind.EXPERIENCE, SentenceKind.FEELING, SentenceKind.INTENTION)) {
                List<String> words =
                        new ArrayList<>(List.of(WORDS.getOrDefault(kind, "").split(" ")));
                words.remove(i % words.size());
                sentences.add(new DiarySentence(String.join(" ", words) + " " + i % 9, kind, 5, i * 25));
            }
        }
        return sentences;
    }
}
