package dev.trellis.trends;

import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.PersonId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What HR said and did about flagged changes. */
@Component
class FlagSteps {

    /** As more becomes known, the month of a change may shift by so much and it is still the same change. */
    private static final int SAME_WITHIN_MONTHS = 2;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    FlagSteps(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    enum State {
        ACKNOWLEDGED("Acknowledged"),
        ACTED_ON("Acted on"),
        DISMISSED("Dismissed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Which change. */
    record Of(TrendFlag.Measure measure, String team, CompetencyId competency, YearMonth since) {

        static Of flag(TrendFlag flag) {
            return new Of(flag.measure(), flag.team(), flag.competency(), flag.since());
        }

        boolean isSameAs(Of other) {
            return measure == other.measure
                    && team.equals(other.team)
                    && competency.equals(other.competency)
                    && Math.abs(ChronoUnit.MONTHS.between(since, other.since)) <= SAME_WITHIN_MONTHS;
        }
    }

    /** @param note why it was dismissed, or what was done; may be empty where it was only acknowledged */
    record Step(Of of, State state, String note, PersonId owner, PersonId by, Instant at) {}

    @Transactional
    void take(Of of, State state, String note, PersonId owner, PersonId by) {
        jdbc.sql("""
                        insert into trend_flag_step (measure, team, competency, since, state, note, owner, taken_by, taken_at)
                        values (:measure, :team, :competency, :since, :state, :note, :owner, :by, :at)
                        """)
                .param("measure", of.measure().name())
                .param("team", of.team())
                .param("competency", of.competency().value())
                .param("since", Date.valueOf(of.since().atDay(1)))
                .param("state", state.name())
                .param("note", note)
                .param("owner", owner.value())
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.append(
                by.toString(),
                "flag." + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "flag:" + of.measure() + ":" + of.competency() + ":" + of.since(),
                Map.of("team", of.team(), "owner", owner.toString()));
    }

    /** All, oldest first. */
    List<Step> all() {
        return jdbc.sql("""
                        select measure, team, competency, since, state, note, owner, taken_by, taken_at
                        from trend_flag_step
                        order by id
                        """)
                .query((row, n) -> new Step(
                        new Of(
                                TrendFlag.Measure.valueOf(row.getString(1)),
                                row.getString(2),
                                new CompetencyId(row.getObject(3, UUID.class)),
                                YearMonth.from(row.getDate(4).toLocalDate())),
                        State.valueOf(row.getString(5)),
                        row.getString(6),
                        new PersonId(row.getObject(7, UUID.class)),
                        new PersonId(row.getObject(8, UUID.class)),
                        row.getTimestamp(9).toInstant()))
                .list();
    }

    static Optional<Step> latest(List<Step> steps, Of of) {
        return steps.stream().filter(step -> step.of().isSameAs(of)).reduce((one, later) -> later);
    }

    /** What was done about the same elsewhere, latest first. */
    static List<Step> elsewhere(List<Step> steps, Of of) {
        return steps.stream()
                .filter(step -> step.state() == State.ACTED_ON)
                .filter(step -> step.of().measure() == of.measure()
                        && step.of().competency().equals(of.competency())
                        && !step.of().team().equals(of.team()))
                .toList()
                .reversed();
    }
}
