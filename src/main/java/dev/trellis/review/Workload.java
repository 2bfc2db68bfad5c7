package dev.trellis.review;

import dev.trellis.people.Absence;
import dev.trellis.people.Absences;
import dev.trellis.people.MentorLoads;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How much waits with each mentor: numbers for the programme leads, no draft. */
@Component
class Workload {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final People people;
    private final MentorLoads loads;
    private final Absences absences;
    private final Clock clock;

    Workload(
            JdbcClient jdbc,
            TransactionOperations transactions,
            People people,
            MentorLoads loads,
            Absences absences,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.people = people;
        this.loads = loads;
        this.absences = absences;
        this.clock = clock;
    }

    /** @param oldestDays for how long the oldest has waited; 0 where nothing waits */
    record Carried(String name, int learners, int waiting, long oldestDays, boolean away) {}

    private record Waiting(int drafts, long oldestDays) {}

    /** Of every mentor, those with most waiting first. */
    List<Carried> today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<PersonId, Integer> learners = loads.today();
        Map<PersonId, Waiting> waiting = waiting(day);
        Set<PersonId> away = absences.all().stream()
                .filter(absence -> !absence.from().isAfter(day))
                .map(Absence::person)
                .collect(Collectors.toSet());
        return people.withRole(Role.MENTOR).stream()
                .map(mentor -> carried(mentor, learners, waiting, away))
                .sorted(Comparator.comparingInt(Carried::waiting)
                        .thenComparingLong(Carried::oldestDays)
                        .reversed()
                        .thenComparing(Carried::name))
                .toList();
    }

    private static Carried carried(
            Person mentor, Map<PersonId, Integer> learners, Map<PersonId, Waiting> waiting, Set<PersonId> away) {
        Waiting own = waiting.getOrDefault(mentor.id(), new Waiting(0, 0));
        return new Carried(
                mentor.displayName(),
                learners.getOrDefault(mentor.id(), 0),
                own.drafts(),
                own.oldestDays(),
                away.contains(mentor.id()));
    }

    private Map<PersonId, Waiting> waiting(LocalDate day) {
        Map<PersonId, Waiting> waiting = new HashMap<>();
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("select set_config('trellis.reader', 'counting', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("""
                            select m.mentor, count(*), min(d.created_at)
                            from plan_draft d
                            join mentoring_relationship m on m.learner = d.learner
                                and m.starts_on <= :day and (m.ends_on is null or m.ends_on > :day)
                            where d.state in ('WAITING_FOR_REVIEW', 'IN_REVIEW')
                            group by m.mentor
                            """).param("day", day).query(row -> {
                Timestamp oldest = row.getTimestamp(3);
                waiting.put(
                        new PersonId(row.getObject(1, UUID.class)),
                        new Waiting(
                                row.getInt(2),
                                Duration.between(oldest.toInstant(), clock.instant())
                                        .toDays()));
            });
            return waiting;
        }));
    }
}
