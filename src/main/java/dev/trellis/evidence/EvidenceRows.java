package dev.trellis.evidence;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Rows of the table as values. Withdrawn rows have no words and are never mapped. */
final class EvidenceRows {

    static final String COLUMNS = """
            id, about, author_person, author_client, visibility, occurred_at, recorded_at, title, text, text_hash, kind,
            horizon, measure, achievable, relevant, due_on, goal_state, reflection_form, competency, level, confidence,
            asserter, valid_until, activity, score, role_code
            """;

    private EvidenceRows() {}

    static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                new EvidenceId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("about", UUID.class)),
                author(row),
                Visibility.valueOf(row.getString("visibility")),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                row.getString("title"),
                row.getString("text"),
                row.getString("text_hash"),
                detail(row));
    }

    private static Author author(ResultSet row) throws SQLException {
        UUID person = row.getObject("author_person", UUID.class);
        if (person != null) {
            return new Author.OfPerson(new PersonId(person));
        }
        String client = row.getString("author_client");
        return client != null ? new Author.OfClient(client) : new Author.Trellis();
    }

    private static Detail detail(ResultSet row) throws SQLException {
        return switch (EvidenceKind.valueOf(row.getString("kind"))) {
            case GOAL ->
                new Detail.Goal(
                        Detail.Horizon.valueOf(row.getString("horizon")),
                        row.getString("measure"),
                        row.getString("achievable"),
                        row.getString("relevant"),
                        row.getObject("due_on", LocalDate.class),
                        Detail.GoalState.valueOf(row.getString("goal_state")));
            case REFLECTION ->
                new Detail.Reflection(
                        Detail.ReflectionForm.valueOf(row.getString("reflection_form")), competencyNamed(row));
            case FEEDBACK -> new Detail.Feedback(competencyNamed(row));
            case RECOGNITION -> new Detail.Recognition();
            case COMPLETION ->
                new Detail.Completion(new ActivityId(row.getObject("activity", UUID.class)), number(row, "score"));
            case ASSERTION ->
                new Detail.Assertion(
                        new CompetencyId(row.getObject("competency", UUID.class)),
                        row.getDouble("level"),
                        row.getDouble("confidence"),
                        Detail.Asserter.valueOf(row.getString("asserter")),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
            case ASPIRATION -> new Detail.Aspiration(Optional.ofNullable(row.getString("role_code")));
        };
    }

    private static Optional<CompetencyId> competencyNamed(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("competency", UUID.class)).map(CompetencyId::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Double> number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
