package dev.trellis.search;

import dev.trellis.Measured;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well words, vectors and both together rank the answers to judged questions, and how well the plain way does. */
final class RankersMeasured {

    /** Texts embedded between two words of progress. */
    private static final int UNTIL_WORD = 256;

    private final TextVectors vectors;
    private final PrintWriter progress;

    RankersMeasured(TextVectors vectors, PrintWriter progress) {
        this.vectors = vectors;
        this.progress = progress;
    }

    /** Sums over the questions seen so far. */
    private static final class Sums {

        private final Map<String, Double> byRanker = new LinkedHashMap<>();

        void add(String ranker, double ndcg10) {
            byRanker.merge(ranker, ndcg10, Double::sum);
        }

        Map<String, Map<String, Double>> means(int questions) {
            Map<String, Map<String, Double>> means = new LinkedHashMap<>();
            byRanker.forEach((ranker, sum) -> means.put(ranker, Map.of("ndcg10", rounded(sum / questions))));
            return means;
        }

        private static double rounded(double share) {
            return Math.round(share * 10_000) / 10_000.0;
        }
    }

    Measured measure(Hybrid hybrid, List<EvalIndex.Text> texts, List<JudgedQuestion> questions) throws IOException {
        Sums product = new Sums();
        Sums plain = new Sums();
        try (EvalIndex index = new EvalIndex(hybrid, texts, embedded(texts))) {
            for (JudgedQuestion judged : questions) {
                String question = judged.question();
                float[] vector = vectors.ofQuestion(question);
                product.add("bm25", judged.ndcg10(EvalIndex.ids(index.byWords(question))));
                product.add("vector", judged.ndcg10(EvalIndex.ids(index.byVector(vector))));
                product.add("fused", judged.ndcg10(EvalIndex.ids(index.byBoth(question, vector))));
                List<String> plainly = index.plainByWords(question);
                plain.add("bm25", judged.ndcg10(plainly));
                plain.add("fused", judged.ndcg10(index.plainByBoth(plainly, vector)));
            }
        }
        int n = questions.size();
        return new Measured(product.means(n), plain.means(n), n, vectors.modelId());
    }

    private List<float[]> embedded(List<EvalIndex.Text> texts) {
        List<float[]> embedded = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += UNTIL_WORD) {
            embedded.addAll(vectors.ofDefinitions(
                    texts.subList(from, Math.min(from + UNTIL_WORD, texts.size())).stream()
                            .map(EvalIndex.Text::text)
                            .toList()));
            progress.printf("%d of %d texts embedded%n", embedded.size(), texts.size());
        }
        return embedded;
    }
}
