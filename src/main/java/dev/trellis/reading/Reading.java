package dev.trellis.reading;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import java.util.List;

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

    /** @param strength in {@code [0, 1]}, comparable between sentences */
    record Mention(CompetencyId competency, double strength) {}
}
