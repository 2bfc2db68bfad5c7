package dev.trellis.search;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Computes the vectors that are missing, what happened last first, and puts them into the index. */
class VectorFill {

    /** Documents taken at once: a second or two of computing, after which newer ones come first again. */
    private static final int AT_ONCE = 256;

    /** Texts computed between two looks at whether to stop. */
    private static final int UNTIL_LOOK = 128;

    private final EvidenceLedger ledger;
    private final Catalog catalog;
    private final TextVectors vectors;
    private final Indexer indexer;
    private final Clock clock;

    VectorFill(EvidenceLedger ledger, Catalog catalog, TextVectors vectors, Indexer indexer, Clock clock) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.vectors = vectors;
        this.indexer = indexer;
        this.clock = clock;
    }

    /**
     * Fills in a part of what is missing.
     *
     * @return false if nothing is missing that could be tried now, or it was told to stop
     * @throws LinkageError if the model does not run on this machine
     */
    boolean fillSome(Generation generation, BooleanSupplier stop) {
        Set<Subject> waiting = generation.waiting(AT_ONCE, notYet(generation));
        if (waiting.isEmpty()) {
            return false;
        }
        try {
            compute(texts(waiting), stop);
        } catch (RuntimeException e) {
            if (isNotTheRecords(e)) {
                throw e;
            }
            for (Subject subject : waiting) {
                computeAlone(generation, subject, stop);
            }
        }
        if (stop.getAsBoolean()) {
            return false;
        }
        indexer.index(
                generation,
                waiting.stream()
                        .filter(subject -> !notYet(generation).contains(subject))
                        .toList());
        return true;
    }

    private void computeAlone(Generation generation, Subject subject, BooleanSupplier stop) {
        try {
            compute(texts(Set.of(subject)), stop);
        } catch (RuntimeException e) {
            if (isNotTheRecords(e)) {
                throw e;
            }
            indexer.setVectorAside(generation, subject, e);
        }
    }

    /** A model that cannot be loaded says so with an {@link IllegalStateException}. */
    private static boolean isNotTheRecords(RuntimeException failure) {
        return Failures.lieOutside(failure) || failure instanceof IllegalStateException;
    }

    private List<Subject> notYet(Generation generation) {
        Instant now = clock.instant();
        return generation.setAside().stream()
                .filter(record -> record.nextAttempt().isAfter(now))
                .map(SetAside::subject)
                .toList();
    }

    private void compute(Map<Subject.Kind, List<String>> texts, BooleanSupplier stop) {
        texts.forEach((kind, ofKind) -> {
            for (int from = 0; from < ofKind.size() && !stop.getAsBoolean(); from += UNTIL_LOOK) {
                List<String> part = ofKind.subList(from, Math.min(from + UNTIL_LOOK, ofKind.size()));
                switch (kind) {
                    case EVIDENCE -> vectors.of(part);
                    case ACTIVITY -> vectors.ofDefinitions(part);
                }
            }
        });
    }

    private Map<Subject.Kind, List<String>> texts(Collection<Subject> subjects) {
        Map<Subject.Kind, List<String>> texts = new LinkedHashMap<>();
        texts.put(Subject.Kind.ACTIVITY, new ArrayList<>());
        texts.put(Subject.Kind.EVIDENCE, new ArrayList<>());
        List<ActivityId> activities = new ArrayList<>();
        List<EvidenceId> evidence = new ArrayList<>();
        for (Subject subject : subjects) {
            switch (subject.kind()) {
                case ACTIVITY -> activities.add(new ActivityId(subject.id()));
                case EVIDENCE -> evidence.add(new EvidenceId(subject.id()));
            }
        }
        if (!activities.isEmpty()) {
            OfferedActivity.of(catalog, catalog.activities(activities).values()).stream()
                    .map(OfferedActivity::text)
                    .forEach(Objects.requireNonNull(texts.get(Subject.Kind.ACTIVITY))::add);
        }
        if (!evidence.isEmpty()) {
            ledger.findAll(new Reader.Indexing(), evidence).stream()
                    .flatMap(piece -> Documents.sentences(piece).stream())
                    .map(Documents.Sentence::text)
                    .forEach(Objects.requireNonNull(texts.get(Subject.Kind.EVIDENCE))::add);
        }
        return texts;
    }
}
