package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.search.FakeTextVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaggingWordsTest {

    @Test
    void takesEachItemOfAListByItself() {
        assertThat(texts("Good knowledge of Java, C++ and project management is a must"))
                .contains("Java", "C++", "project management")
                .doesNotContain("and", "Java C++", "of Java");
    }

    @Test
    void findsNoStretchInGrammarOrSigns() {
        assertThat(texts("and of the")).isEmpty();
        assertThat(texts("… !!! \uD83D\uDE00 \u200B")).isEmpty();
    }

    @Test
    void readsNoMoreOfAnEndlessListThanOfALongSentence() {
        assertThat(texts("alpha beta gamma delta ".repeat(20_000)).size()).isLessThanOrEqualTo(160);
    }

    @Test
    void meetsTheSameWordInOtherForms() {
        assertThat(LabelWords.stems("managing projects")).containsAll(Set.of(LabelWords.stem("project")));
        assertThat(LabelWords.stem("managing")).isEqualTo(LabelWords.stem("manage"));
        assertThat(LabelWords.stem("strategies")).isEqualTo(LabelWords.stem("strategy"));
        assertThat(LabelWords.stems("C++ and C#")).containsExactly("c++", "c#");
    }

    @Test
    void givesALabelTheWeightOfItsRareWordsFound() {
        LabelSet labels = LabelSet.of(
                3,
                List.of(
                        new LabelSet.Text(0, "project management", false),
                        new LabelSet.Text(1, "project accounting", false),
                        new LabelSet.Text(2, "glassblowing", false)),
                new FakeTextVectors());
        float[] shared = labels.shared("She manages projects, she said");
        assertThat(shared[0]).isGreaterThan(shared[1]);
        assertThat(shared[1]).isGreaterThan(0);
        assertThat(shared[2]).isZero();
    }

    @Test
    void comparesAVectorWithEveryLabelAsADotProductDoes() {
        Random random = new Random(7);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            vectors.add(vector(random));
        }
        float[] one = vector(random);
        float[] two = vector(random);
        VectorTable table = VectorTable.of(vectors);
        float[] nearness = table.nearness(one);
        float[] nearest = table.nearest(List.of(one, two), new float[] {-0.25f, 0});
        for (int i : new int[] {0, 511, 512, 1_299}) {
            assertThat(nearness[i]).isCloseTo(dot(one, vectors.get(i)), within(1e-4f));
            assertThat(nearest[i])
                    .isCloseTo(Math.max(dot(one, vectors.get(i)) - 0.25f, dot(two, vectors.get(i))), within(1e-4f));
        }
    }

    private static List<String> texts(String sentence) {
        return Stretches.of(sentence).stream().map(Stretches.Stretch::text).toList();
    }

    private static float[] vector(Random random) {
        float[] vector = new float[24];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
