package dev.trellis.evidence;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of evidence; columns travel as arrays, so that thousands of rows are one statement. */
@Component
class EvidenceTable {

    private static final String ARRIVING = """
            unnest(
                cast(:id as uuid[]), cast(:about as uuid[]), cast(:author_person as uuid[]), cast(:author_client as text[]),
                cast(:external_id as text[]), cast(:visibility as text[]), cast(:occurred_at as timestamptz[]),
                cast(:recorded_at as timestamptz[]), cast(:title as text[]), cast(:text as text[]), cast(:text_hash as text[]),
                cast(:kind as text[]), cast(:horizon as text[]), cast(:measure as text[]), cast(:achievable as text[]),
                cast(:relevant as text[]), cast(:due_on as date[]), cast(:goal_state as text[]), cast(:reflection_form as text[]),
                cast(:competency as uuid[]), cast(:level as float8[]), cast(:confidence as float8[]), cast(:asserter as text[]),
                cast(:valid_until as date[]), cast(:activity as uuid[]), cast(:score as float8[]), cast(:role_code as text[]))
            as n (
                id, about, author_person, author_client, external_id, visibility, occurred_at, recorded_at, title, text,
                text_hash, kind, horizon, measure, achievable, relevant, due_on, goal_state, reflection_form, competency,
                level, confidence, asserter, valid_until, activity, score, role_code)
            """;

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many were inserted; a row whose author has used its external id before is left out */
    int insert(List<Row> rows) {
        return jdbc.sql("""
                        insert into evidence (
                            id, about, author_person, author_client, external_id, visibility, occurred_at, recorded_at, title, text,
                            text_hash, kind, horizon, measure, achievable, relevant, due_on, goal_state, reflection_form, competency,
                            level, confidence, asserter, valid_until, activity, score, role_code)
                        select
                            id, about, author_person, author_client, external_id, visibility, occurred_at, recorded_at, title, text,
                            text_hash, kind, horizon, measure, achievable, relevant, due_on, goal_state, reflection_form, competency,
                            level, confidence, asserter, valid_until, activity, score, role_code
                        from
                        """ + ARRIVING + "on conflict do nothing")
                .params(columns(rows))
                .update();
    }

    /** A row that already says the same is left alone, so that nobody follows a change that was none. */
    int replace(List<Row> rows) {
        return jdbc.sql("""
                        update evidence e set
                            visibility = n.visibility, occurred_at = n.occurred_at, recorded_at = n.recorded_at, title = n.title,
                            text = n.text, text_hash = n.text_hash, horizon = n.horizon, measure = n.measure,
                            achievable = n.achievable, relevant = n.relevant, due_on = n.due_on, goal_state = n.goal_state,
                            reflection_form = n.reflection_form, competency = n.competency, level = n.level,
                            confidence = n.confidence, asserter = n.asserter, valid_until = n.valid_until, activity = n.activity,
                            score = n.score, role_code = n.role_code
                        from
                        """ + ARRIVING + """
                        where e.id = n.id and e.withdrawn_at is null
                            and (e.visibility, e.occurred_at, e.title, e.text_hash, e.horizon, e.measure, e.achievable, e.relevant,
                                 e.due_on, e.goal_state, e.reflection_form, e.competency, e.level, e.confidence, e.asserter,
                                 e.valid_until, e.activity, e.score, e.role_code)
                            is distinct from
                                (n.visibility, n.occurred_at, n.title, n.text_hash, n.horizon, n.measure, n.achievable, n.relevant,
                                 n.due_on, n.goal_state, n.reflection_form, n.competency, n.level, n.confidence, n.asserter,
                                 n.valid_until, n.activity, n.score, n.role_code)
                        """).params(columns(rows)).update();
    }

    /** What stands under these keys, whoever may read it, without a word of it. */
    Map<Key, Before> recordedBefore(Collection<Key> keys) {
        Map<Key, Before> before = new HashMap<>();
        if (keys.isEmpty()) {
            return before;
        }
        jdbc.sql("""
                        select author, external_id, id, about, kind, visibility, withdrawn
                        from evidence_recorded_before(cast(:authors as text[]), cast(:external_ids as text[]))
                        """)
                .param("authors", column(keys, Key::author))
                .param("external_ids", column(keys, Key::externalId))
                .query(row -> {
                    before.put(
                            new Key(row.getString("author"), row.getString("external_id")),
                            new Before(
                                    row.getObject("id", UUID.class),
                                    new PersonId(row.getObject("about", UUID.class)),
                                    EvidenceKind.valueOf(row.getString("kind")),
                                    Visibility.valueOf(row.getString("visibility")),
                                    row.getBoolean("withdrawn")));
                });
        return before;
    }

    private static Map<String, Object> columns(List<Row> rows) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", column(rows, row -> row.id().toString()));
        columns.put("about", column(rows, row -> row.what().about().toString()));
        columns.put(
                "author_person",
                of(rows, Author.OfPerson.class, Row::author, by -> by.id().toString()));
        columns.put("author_client", of(rows, Author.OfClient.class, Row::author, Author.OfClient::clientId));
        columns.put("external_id", column(rows, row -> row.what().externalId().orElse(null)));
        columns.put("visibility", column(rows, row -> row.visibility().name()));
        columns.put("occurred_at", column(rows, row -> row.what().occurredAt().toString()));
        columns.put("recorded_at", column(rows, row -> row.recordedAt().toString()));
        columns.put("title", column(rows, row -> row.what().title()));
        columns.put("text", column(rows, row -> row.what().text()));
        columns.put(
                "text_hash",
                column(rows, row -> DigestUtils.sha256Hex(row.what().text())));
        columns.put("kind", column(rows, row -> row.detail().kind().name()));
        columns.put("horizon", goal(rows, goal -> goal.horizon().name()));
        columns.put("measure", goal(rows, Detail.Goal::measure));
        columns.put("achievable", goal(rows, Detail.Goal::achievable));
        columns.put("relevant", goal(rows, Detail.Goal::relevant));
        columns.put("due_on", goal(rows, goal -> goal.dueOn().toString()));
        columns.put("goal_state", goal(rows, goal -> goal.state().name()));
        columns.put(
                "reflection_form",
                of(rows, Detail.Reflection.class, Row::detail, one -> one.form().name()));
        columns.put("competency", column(rows, row -> competency(row.detail())));
        columns.put("level", assertion(rows, one -> Double.toString(one.level())));
        columns.put("confidence", assertion(rows, one -> Double.toString(one.confidence())));
        columns.put("asserter", assertion(rows, one -> one.by().name()));
        columns.put("valid_until", assertion(rows, one -> text(one.validUntil())));
        columns.put(
                "activity",
                of(
                        rows,
                        Detail.Completion.class,
                        Row::detail,
                        one -> one.activity().toString()));
        columns.put("score", of(rows, Detail.Completion.class, Row::detail, one -> text(one.score())));
        columns.put(
                "role_code",
                of(
                        rows,
                        Detail.Aspiration.class,
                        Row::detail,
                        one -> one.roleCode().orElse(null)));
        return columns;
    }

    private static @Nullable String competency(Detail detail) {
        return detail.competencyNamed().map(CompetencyId::toString).orElse(null);
    }

    private static @Nullable String[] goal(List<Row> rows, Function<Detail.Goal, @Nullable String> value) {
        return of(rows, Detail.Goal.class, Row::detail, value);
    }

    private static @Nullable String[] assertion(List<Row> rows, Function<Detail.Assertion, @Nullable String> value) {
        return of(rows, Detail.Assertion.class, Row::detail, value);
    }

    /** A column that only rows of one kind have. */
    private static <A, B extends A> @Nullable String[] of(
            List<Row> rows, Class<B> kind, Function<Row, A> part, Function<B, @Nullable String> value) {
        return column(rows, row -> {
            A one = part.apply(row);
            return kind.isInstance(one) ? value.apply(kind.cast(one)) : null;
        });
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        @Nullable String[] column = new String[rows.size()];
        int at = 0;
        for (T row : rows) {
            column[at++] = value.apply(row);
        }
        return column;
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    /** @param visibility as it will stand, which may be narrower than {@code what} asks for */
    record Row(UUID id, NewEvidence what, Visibility visibility, Instant recordedAt) {

        Author author() {
            return what.author();
        }

        Detail detail() {
            return what.detail();
        }
    }

    record Key(String author, String externalId) {}

    record Before(UUID id, PersonId about, EvidenceKind kind, Visibility visibility, boolean withdrawn) {}
}
