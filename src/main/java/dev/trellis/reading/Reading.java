package dev.trellis.reading;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.search.TextVectors;
import java.util.List;
import java.util.Optional;

/** Says what sentences speak of. */
public interface Reading {

    /** The sentences of a text, as search finds and quotes them. */
    List<String> sentences(String text);

    /**
     * For each sentence the competencies of a framework it speaks of, surest first; an empty list is "don't know".
     *
     * @return lists in the order of {@code sentences}
     */
    List<List<Mention>> competenciesIn(FrameworkId framework, List<String> sentences);

    /**
     * For each text the one competency of a framework it is mostly about; empty is "don't know". A diary says "my week has no
     * air" where a framework says "workload": it takes the whole text to tell, and often no single sentence does.
     *
     * @return in the order of {@code texts}
     */
    List<Optional<CompetencyId>> mostlyAbout(FrameworkId framework, List<Text> texts);

    /** @param title empty for none */
    record Text(String title, String body) {}

    /**
     * Reads by the shipped model without a database, for commands: nothing of a text is kept.
     *
     * @param competencies of every framework asked for
     * @param threads that embed
     */
    static Reading of(List<Competency> competencies, int threads) {
        return new TrainedReading(
                framework -> competencies.stream()
                        .filter(competency -> competency.framework().equals(framework))
                        .toList(),
                TextVectors.inProcess(threads),
                TaggingConfiguration.model(TaggingConfiguration.SHIPPED));
    }

    /**
     * @param probability how sure the reading is, in {@code [0, 1]}: of mentions stated at .8, eight in ten were right on sentences
     *     not used in training; {@code eval/tagging/README.md} says on which
     */
    record Mention(CompetencyId competency, double probability) {}
}
