package dev.trellis.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rows of the catalogue as its records. */
final class CatalogRows {

    private CatalogRows() {}

    static Framework framework(ResultSet row, int number) throws SQLException {
        return new Framework(
                new FrameworkId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("attribution"),
                row.getDouble("lowest_level"),
                row.getDouble("highest_level"));
    }

    static Competency competency(ResultSet row, int number) throws SQLException {
        Integer[] numbers = array(row, "numbers", new Integer[0]);
        String[] names = array(row, "names", new String[0]);
        String[] descriptors = array(row, "descriptors", new String[0]);
        return new Competency(
                new CompetencyId(row.getObject("id", UUID.class)),
                new FrameworkId(row.getObject("framework", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("heading"),
                row.getString("description"),
                List.of(array(row, "labels", new String[0])),
                IntStream.range(0, numbers.length)
                        .mapToObj(i -> new ProficiencyLevel(numbers[i], names[i], descriptors[i]))
                        .toList());
    }

    static RoleProfile role(ResultSet row, List<Expectation> expectations) throws SQLException {
        return new RoleProfile(
                row.getString("code"),
                row.getString("name"),
                row.getString("description"),
                new FrameworkId(row.getObject("framework", UUID.class)),
                expectations);
    }

    static LearningActivity activity(ResultSet row, int number) throws SQLException {
        UUID[] competencies = array(row, "competencies", new UUID[0]);
        Double[] from = array(row, "from_levels", new Double[0]);
        Double[] to = array(row, "to_levels", new Double[0]);
        return new LearningActivity(
                new ActivityId(row.getObject("id", UUID.class)),
                row.getString("external_id"),
                row.getString("title"),
                row.getString("description"),
                ActivityKind.valueOf(row.getString("kind")),
                row.getDouble("effort_hours"),
                row.getString("provider"),
                row.getString("url"),
                IntStream.range(0, competencies.length)
                        .mapToObj(i -> new Develops(new CompetencyId(competencies[i]), from[i], to[i]))
                        .toList(),
                row.getBoolean("available"));
    }

    @SuppressWarnings("unchecked") // the column's type decides the array's
    private static <T> T[] array(ResultSet row, String column, T[] whenNone) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? whenNone : (T[]) array.getArray();
    }
}
