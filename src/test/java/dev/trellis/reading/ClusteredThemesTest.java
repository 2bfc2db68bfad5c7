package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.reading.TextThemes.Theme;
import dev.trellis.search.FakeTextVectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredThemesTest {

    private final TextThemes themes = new ClusteredThemes(new FakeTextVectors());

    @Test
    void findsWhatStandsApartAndNamesItByItsOwnWords() {
        List<Theme> found = themes.in(twoThemes(), 6);

        assertThat(found).hasSize(2);
        assertThat(found.get(0).words()).containsAnyOf("customer", "invoice", "refund");
        assertThat(found.get(0).texts())
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
        assertThat(found.get(1).words()).containsAnyOf("deadline", "weekend", "overtime");
    }

    @Test
    void everyTextIsInExactlyOneTheme() {
        List<String> texts = new ArrayList<>(twoThemes());
        texts.addAll(List.of("", "😀", "<p>", "customer deadline"));

        assertThat(themes.in(texts, 8).stream().flatMap(theme -> theme.texts().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, texts.size()).boxed().toList());
    }

    @Test
    void sameTextsGiveTheSameThemes() {
        assertThat(themes.in(twoThemes(), 6)).isEqualTo(themes.in(twoThemes(), 6));
    }

    @Test
    void tooFewTextsHaveNoThemes() {
        assertThat(themes.in(twoThemes().subList(0, 9), 6)).isEmpty();
    }

    @Test
    void textsThatAllSayTheSameAreOneTheme() {
        assertThat(themes.in(Collections.nCopies(15, "The same words."), 6)).hasSize(1);
    }

    @Test
    void agreementIsFullForTheSameSortingAndNoneForAnUnrelatedOne() {
        assertThat(Agreement.of(List.of("a", "a", "b", "b"), List.of("x", "x", "y", "y")))
                .isEqualTo(new Agreement(1, 1));
        assertThat(Agreement.of(List.of("a", "b", "a", "b"), List.of("x", "x", "y", "y"))
                        .mutualInformation())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void aPersonsNameNamesNoTheme() {
        List<String> texts =
                twoThemes().stream().map(text -> text + " We told Ingrid.").toList();

        assertThat(themes.in(texts, 6))
                .allSatisfy(theme -> assertThat(theme.words()).doesNotContain("ingrid"));
    }

    private static List<String> twoThemes() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            texts.add("The customer wanted a refund on invoice " + i + ".");
        }
        for (int i = 0; i < 8; i++) {
            texts.add("Overtime again, deadline near, weekend gone " + i + ".");
        }
        return texts;
    }
}
