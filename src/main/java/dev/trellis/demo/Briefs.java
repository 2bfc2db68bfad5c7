package dev.trellis.demo;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Competency;
import dev.trellis.drafting.Brief;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Briefs made without a database, to measure a writer and the gate on. The pipeline proper searches and ranks better; what a writer
 * and the gate do with a brief is the same.
 */
interface Briefs {

    int MOST_PASSAGES = 4;

    List<Brief> all();

    /** Somebody's evidence that is in no draft: a private piece of the learner's own, or one about somebody else. */
    Optional<Brief.Source> notFor(Brief brief, boolean ownAndPrivate);

    /** Whether the catalogue has it. */
    boolean holds(ActivityId activity);

    /** Sentences that share words with the competency's names, the most first. */
    static List<Brief.Quotable> passages(Competency competency, List<Brief.Source> sources) {
        List<String> words = Stream.concat(Stream.of(competency.name()), competency.alternativeLabels().stream())
                .flatMap(label -> Stream.of(label.toLowerCase(Locale.ROOT).split("\\P{L}+")))
                .filter(word -> word.length() > 4)
                .map(word -> word.substring(0, 5))
                .distinct()
                .toList();
        List<Brief.Quotable> found = new ArrayList<>();
        for (Brief.Source source : sources) {
            if (source.kind() != EvidenceKind.ASSERTION && source.kind() != EvidenceKind.ASPIRATION) {
                for (Span span : Sentences.in(source.text())) {
                    String sentence = span.of(source.text()).toLowerCase(Locale.ROOT);
                    long shared = words.stream().filter(sentence::contains).count();
                    if (shared > 0) {
                        found.add(new Brief.Quotable(source.id(), span, Math.min(1, 0.5 + 0.1 * shared)));
                    }
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Brief.Quotable::score).reversed())
                .limit(MOST_PASSAGES)
                .toList();
    }
}
