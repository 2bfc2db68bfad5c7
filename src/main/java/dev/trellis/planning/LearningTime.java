package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many hours a week a learner has for learning: what they said last, or else what the organisation grants. */
class LearningTime {

    private static final double MOST_HOURS = 40;

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final PlanningSettings settings;
    private final Clock clock;

    LearningTime(JdbcClient jdbc, ReadingAs readingAs, PlanningSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.settings = settings;
        this.clock = clock;
    }

    double hoursPerWeek(PersonId learner) {
        return readingAs
                .planning(() -> jdbc.sql("select hours_per_week from learning_time where person = :person")
                        .param("person", learner.value())
                        .query(Double.class)
                        .optional())
                .orElse(settings.hoursPerWeek());
    }

    /** @throws IllegalArgumentException unless {@code hours} is above 0 and at most 40 */
    void say(PersonId learner, double hours) {
        if (!(hours > 0 && hours <= MOST_HOURS)) {
            throw new IllegalArgumentException("above 0 and at most 40 hours a week, not " + hours);
        }
        readingAs.person(
                learner,
                () -> jdbc.sql("""
                        insert into learning_time (person, hours_per_week, said_at)
                        values (:person, :hours, :now)
                        on conflict (person) do update
                        set hours_per_week = excluded.hours_per_week, said_at = excluded.said_at
                        """)
                        .param("person", learner.value())
                        .param("hours", hours)
                        .param("now", JdbcPlanDrafts.at(clock.instant()))
                        .update());
    }
}
