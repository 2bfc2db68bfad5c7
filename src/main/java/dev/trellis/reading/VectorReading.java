package dev.trellis.reading;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.search.Sentences;
import dev.trellis.search.TextVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads by nearness of meaning, without training: a sentence is held against the name, description and labels of every competency
 * of a framework. Cosines of one sentence all lie high or all lie low, so what counts is how far a competency stands out from
 * the others for this very sentence, in standard deviations. Words of a name or label that stand in the sentence count too.
 */
@Component
class VectorReading implements Reading {

    /** Competencies that stand out by less are not mentioned; {@code eval/reading/README.md} shows what other values gave. */
    static final double STANDS_OUT = 2.5;

    /** From here on a mention is as sure as this way of reading gets. */
    private static final double STANDS_OUT_CLEARLY = 4.5;

    /** What a name or label found in so many words adds, in standard deviations. */
    private static final double IN_SO_MANY_WORDS = 1.5;

    /** A sentence that speaks of more speaks of nothing in particular. */
    private static final int MOST = 2;

    /** With fewer competencies there is nothing to stand out from. */
    private static final int FEWEST_COMPETENCIES = 5;

    private final Catalog catalog;
    private final TextVectors vectors;
    private final Map<FrameworkId, Described> frameworks = new ConcurrentHashMap<>();

    VectorReading(Catalog catalog, TextVectors vectors) {
        this.catalog = catalog;
        this.vectors = vectors;
    }

    @Override
    public List<String> sentences(String text) {
        return Sentences.in(text).stream().map(span -> span.of(text)).toList();
    }

    @Override
    public List<List<Mention>> competenciesIn(FrameworkId framework, List<String> sentences) {
        Described described = described(framework);
        List<float[]> meanings = vectors.of(sentences);
        List<List<Mention>> read = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            read.add(described.read(sentences.get(i), meanings.get(i)));
        }
        return read;
    }

    private Described described(FrameworkId framework) {
        List<Competency> competencies = catalog.competencies(framework);
        Described known = frameworks.get(framework);
        if (known == null || !known.competencies().equals(competencies)) {
            known = Described.of(competencies, vectors);
            frameworks.put(framework, known);
        }
        return known;
    }

    /** @param texts which competency each vector belongs to, by index */
    private record Described(
            List<Competency> competencies, List<Integer> texts, List<float[]> vectors, List<Pattern> labels) {

        static Described of(List<Competency> competencies, TextVectors vectors) {
            List<String> texts = new ArrayList<>();
            List<Integer> owners = new ArrayList<>();
            for (int i = 0; i < competencies.size(); i++) {
                Competency competency = competencies.get(i);
                texts.add(competency.name() + ". " + competency.description());
                owners.add(i);
                for (String label : competency.alternativeLabels()) {
                    texts.add(label);
                    owners.add(i);
                }
            }
            List<Pattern> labels = competencies.stream().map(Described::labels).toList();
            return new Described(competencies, owners, vectors.ofDefinitions(texts), labels);
        }

        private static Pattern labels(Competency competency) {
            List<String> names = new ArrayList<>(competency.alternativeLabels());
            names.add(competency.name());
            return Pattern.compile(names.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
        }

        List<Mention> read(String sentence, float[] meaning) {
            int count = competencies.size();
            if (count < FEWEST_COMPETENCIES) {
                return List.of();
            }
            double[] nearness = new double[count];
            Arrays.fill(nearness, -1);
            for (int text = 0; text < vectors.size(); text++) {
                int owner = texts.get(text);
                nearness[owner] = Math.max(nearness[owner], dot(meaning, vectors.get(text)));
            }
            double mean = Arrays.stream(nearness).average().orElse(0);
            double variance = 0;
            for (double near : nearness) {
                variance += (near - mean) * (near - mean) / count;
            }
            double deviation = Math.max(Math.sqrt(variance), 1e-6);
            String lower = sentence.toLowerCase(Locale.ROOT);
            List<Mention> mentions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double standsOut = (nearness[i] - mean) / deviation
                        + (labels.get(i).matcher(lower).find() ? IN_SO_MANY_WORDS : 0);
                if (standsOut >= STANDS_OUT) {
                    double strength = 0.5 + 0.5 * (standsOut - STANDS_OUT) / (STANDS_OUT_CLEARLY - STANDS_OUT);
                    mentions.add(new Mention(competencies.get(i).id(), Math.min(1, strength)));
                }
            }
            return mentions.stream()
                    .sorted(Comparator.comparingDouble(Mention::strength)
                            .reversed()
                            .thenComparing(mention -> mention.competency().value()))
                    .limit(MOST)
                    .toList();
        }

        private static double dot(float[] a, float[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
