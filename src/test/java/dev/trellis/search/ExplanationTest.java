package dev.trellis.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of every explanation, over texts and questions made at random from few words: many share some. */
class ExplanationTest {

    private static final List<String> WORDS = List.of(
            "delegating",
            "delegation",
            "delegate",
            "Release",
            "releases",
            "notes",
            "night",
            "no",
            "the",
            "of",
            "Über",
            "über",
            "pager",
            "pagers",
            "😀",
            "naïve",
            "feedback",
            "I'm",
            "what",
            "42",
            "e-mail",
            "Ben's",
            "Встреча",
            "疲",
            "boundary");
    private static final int TEXTS = 120;
    private static final int QUESTIONS = 25;

    private final FakeTextVectors vectors = new FakeTextVectors();

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private record World(EvalIndex index, Map<String, EvalIndex.Text> texts, Hybrid hybrid, List<String> questions) {}

    private World world(long seed) throws IOException {
        Random random = new Random(seed);
        List<EvalIndex.Text> texts = IntStream.range(0, TEXTS)
                .mapToObj(i -> new EvalIndex.Text("t" + i, some(random, 3), some(random, 12)))
                .toList();
        Hybrid hybrid = seed % 2 == 0 ? Hybrid.PASSAGES : Hybrid.ACTIVITIES;
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(some(random, 8));
        }
        return new World(
                new EvalIndex(
                        hybrid,
                        texts,
                        vectors.of(texts.stream().map(EvalIndex.Text::text).toList())),
                texts.stream().collect(Collectors.toMap(EvalIndex.Text::id, Function.identity())),
                hybrid,
                questions);
    }

    private static String some(Random random, int most) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private List<Hybrid.Hit> found(World world, String question) throws IOException {
        return world.index().byBoth(question, vectors.ofQuestion(question));
    }

    private static String text(World world, Hybrid.Hit hit) {
        return original(world, hit).text();
    }

    private static EvalIndex.Text original(World world, Hybrid.Hit hit) {
        return requireNonNull(world.texts().get(hit.ref().utf8ToString()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itsPartsAreTheScoreToTheLastBit(long seed) throws IOException {
        World world = world(seed);
        int parts = 0;
        for (String question : world.questions()) {
            for (Hybrid.Hit hit : found(world, question)) {
                Passage.Why why = hit.why(text(world, hit));
                double sum = 0;
                for (Passage.Word word : why.words()) {
                    sum += word.score();
                    parts++;
                }
                sum += why.nearnessScore();
                assertThat(hit.score()).isEqualTo(sum).isEqualTo(why.score());
            }
        }
        assertThat(parts).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachPartIsWhatThatWayOfSearchingAloneGives(long seed) throws IOException {
        World world = world(seed);
        for (String question : world.questions()) {
            float[] vector = vectors.ofQuestion(question);
            Map<Integer, Hybrid.Hit> byWords = byDocument(world.index().byWords(question));
            Map<Integer, Hybrid.Hit> byVector = byDocument(world.index().byVector(vector));
            for (Hybrid.Hit hit : world.index().byBoth(question, vector)) {
                if (byWords.containsKey(hit.document())) {
                    assertThat(hit.words())
                            .isEqualTo(byWords.get(hit.document()).words());
                }
                if (byVector.containsKey(hit.document())) {
                    assertThat(hit.nearnessScore())
                            .isCloseTo(byVector.get(hit.document()).nearnessScore(), within(1e-6));
                }
                assertThat(hit.nearness()).isEqualTo(cosine(vector, text(world, hit)), within(0.02));
            }
        }
    }

    private static Map<Integer, Hybrid.Hit> byDocument(List<Hybrid.Hit> hits) {
        return hits.stream().collect(Collectors.toMap(Hybrid.Hit::document, Function.identity()));
    }

    private double cosine(float[] question, String text) {
        float[] vector = vectors.of(List.of(text)).getFirst();
        return IntStream.range(0, vector.length)
                .mapToDouble(i -> (double) question[i] * vector[i])
                .sum();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wordsAndNearnessKeepWithinTheirShares(long seed) throws IOException {
        World world = world(seed);
        double words = world.hybrid().shareOfWords();
        for (String question : world.questions()) {
            assertThat(found(world, question)).isNotEmpty().allSatisfy(hit -> {
                Passage.Why why = hit.why("");
                assertThat(why.wordScore()).isBetween(0.0, words + 1e-12);
                assertThat(why.nearnessScore()).isBetween(0.0, 1 - words);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWordNamedWasAskedAndIsThere(long seed) throws IOException {
        World world = world(seed);
        for (String question : world.questions()) {
            List<String> asked =
                    Words.asked(question).stream().map(Words.Asked::surface).toList();
            for (Hybrid.Hit hit : found(world, question)) {
                String title = original(world, hit).title();
                Passage.Why inText = hit.why(text(world, hit));
                assertThat(inText.words())
                        .extracting(Passage.Word::asked)
                        .isSubsetOf(asked)
                        .doesNotHaveDuplicates();
                assertThat(inText.words()).allSatisfy(word -> {
                    assertThat(word.score()).isPositive();
                    assertThat(word.written())
                            .allSatisfy(written -> assertThat(text(world, hit)).contains(written));
                });
                List<Passage.Word> inTitle = hit.why(title).words();
                for (int i = 0; i < inTitle.size(); i++) {
                    assertThat(inText.words().get(i).written().isEmpty()
                                    && inTitle.get(i).written().isEmpty())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBestComeFirst(long seed) throws IOException {
        World world = world(seed);
        for (String question : world.questions()) {
            assertThat(found(world, question))
                    .extracting(Hybrid.Hit::score)
                    .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }
    }
}
