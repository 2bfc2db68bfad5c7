package dev.trellis.search;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records in PostgreSQL as they are now and puts them into an index, one by one where some cannot be read. */
class Indexer {

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);
    private static final int AT_ONCE = 200;

    private final EvidenceLedger ledger;
    private final Catalog catalog;
    private final KeptTextVectors vectors;
    private final TextVectorStore store;
    private final ChangeFeed feed;
    private final Clock clock;

    Indexer(
            EvidenceLedger ledger,
            Catalog catalog,
            KeptTextVectors vectors,
            TextVectorStore store,
            ChangeFeed feed,
            Clock clock) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.vectors = vectors;
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    /** Makes the index say what PostgreSQL says now about these subjects, vectors as far as they are kept already. */
    void index(Generation generation, Collection<Subject> subjects) {
        for (List<Subject> part : parts(List.copyOf(subjects))) {
            generation.changing(() -> {
                Set<TextHash> before = generation.wordsOf(part);
                read(generation, part);
                generation.refresh();
                forgetUnheld(generation, before);
            });
        }
    }

    private void read(Generation generation, List<Subject> subjects) {
        try {
            put(generation, evidence(subjects), activities(subjects), subjects);
        } catch (RuntimeException e) {
            if (Failures.lieOutside(e)) {
                throw e;
            }
            for (Subject subject : subjects) {
                readAlone(generation, subject);
            }
        }
    }

    private void readAlone(Generation generation, Subject subject) {
        List<Subject> one = List.of(subject);
        try {
            put(generation, evidence(one), activities(one), one);
        } catch (RuntimeException e) {
            if (Failures.lieOutside(e)) {
                throw e;
            }
            generation.setAside(setAside(generation, subject, SetAside.Part.WORDS, e));
        }
    }

    /** Notes that this record's meaning could not be computed; it stays findable by its words. */
    void setVectorAside(Generation generation, Subject subject, Throwable failure) {
        generation.changing(() -> {
            generation.setVectorAside(setAside(generation, subject, SetAside.Part.VECTOR, failure));
            generation.refresh();
        });
    }

    private SetAside setAside(Generation generation, Subject subject, SetAside.Part part, Throwable failure) {
        int earlier = generation.setAside().stream()
                .filter(record -> record.subject().equals(subject))
                .mapToInt(SetAside::attempts)
                .findFirst()
                .orElse(0);
        SetAside record = SetAside.after(subject, part, failure, earlier, clock.instant());
        log.warn(
                "Set aside {} (its {}): {}, attempt {}, next at {}",
                subject.key(),
                part == SetAside.Part.WORDS ? "words" : "vector",
                record.reason(),
                record.attempts(),
                record.nextAttempt());
        return record;
    }

    /** Records set aside whose next attempt has come. */
    List<Subject> due(Collection<SetAside> setAside, SetAside.Part part) {
        Instant now = clock.instant();
        return setAside.stream()
                .filter(record -> record.part() == part && !record.nextAttempt().isAfter(now))
                .map(SetAside::subject)
                .toList();
    }

    private List<Evidence> evidence(List<Subject> subjects) {
        List<EvidenceId> ids = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.EVIDENCE)
                .map(subject -> new EvidenceId(subject.id()))
                .toList();
        return ids.isEmpty() ? List.of() : ledger.findAll(new Reader.Indexing(), ids);
    }

    private List<LearningActivity> activities(List<Subject> subjects) {
        List<ActivityId> ids = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.ACTIVITY)
                .map(subject -> new ActivityId(subject.id()))
                .toList();
        return ids.isEmpty() ? List.of() : List.copyOf(catalog.activities(ids).values());
    }

    /** @param subjects those that are in neither list are taken out */
    private void put(
            Generation generation,
            List<Evidence> evidence,
            List<LearningActivity> activities,
            Collection<Subject> subjects) {
        Map<Subject, List<Document>> documents = new HashMap<>();
        subjects.forEach(subject -> documents.put(subject, List.of()));
        documents.putAll(passages(evidence));
        documents.putAll(activityDocuments(activities));
        documents.forEach(generation::replace);
    }

    private Map<Subject, List<Document>> passages(List<Evidence> evidence) {
        Map<Evidence, List<Documents.Sentence>> sentences = new HashMap<>();
        Set<TextHash> hashes = new HashSet<>();
        for (Evidence piece : evidence) {
            List<Documents.Sentence> ofPiece = Documents.sentences(piece);
            sentences.put(piece, ofPiece);
            ofPiece.forEach(sentence -> hashes.add(sentence.hash()));
        }
        Map<TextHash, float[]> known = vectors.kept(hashes);
        Map<Subject, List<Document>> documents = new HashMap<>();
        sentences.forEach((piece, ofPiece) -> documents.put(subject(piece), Documents.passages(piece, ofPiece, known)));
        return documents;
    }

    private Map<Subject, List<Document>> activityDocuments(List<LearningActivity> activities) {
        List<OfferedActivity> offered = OfferedActivity.of(catalog, activities);
        Map<TextHash, float[]> known = vectors.kept(
                offered.stream().map(activity -> TextHash.of(activity.text())).toList());
        Map<Subject, List<Document>> documents = new HashMap<>();
        for (OfferedActivity activity : offered) {
            documents.put(
                    subject(activity.activity()),
                    List.of(Documents.activity(activity, known.get(TextHash.of(activity.text())))));
        }
        return documents;
    }

    static Subject subject(Evidence evidence) {
        return new Subject(Subject.Kind.EVIDENCE, evidence.id().value());
    }

    static Subject subject(LearningActivity activity) {
        return new Subject(Subject.Kind.ACTIVITY, activity.id().value());
    }

    /** What was withdrawn, narrowed to private or rewritten leaves no vector behind either. */
    private void forgetUnheld(Generation generation, Set<TextHash> before) {
        if (before.isEmpty()) {
            return;
        }
        Set<TextHash> gone = new HashSet<>(before);
        gone.removeAll(generation.stillHeld(before));
        if (!gone.isEmpty()) {
            store.forget(gone);
        }
    }

    /**
     * Puts everything there is into an empty index.
     *
     * @return false if it was told to stop before the end
     */
    boolean fill(Generation generation, BooleanSupplier stop) {
        try {
            fillActivities(generation, stop);
            fillEvidence(generation, stop);
            return true;
        } catch (Stopped e) {
            return false;
        }
    }

    private void fillEvidence(Generation generation, BooleanSupplier stop) {
        List<Evidence> batch = new ArrayList<>();
        try {
            ledger.forEach(new Reader.Indexing(), evidence -> {
                batch.add(evidence);
                if (batch.size() == AT_ONCE) {
                    fillEvidence(generation, batch, stop);
                }
            });
            fillEvidence(generation, batch, stop);
        } catch (Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.lieOutside(e)) {
                throw e;
            }
            log.warn("A record stops the walk over all evidence ({}); reading them one by one", e.getClass());
            for (List<Subject> part : parts(feed.allEvidence())) {
                stopIf(stop);
                index(generation, part);
            }
        }
    }

    private static List<List<Subject>> parts(List<Subject> subjects) {
        List<List<Subject>> parts = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += AT_ONCE) {
            parts.add(subjects.subList(from, Math.min(from + AT_ONCE, subjects.size())));
        }
        return parts;
    }

    private void fillEvidence(Generation generation, List<Evidence> batch, BooleanSupplier stop) {
        stopIf(stop);
        List<Evidence> evidence = List.copyOf(batch);
        List<Subject> subjects = evidence.stream().map(Indexer::subject).toList();
        batch.clear();
        generation.changing(() -> {
            try {
                put(generation, evidence, List.of(), subjects);
            } catch (RuntimeException e) {
                if (Failures.lieOutside(e)) {
                    throw e;
                }
                subjects.forEach(subject -> readAlone(generation, subject));
            }
        });
        generation.refresh();
    }

    private void fillActivities(Generation generation, BooleanSupplier stop) {
        Optional<ActivityId> after = Optional.empty();
        while (true) {
            stopIf(stop);
            List<LearningActivity> page = catalog.activities(after, AT_ONCE);
            if (page.isEmpty()) {
                generation.refresh();
                return;
            }
            List<Subject> subjects = page.stream().map(Indexer::subject).toList();
            generation.changing(() -> read(generation, subjects));
            after = Optional.of(page.getLast().id());
        }
    }

    private static void stopIf(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** Leaves a walk over everything in the middle; the door offers no other way out. */
    private static final class Stopped extends RuntimeException {}
}
