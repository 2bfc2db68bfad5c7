package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgedQuestionTest {

    static Stream<Arguments> rankings() {
        return Stream.of(
                Arguments.of("the best ranking", Map.of("a", 1, "b", 1), List.of("b", "a", "c"), 1.0),
                Arguments.of("nothing found", Map.of("a", 1), List.of(), 0.0),
                Arguments.of("nothing right", Map.of("a", 1), List.of("b", "c"), 0.0),
                Arguments.of("second", Map.of("a", 1), List.of("b", "a"), 0.63093),
                Arguments.of("one of two, third", Map.of("a", 1, "b", 1), List.of("x", "y", "a"), 0.5 / 1.63093),
                // Linear gain: (1 + 2 / log2(3)) / (2 + 1 / log2(3)).
                Arguments.of("graded", Map.of("a", 2, "b", 1), List.of("b", "a"), 2.26186 / 2.63093),
                Arguments.of("eleventh", Map.of("a", 1), tenWrongThen("a"), 0.0),
                Arguments.of("more relevant than ranks", elevenRelevant(), List.copyOf(tenOf(elevenRelevant())), 1.0));
    }

    private static List<String> tenWrongThen(String id) {
        List<String> ranking = new ArrayList<>(Collections.nCopies(10, "wrong"));
        ranking.add(id);
        return ranking;
    }

    private static Map<String, Integer> elevenRelevant() {
        return Stream.of("abcdefghijk".split("")).collect(Collectors.toMap(id -> id, id -> 1));
    }

    private static List<String> tenOf(Map<String, Integer> relevant) {
        return relevant.keySet().stream().sorted().limit(10).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rankings")
    void scoresAsTrecEvalDoes(String what, Map<String, Integer> grades, List<String> ranking, double ndcg10) {
        assertThat(new JudgedQuestion("", grades).ndcg10(ranking)).isEqualTo(ndcg10, within(1e-5));
    }
}
