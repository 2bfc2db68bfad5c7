package dev.trellis.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.evidence.EvidenceTable.Before;
import dev.trellis.evidence.EvidenceTable.Key;
import dev.trellis.evidence.EvidenceTable.Row;
import dev.trellis.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts checked evidence in its place: new rows, and what was recorded before under the same external id where that stands. */
@Component
class EvidenceWriter {

    /** Rows a statement: round trips vanish, and the arrays of usual texts stay a few megabytes. */
    private static final int BATCH = 2_000;

    /** And characters a statement, for texts that are not usual. */
    private static final int BATCH_CHARACTERS = 4_000_000;

    private final EvidenceTable table;
    private final OnBehalf onBehalf;

    EvidenceWriter(EvidenceTable table, OnBehalf onBehalf) {
        this.table = table;
        this.onBehalf = onBehalf;
    }

    /** In a transaction of the caller's. @return what became of each row, in order */
    List<Written> write(List<NewEvidence> evidence, Instant now) {
        Map<Key, Before> before = recordedBefore(evidence);
        List<Row> rows = evidence.stream()
                .map(one -> new Row(UuidCreator.getTimeOrderedEpoch(), one, one.visibility(), now))
                .toList();
        // Someone may record the same external ids between our look and our insert; what stands then is theirs.
        before.putAll(insert(rows.stream()
                .filter(row -> keyOf(row.what()).map(before::get).isEmpty())
                .toList()));

        List<Written> written = new ArrayList<>(evidence.size());
        List<Row> replacements = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            NewEvidence one = evidence.get(i);
            Before stood = keyOf(one).map(before::get).orElse(null);
            if (stood == null) {
                written.add(
                        new Written(new EvidenceId(rows.get(i).id()), one.visibility() != Visibility.PRIVATE, false));
                continue;
            }
            demandSame(one, stood, evidence.size() == 1 ? -1 : i);
            Visibility visibility = narrower(one.visibility(), stood.visibility());
            boolean changes = !stood.withdrawn();
            if (changes) {
                replacements.add(new Row(stood.id(), one, visibility, now));
            }
            written.add(new Written(
                    new EvidenceId(stood.id()),
                    changes && visibility != Visibility.PRIVATE,
                    changes && visibility != stood.visibility()));
        }
        replace(replacements);
        return written;
    }

    /** @return what stands under external ids that were taken meanwhile */
    private Map<Key, Before> insert(List<Row> rows) {
        Set<String> authors = new HashSet<>();
        rows.forEach(row -> authors.add(OnBehalf.nameOf(row.author())));
        String writer = authors.size() == 1 ? authors.iterator().next() : OnBehalf.IMPORT;
        Map<Key, Before> taken = new HashMap<>();
        for (List<Row> batch : batches(rows)) {
            int inserted = onBehalf.writingOnly(writer, () -> table.insert(batch));
            if (inserted < batch.size()) {
                Set<UUID> ours = new HashSet<>();
                batch.forEach(row -> ours.add(row.id()));
                recordedBefore(batch.stream().map(Row::what).toList()).forEach((key, stands) -> {
                    if (!ours.contains(stands.id())) {
                        taken.put(key, stands);
                    }
                });
            }
        }
        return taken;
    }

    /** Each row is found on behalf of someone who may read it: its writer, or the person it is about where no person wrote it. */
    private void replace(List<Row> replacements) {
        Map<OnWhoseBehalf, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : replacements) {
            PersonId reader = row.author() instanceof Author.OfPerson person
                    ? person.id()
                    : row.what().about();
            groups.computeIfAbsent(
                            new OnWhoseBehalf(new Reader.OfPerson(reader), OnBehalf.nameOf(row.author())),
                            who -> new ArrayList<>())
                    .add(row);
        }
        groups.forEach((who, rows) -> batches(rows)
                .forEach(batch -> onBehalf.writing(who.reader(), who.writer(), () -> table.replace(batch))));
    }

    private Map<Key, Before> recordedBefore(List<NewEvidence> evidence) {
        return table.recordedBefore(
                evidence.stream().flatMap(one -> keyOf(one).stream()).toList());
    }

    private static List<List<Row>> batches(List<Row> rows) {
        List<List<Row>> batches = new ArrayList<>();
        List<Row> batch = new ArrayList<>();
        int characters = 0;
        for (Row row : rows) {
            int length = row.what().text().length();
            if (batch.size() == BATCH || (!batch.isEmpty() && characters + length > BATCH_CHARACTERS)) {
                batches.add(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
            batch.add(row);
            characters += length;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static void demandSame(NewEvidence one, Before before, int row) {
        if (before.about().equals(one.about()) && before.kind() == one.detail().kind()) {
            return;
        }
        InvalidEvidence invalid = new InvalidEvidence(
                "externalId",
                "“" + one.externalId().orElseThrow() + "” was recorded before as "
                        + before.kind().name().toLowerCase(Locale.ROOT)
                        + (before.about().equals(one.about()) ? "." : " about someone else.")
                        + " Withdraw that, or use another id.");
        throw row < 0 ? invalid : invalid.inRow(row);
    }

    private static Visibility narrower(Visibility one, Visibility other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Optional<Key> keyOf(NewEvidence one) {
        return one.externalId().map(id -> new Key(OnBehalf.nameOf(one.author()), id));
    }

    /**
     * @param visible someone besides its writer may read it
     * @param narrowed it stood before and fewer may read it now
     */
    record Written(EvidenceId id, boolean visible, boolean narrowed) {}

    private record OnWhoseBehalf(Reader reader, String writer) {}
}
