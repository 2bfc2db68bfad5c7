package dev.trellis.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Puts checked evidence into the table: new rows in batches, and what was recorded before under the same external id in its place. */
@Component
class EvidenceWriter {

    private static final int BATCH = 2_000;

    private static final String INSERT = """
            insert into evidence (
                id, about, author_person, author_client, external_id, visibility, occurred_at, recorded_at, title, text,
                text_hash, kind, horizon, measure, achievable, relevant, due_on, goal_state, reflection_form, competency,
                level, confidence, asserter, valid_until, activity, score, role_code)
            values (
                :id, :about, :author_person, :author_client, :external_id, :visibility, :occurred_at, :recorded_at, :title, :text,
                :text_hash, :kind, :horizon, :measure, :achievable, :relevant, :due_on, :goal_state, :reflection_form, :competency,
                :level, :confidence, :asserter, :valid_until, :activity, :score, :role_code)
            on conflict do nothing
            """;

    /** A row that already says the same is left alone, so that nobody follows a change that was none. */
    private static final String REPLACE = """
            update evidence set
                visibility = :visibility, occurred_at = :occurred_at, recorded_at = :recorded_at, title = :title, text = :text,
                text_hash = :text_hash, horizon = :horizon, measure = :measure, achievable = :achievable, relevant = :relevant,
                due_on = :due_on, goal_state = :goal_state, reflection_form = :reflection_form, competency = :competency,
                level = :level, confidence = :confidence, asserter = :asserter, valid_until = :valid_until,
                activity = :activity, score = :score, role_code = :role_code
            where id = :id and withdrawn_at is null
                and (visibility, occurred_at, title, text_hash, horizon, measure, achievable, relevant, due_on, goal_state,
                     reflection_form, competency, level, confidence, asserter, valid_until, activity, score, role_code)
                is distinct from
                    (:visibility, :occurred_at, :title, :text_hash, :horizon, :measure, :achievable, :relevant, :due_on, :goal_state,
                     :reflection_form, cast(:competency as uuid), cast(:level as float8), cast(:confidence as float8), :asserter,
                     cast(:valid_until as date), cast(:activity as uuid), cast(:score as float8), :role_code)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final OnBehalf onBehalf;

    EvidenceWriter(NamedParameterJdbcTemplate jdbc, OnBehalf onBehalf) {
        this.jdbc = jdbc;
        this.onBehalf = onBehalf;
    }

    /** In a transaction of the caller's. @return what became of each row, in order */
    List<Written> write(List<NewEvidence> evidence, Instant now) {
        Map<Key, Before> before = recordedBefore(evidence);
        List<Row> fresh = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            if (keyOf(evidence.get(i)).map(before::get).isEmpty()) {
                fresh.add(new Row(i, UuidCreator.getTimeOrderedEpoch(), evidence.get(i)));
            }
        }
        List<Row> taken = insert(fresh, now);
        if (!taken.isEmpty()) {
            // Someone recorded the same external ids between our look and our insert, and has committed by now.
            before.putAll(recordedBefore(taken.stream().map(Row::evidence).toList()));
        }
        Map<Integer, UUID> inserted = new HashMap<>();
        fresh.forEach(row -> inserted.put(row.position(), row.id()));
        taken.forEach(row -> inserted.remove(row.position()));

        List<Written> written = new ArrayList<>(evidence.size());
        List<Replacement> replacements = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            NewEvidence one = evidence.get(i);
            UUID id = inserted.get(i);
            if (id != null) {
                written.add(new Written(new EvidenceId(id), one.visibility() != Visibility.PRIVATE, false));
                continue;
            }
            Before stood = keyOf(one).map(before::get).orElseThrow();
            demandSame(one, stood, evidence.size() == 1 ? -1 : i);
            Visibility visibility = narrower(one.visibility(), stood.visibility());
            boolean changes = !stood.withdrawn();
            if (changes) {
                replacements.add(new Replacement(stood.id(), one, visibility));
            }
            written.add(new Written(
                    new EvidenceId(stood.id()),
                    changes && visibility != Visibility.PRIVATE,
                    changes && visibility != stood.visibility()));
        }
        replace(replacements, now);
        return written;
    }

    /** @return rows whose external id was taken meanwhile */
    private List<Row> insert(List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> authors = rows.stream()
                .map(row -> OnBehalf.nameOf(row.evidence().author()))
                .distinct()
                .toList();
        return onBehalf.writingOnly(authors.size() == 1 ? authors.getFirst() : OnBehalf.IMPORT, () -> {
            List<Row> taken = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += BATCH) {
                List<Row> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
                int[] counts = jdbc.batchUpdate(
                        INSERT,
                        batch.stream()
                                .map(row -> parameters(
                                        row.id(), row.evidence(), row.evidence().visibility(), now))
                                .toArray(SqlParameterSource[]::new));
                for (int i = 0; i < counts.length; i++) {
                    if (counts[i] == 0) {
                        taken.add(batch.get(i));
                    }
                }
            }
            return taken;
        });
    }

    /** Each row is found on behalf of someone who may read it: its writer, or the person it is about where no person wrote it. */
    private void replace(List<Replacement> replacements, Instant now) {
        Map<OnWhoseBehalf, List<SqlParameterSource>> groups = new LinkedHashMap<>();
        for (Replacement one : replacements) {
            NewEvidence evidence = one.evidence();
            PersonId reader = evidence.author() instanceof Author.OfPerson person ? person.id() : evidence.about();
            groups.computeIfAbsent(
                            new OnWhoseBehalf(new Reader.OfPerson(reader), OnBehalf.nameOf(evidence.author())),
                            key -> new ArrayList<>())
                    .add(parameters(one.id(), evidence, one.visibility(), now));
        }
        groups.forEach((who, rows) -> onBehalf.writing(
                who.reader(), who.writer(), () -> jdbc.batchUpdate(REPLACE, rows.toArray(SqlParameterSource[]::new))));
    }

    private Map<Key, Before> recordedBefore(List<NewEvidence> evidence) {
        List<Key> keys = evidence.stream().flatMap(one -> keyOf(one).stream()).toList();
        Map<Key, Before> before = new HashMap<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<Key> batch = keys.subList(from, Math.min(from + BATCH, keys.size()));
            jdbc.query(
                    """
                    select author, external_id, id, about, kind, visibility, withdrawn
                    from evidence_recorded_before(cast(:authors as text[]), cast(:external_ids as text[]))
                    """,
                    new MapSqlParameterSource()
                            .addValue("authors", batch.stream().map(Key::author).toArray(String[]::new), Types.ARRAY)
                            .addValue(
                                    "external_ids",
                                    batch.stream().map(Key::externalId).toArray(String[]::new),
                                    Types.ARRAY),
                    row -> {
                        before.put(
                                new Key(row.getString("author"), row.getString("external_id")),
                                new Before(
                                        row.getObject("id", UUID.class),
                                        new PersonId(row.getObject("about", UUID.class)),
                                        EvidenceKind.valueOf(row.getString("kind")),
                                        Visibility.valueOf(row.getString("visibility")),
                                        row.getBoolean("withdrawn")));
                    });
        }
        return before;
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

    private static MapSqlParameterSource parameters(UUID id, NewEvidence one, Visibility visibility, Instant now) {
        MapSqlParameterSource row = new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("about", one.about().value())
                .addValue(
                        "author_person", one.author() instanceof Author.OfPerson p ? p.id().value() : null, Types.OTHER)
                .addValue(
                        "author_client", one.author() instanceof Author.OfClient c ? c.clientId() : null, Types.VARCHAR)
                .addValue("external_id", one.externalId().orElse(null), Types.VARCHAR)
                .addValue("visibility", visibility.name())
                .addValue("occurred_at", Timestamp.from(one.occurredAt()))
                .addValue("recorded_at", Timestamp.from(now))
                .addValue("title", one.title())
                .addValue("text", one.text())
                .addValue("text_hash", hash(one.text()))
                .addValue("kind", one.detail().kind().name());
        Detail detail = one.detail();
        Detail.@Nullable Goal goal = detail instanceof Detail.Goal g ? g : null;
        Detail.@Nullable Assertion assertion = detail instanceof Detail.Assertion a ? a : null;
        Detail.@Nullable Completion completion = detail instanceof Detail.Completion c ? c : null;
        return row.addValue("horizon", goal == null ? null : goal.horizon().name(), Types.VARCHAR)
                .addValue("measure", goal == null ? null : goal.measure(), Types.VARCHAR)
                .addValue("achievable", goal == null ? null : goal.achievable(), Types.VARCHAR)
                .addValue("relevant", goal == null ? null : goal.relevant(), Types.VARCHAR)
                .addValue("due_on", goal == null ? null : goal.dueOn(), Types.DATE)
                .addValue("goal_state", goal == null ? null : goal.state().name(), Types.VARCHAR)
                .addValue(
                        "reflection_form",
                        detail instanceof Detail.Reflection r ? r.form().name() : null,
                        Types.VARCHAR)
                .addValue("competency", competencyOf(detail), Types.OTHER)
                .addValue("level", assertion == null ? null : assertion.level(), Types.DOUBLE)
                .addValue("confidence", assertion == null ? null : assertion.confidence(), Types.DOUBLE)
                .addValue("asserter", assertion == null ? null : assertion.by().name(), Types.VARCHAR)
                .addValue(
                        "valid_until",
                        assertion == null ? null : assertion.validUntil().orElse(null),
                        Types.DATE)
                .addValue(
                        "activity",
                        completion == null ? null : completion.activity().value(),
                        Types.OTHER)
                .addValue(
                        "score", completion == null ? null : completion.score().orElse(null), Types.DOUBLE)
                .addValue(
                        "role_code",
                        detail instanceof Detail.Aspiration wish
                                ? wish.roleCode().orElse(null)
                                : null,
                        Types.VARCHAR);
    }

    private static @Nullable UUID competencyOf(Detail detail) {
        if (detail instanceof Detail.Assertion assertion) {
            return assertion.competency().value();
        }
        return detail instanceof Detail.Feedback feedback
                ? feedback.competency().map(CompetencyId::value).orElse(null)
                : null;
    }

    /** SHA-256 of the text in UTF-8, hexadecimal. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param visible someone besides its writer may read it
     * @param narrowed it stood before and fewer may read it now
     */
    record Written(EvidenceId id, boolean visible, boolean narrowed) {}

    private record Row(int position, UUID id, NewEvidence evidence) {}

    private record Key(String author, String externalId) {}

    private record Before(UUID id, PersonId about, EvidenceKind kind, Visibility visibility, boolean withdrawn) {}

    private record Replacement(UUID id, NewEvidence evidence, Visibility visibility) {}

    private record OnWhoseBehalf(Reader reader, String writer) {}
}
