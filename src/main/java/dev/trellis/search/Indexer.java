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
import java.util.Set;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records in PostgreSQL as they are now and puts them into an index, one by one where some cannot be read. */
class Indexer {

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);

    /** Records read and written together. Each time what is written becomes findable, a small segment is made of it. */
    static final int AT_ONCE = 500;

    private final EvidenceLedger ledger;
    private final Catalog catalog;
    private final KeptTextVectors vectors;
    private final TextVectorStore store;
    private final Clock clock;

    Indexer(EvidenceLedger ledger, Catalog catalog, KeptTextVectors vectors, TextVectorStore store, Clock clock) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.vectors = vectors;
        this.store = store;
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

    /** As PostgreSQL has them now, together if possible, else each alone. */
    void read(Generation generation, List<Subject> subjects) {
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

    void readAlone(Generation generation, Subject subject) {
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
        documents.putAll(passages(evidence, true));
        documents.putAll(activityDocuments(activities));
        documents.forEach(generation::replace);
    }

    Map<Subject, List<Document>> passages(List<Evidence> evidence, boolean withVectors) {
        Map<Subject, List<Documents.Sentence>> sentences = new HashMap<>();
        Set<TextHash> hashes = new HashSet<>();
        for (Evidence piece : evidence) {
            List<Documents.Sentence> ofPiece = Documents.sentences(piece);
            sentences.put(subject(piece), ofPiece);
            ofPiece.forEach(sentence -> hashes.add(sentence.hash()));
        }
        Map<TextHash, float[]> known = withVectors ? vectors.kept(hashes) : Map.of();
        Map<Subject, List<Document>> documents = new HashMap<>();
        for (Evidence piece : evidence) {
            Subject subject = subject(piece);
            documents.put(subject, Documents.passages(piece, sentences.getOrDefault(subject, List.of()), known));
        }
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

    static List<List<Subject>> parts(List<Subject> subjects) {
        List<List<Subject>> parts = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += AT_ONCE) {
            parts.add(subjects.subList(from, Math.min(from + AT_ONCE, subjects.size())));
        }
        return parts;
    }
}
