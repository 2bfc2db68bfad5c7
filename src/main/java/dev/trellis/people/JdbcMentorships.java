package dev.trellis.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Relationships in PostgreSQL. A day is one of UTC, as in the policies that read the same table. */
class JdbcMentorships implements Mentorships, MentorLoads {

    private static final String STANDS = """
            m.starts_on <= :today and (m.ends_on is null or m.ends_on > :today)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcMentorships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Person> mentorsOf(PersonId learner) {
        return jdbc.sql(JdbcPeople.SELECT
                        + " join mentoring_relationship m on m.mentor = p.id and m.learner = :learner where " + STANDS
                        + " and p.active order by m.starts_on, p.id")
                .param("learner", learner.value())
                .param("today", day())
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> learnersOf(PersonId mentor) {
        return jdbc.sql(JdbcPeople.SELECT
                        + " join mentoring_relationship m on m.learner = p.id and m.mentor = :mentor where " + STANDS
                        + " and p.active" + JdbcPeople.BY_NAME)
                .param("mentor", mentor.value())
                .param("today", day())
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public boolean isMentorOf(PersonId mentor, PersonId learner) {
        return jdbc.sql(
                        "select exists (select from mentoring_relationship m join person p on p.id = m.mentor and p.active"
                                + " where m.mentor = :mentor and m.learner = :learner and " + STANDS + ")")
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .param("today", day())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<MentoringForm> formOf(PersonId mentor, PersonId learner) {
        return jdbc.sql("select m.form from mentoring_relationship m"
                        + " where m.mentor = :mentor and m.learner = :learner and " + STANDS
                        + " order by m.starts_on desc limit 1")
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .param("today", day())
                .query(String.class)
                .optional()
                .map(MentoringForm::valueOf);
    }

    @Override
    public List<Person> learnersWithoutMentor() {
        return jdbc.sql(JdbcPeople.SELECT + """
                where p.active
                  and exists (select from person_role r where r.person = p.id and r.role = 'LEARNER')
                  and not exists (select from mentoring_relationship m join person mentor on mentor.id = m.mentor and mentor.active
                                  where m.learner = p.id and
                """ + STANDS + ")" + JdbcPeople.BY_NAME)
                .param("today", day())
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public void start(PersonId mentor, PersonId learner, MentoringForm form, LocalDate from) {
        if (mentor.equals(learner)) {
            throw new IllegalArgumentException("nobody mentors themselves: " + mentor);
        }
        // Where it stands, with or without an end to come, nothing is inserted: two rows must not stand on the same
        // day.
        jdbc.sql("""
                insert into mentoring_relationship (mentor, learner, form, starts_on)
                select :mentor, :learner, :form, :from
                where not exists (select from mentoring_relationship m
                                  where m.mentor = :mentor and m.learner = :learner and (m.ends_on is null or m.ends_on > :from))
                on conflict (mentor, learner, starts_on) do update set ends_on = null, form = excluded.form
                """)
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .param("form", form.name())
                .param("from", from)
                .update();
    }

    @Override
    public void end(PersonId mentor, PersonId learner, LocalDate until) {
        int ended = jdbc.sql("""
                update mentoring_relationship set ends_on = greatest(starts_on, :until)
                where mentor = :mentor and learner = :learner and (ends_on is null or ends_on > :until)
                """)
                .param("mentor", mentor.value())
                .param("learner", learner.value())
                .param("until", until)
                .update();
        if (ended == 0) {
            throw new IllegalArgumentException(mentor + " does not mentor " + learner);
        }
    }

    @Override
    public Map<PersonId, Integer> today() {
        Map<PersonId, Integer> loads = new HashMap<>();
        jdbc.sql("select m.mentor, count(*) as learners from mentoring_relationship m"
                        + " join person p on p.id = m.learner and p.active where " + STANDS + " group by m.mentor")
                .param("today", day())
                .query(row -> {
                    loads.put(new PersonId(row.getObject("mentor", UUID.class)), row.getInt("learners"));
                });
        return loads;
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
