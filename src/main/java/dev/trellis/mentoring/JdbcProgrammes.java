package dev.trellis.mentoring;

import dev.trellis.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programmes in PostgreSQL. */
class JdbcProgrammes implements Programmes {

    private static final String SELECT = """
            select p.id, p.code, p.name, p.purpose, p.objectives, p.starts_on, p.ends_on, p.cadence, p.format from programme p
            """;

    private final JdbcClient jdbc;

    JdbcProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Programme> all() {
        return jdbc.sql(SELECT + " order by p.starts_on desc, p.name, p.id")
                .query(JdbcProgrammes::programme)
                .list();
    }

    @Override
    public Optional<Programme> of(PersonId learner, LocalDate on) {
        return jdbc.sql(SELECT + """
                join enrolment e on e.programme = p.id
                where e.learner = :learner and :on between p.starts_on and p.ends_on
                order by p.starts_on desc, p.id desc
                limit 1
                """)
                .param("learner", learner.value())
                .param("on", on)
                .query(JdbcProgrammes::programme)
                .optional();
    }

    @Override
    public Set<PersonId> members(ProgrammeId programme) {
        return jdbc.sql("select learner from enrolment where programme = :programme")
                .param("programme", programme.value())
                .query((row, number) -> new PersonId(row.getObject("learner", UUID.class)))
                .set();
    }

    @Override
    public Programme save(Programme programme) {
        if (programme.endsOn().isBefore(programme.startsOn())) {
            throw new IllegalArgumentException(programme.code() + " ends before it starts");
        }
        return jdbc.sql("""
                insert into programme as p (id, code, name, purpose, objectives, starts_on, ends_on, cadence, format)
                values (:id, :code, :name, :purpose, :objectives, :startsOn, :endsOn, :cadence, :format)
                on conflict (code) do update
                set name = excluded.name, purpose = excluded.purpose, objectives = excluded.objectives,
                    starts_on = excluded.starts_on, ends_on = excluded.ends_on, cadence = excluded.cadence, format = excluded.format
                returning p.id, p.code, p.name, p.purpose, p.objectives, p.starts_on, p.ends_on, p.cadence, p.format
                """)
                .param("id", programme.id().value())
                .param("code", programme.code())
                .param("name", programme.name())
                .param("purpose", programme.purpose())
                .param("objectives", programme.objectives().toArray(String[]::new))
                .param("startsOn", programme.startsOn())
                .param("endsOn", programme.endsOn())
                .param("cadence", programme.cadence())
                .param("format", programme.format())
                .query(JdbcProgrammes::programme)
                .single();
    }

    @Override
    public void enrol(ProgrammeId programme, Collection<PersonId> learners) {
        jdbc.sql("""
                insert into enrolment (programme, learner)
                select :programme, l from unnest(:learners::uuid[]) as l
                on conflict (programme, learner) do nothing
                """)
                .param("programme", programme.value())
                .param(
                        "learners",
                        learners.stream()
                                .map(PersonId::value)
                                .collect(Collectors.toSet())
                                .toArray(UUID[]::new))
                .update();
    }

    private static Programme programme(ResultSet row, int number) throws SQLException {
        return new Programme(
                new ProgrammeId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("purpose"),
                List.of((String[]) row.getArray("objectives").getArray()),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("cadence"),
                row.getString("format"));
    }
}
