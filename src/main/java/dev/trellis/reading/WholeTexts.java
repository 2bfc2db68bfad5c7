package dev.trellis.reading;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.search.TextVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a whole text is mostly about, by nearness of meaning and without training. A competency is as near as the mean of its two
 * nearest texts: name, labels, description and what each level looks like. Nearness of one text to all competencies lies high
 * or low together, so it counts in standard deviations over the competencies. Three views are added: the text with its title,
 * the title alone, and the mean over the sentences.
 */
final class WholeTexts {

    /**
     * Below this sum of three views nothing is said: {@code eval/reading/README.md} shows which share of texts that is, and what
     * other values gave.
     */
    static final double STANDS_OUT = 5.5;

    /** With fewer competencies there is nothing to stand out from. */
    private static final int FEWEST_COMPETENCIES = 5;

    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final List<CompetencyId> competencies;
    private final List<Integer> owners;
    private final VectorTable table;

    private WholeTexts(List<CompetencyId> competencies, List<Integer> owners, VectorTable table) {
        this.competencies = competencies;
        this.owners = owners;
        this.table = table;
    }

    static WholeTexts of(List<Competency> competencies, TextVectors vectors) {
        List<String> texts = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < competencies.size(); i++) {
            for (String text : texts(competencies.get(i))) {
                texts.add(text);
                owners.add(i);
            }
        }
        return new WholeTexts(
                competencies.stream().map(Competency::id).toList(),
                owners,
                VectorTable.of(vectors.ofDefinitions(texts)));
    }

    private static List<String> texts(Competency competency) {
        return Stream.of(
                        Stream.of(competency.name()),
                        competency.alternativeLabels().stream(),
                        Stream.of(competency.description())
                                .filter(about -> !about.isBlank())
                                .map(about -> competency.name() + ". " + about),
                        competency.levels().stream()
                                .map(ProficiencyLevel::descriptor)
                                .filter(descriptor -> !descriptor.isBlank()))
                .flatMap(text -> text)
                .toList();
    }

    /**
     * @param whole vector of the text with its title
     * @param title vector of the title, or of the text where it has none
     * @param sentences vectors of the sentences; where there is none, nothing is said
     */
    Optional<CompetencyId> mostlyAbout(float[] whole, float[] title, List<float[]> sentences) {
        if (competencies.size() < FEWEST_COMPETENCIES || sentences.isEmpty()) {
            return Optional.empty();
        }
        double[] sum = new double[competencies.size()];
        add(sum, whole, 1);
        add(sum, title, 1);
        sentences.forEach(sentence -> add(sum, sentence, 1.0 / sentences.size()));
        int most = 0;
        for (int i = 1; i < sum.length; i++) {
            most = sum[i] > sum[most] ? i : most;
        }
        return sum[most] >= STANDS_OUT ? Optional.of(competencies.get(most)) : Optional.empty();
    }

    /** Adds how far each competency stands out for this vector, in standard deviations. */
    private void add(double[] sum, float[] vector, double weight) {
        float[] nearness = table.nearness(vector);
        double[] first = filled();
        double[] second = filled();
        for (int text = 0; text < nearness.length; text++) {
            int owner = owners.get(text);
            if (nearness[text] > first[owner]) {
                second[owner] = first[owner];
                first[owner] = nearness[text];
            } else if (nearness[text] > second[owner]) {
                second[owner] = nearness[text];
            }
        }
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = second[i] == NONE ? first[i] : (first[i] + second[i]) / 2;
            mean += first[i] / first.length;
        }
        for (double near : first) {
            squares += (near - mean) * (near - mean) / first.length;
        }
        double deviation = Math.max(Math.sqrt(squares), 1e-6);
        for (int i = 0; i < first.length; i++) {
            sum[i] += weight * (first[i] - mean) / deviation;
        }
    }

    private double[] filled() {
        double[] values = new double[competencies.size()];
        Arrays.fill(values, NONE);
        return values;
    }
}
