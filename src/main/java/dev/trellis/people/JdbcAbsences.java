package dev.trellis.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class JdbcAbsences implements Absences {

    private static final String SELECT = "select id, person, from_on, until_on, deputy from absence";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final People people;
    private final Mentorships mentorships;
    private final Clock clock;

    JdbcAbsences(
            JdbcClient jdbc, TransactionOperations transactions, People people, Mentorships mentorships, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.people = people;
        this.mentorships = mentorships;
        this.clock = clock;
    }

    @Override
    public List<Absence> all() {
        return jdbc.sql(SELECT + " where cancelled_at is null and until_on >= :today order by from_on, id")
                .param("today", today())
                .query(JdbcAbsences::absence)
                .list();
    }

    @Override
    public Optional<Absence> of(PersonId person) {
        return all().stream().filter(absence -> absence.person().equals(person)).findFirst();
    }

    @Override
    public List<Person> learnersWithNobodyThere() {
        return jdbc.sql(JdbcPeople.SELECT + """
                where p.active
                  and exists (select from mentoring_relationship m join person mentor on mentor.id = m.mentor and mentor.active
                              where m.learner = p.id
                                and m.starts_on <= :today and (m.ends_on is null or m.ends_on > :today))
                  and not exists (select from mentoring_relationship m join person mentor on mentor.id = m.mentor and mentor.active
                                  where m.learner = p.id
                                    and m.starts_on <= :today and (m.ends_on is null or m.ends_on > :today)
                                    and not exists (select from absence a
                                                    where a.person = m.mentor and a.cancelled_at is null
                                                      and :today between a.from_on and a.until_on))
                """ + JdbcPeople.BY_NAME)
                .param("today", today())
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public Absence set(PersonId person, LocalDate from, LocalDate until, Optional<PersonId> deputy, PersonId by) {
        if (until.isBefore(from)) {
            throw new NotPossible("The last day is before the first.");
        }
        if (until.isBefore(today())) {
            throw new NotPossible("These days are past.");
        }
        if (ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS) {
            throw new NotPossible("A year at most; for longer, another mentor is better.");
        }
        return transactions.execute(status -> {
            // One at a time, so that two who would cover each other do not pass each other by.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('absence'))")
                    .query((row, n) -> true)
                    .single();
            if (isAway(person, from, until)) {
                throw new NotPossible("On some of these days they are away already.");
            }
            deputy.ifPresent(covers -> refuseUnlessThere(covers, person, from, until));
            if (covers(person, from, until)) {
                throw new NotPossible(
                        "On some of these days they cover for somebody; another has to take that over first.");
            }
            Absence absence = jdbc.sql("""
                            insert into absence (person, from_on, until_on, deputy, set_by, set_at)
                            values (:person, :from, :until, :deputy, :by, :at)
                            returning id, person, from_on, until_on, deputy
                            """)
                    .param("person", person.value())
                    .param("from", from)
                    .param("until", until)
                    .param("deputy", deputy.map(PersonId::value).orElse(null))
                    .param("by", by.value())
                    .param("at", Timestamp.from(clock.instant()))
                    .query(JdbcAbsences::absence)
                    .single();
            deputy.ifPresent(covers -> cover(absence, covers));
            return absence;
        });
    }

    private void refuseUnlessThere(PersonId deputy, PersonId person, LocalDate from, LocalDate until) {
        Person covers = people.find(deputy)
                .filter(one -> one.active() && one.is(Role.MENTOR) && !one.id().equals(person))
                .orElseThrow(() -> new NotPossible("Only another mentor can cover."));
        if (isAway(deputy, from, until)) {
            throw new NotPossible(covers.displayName() + " is away then as well.");
        }
    }

    private boolean isAway(PersonId person, LocalDate from, LocalDate until) {
        return exists("person = :person", person, from, until);
    }

    private boolean covers(PersonId person, LocalDate from, LocalDate until) {
        return exists("deputy = :person", person, from, until);
    }

    private boolean exists(String which, PersonId person, LocalDate from, LocalDate until) {
        return jdbc.sql("select exists (select from absence where " + which
                        + " and cancelled_at is null and from_on <= :until and until_on >= :from)")
                .param("person", person.value())
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    /** Whoever is their own deputy's learner waits for the leads: nobody mentors themselves. */
    private void cover(Absence absence, PersonId deputy) {
        LocalDate begins = absence.from().isBefore(today()) ? today() : absence.from();
        jdbc.sql("""
                        with covered as (
                            insert into mentoring_relationship (mentor, learner, form, starts_on, ends_on)
                            select :deputy, m.learner, m.form, :begins, :ends
                            from mentoring_relationship m
                            where m.mentor = :person and m.learner <> :deputy
                              and m.starts_on <= :begins and (m.ends_on is null or m.ends_on > :begins)
                              and not exists (select from mentoring_relationship own
                                              where own.mentor = :deputy and own.learner = m.learner
                                                and (own.ends_on is null or own.ends_on > :begins))
                            on conflict (mentor, learner, starts_on) do update set ends_on = excluded.ends_on
                            returning learner)
                        insert into absence_cover (absence, learner) select :absence, learner from covered
                        """)
                .param("deputy", deputy.value())
                .param("person", absence.person().value())
                .param("begins", begins)
                .param("ends", absence.until().plusDays(1))
                .param("absence", absence.id())
                .update();
    }

    @Override
    public void cancel(Absence absence) {
        transactions.executeWithoutResult(status -> {
            int cancelled = jdbc.sql("update absence set cancelled_at = :at where id = :id and cancelled_at is null")
                    .param("at", Timestamp.from(clock.instant()))
                    .param("id", absence.id())
                    .update();
            if (cancelled == 0) {
                return;
            }
            absence.deputy()
                    .ifPresent(deputy -> jdbc
                            .sql("select learner from absence_cover where absence = :absence")
                            .param("absence", absence.id())
                            .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                            .list()
                            .stream()
                            .filter(learner -> covering(deputy, learner))
                            .forEach(learner -> mentorships.end(deputy, learner, today())));
        });
    }

    private boolean covering(PersonId deputy, PersonId learner) {
        return jdbc.sql("""
                        select exists (select from mentoring_relationship
                                       where mentor = :deputy and learner = :learner and ends_on > :today)
                        """)
                .param("deputy", deputy.value())
                .param("learner", learner.value())
                .param("today", today())
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        UUID deputy = row.getObject("deputy", UUID.class);
        return new Absence(
                row.getLong("id"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                person(deputy));
    }

    private static Optional<PersonId> person(@Nullable UUID id) {
        return Optional.ofNullable(id).map(PersonId::new);
    }
}
