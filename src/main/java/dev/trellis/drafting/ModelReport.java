package dev.trellis.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What calls to language models cost and came to. */
class ModelReport {

    static final int DAYS = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelReport(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param medianMillis over calls that ended */
    record Line(
            String model,
            String prompt,
            String outcome,
            long calls,
            long inputTokens,
            long outputTokens,
            long medianMillis,
            double cost) {}

    /** @param programme empty for all together */
    record Budget(String programme, long booked, long used) {}

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Of the last {@link #DAYS} days, by model, prompt and outcome; most calls first. */
    List<Line> lines() {
        return jdbc.sql("""
                        select model, prompt, outcome, count(*) as calls, sum(input_tokens) as input,
                            sum(output_tokens) as output, sum(cost) as cost,
                            coalesce(percentile_cont(0.5) within group (order by took_millis)
                                filter (where settled_at is not null), 0) as median
                        from model_call
                        where day > :since
                        group by model, prompt, outcome
                        order by calls desc, model, prompt, outcome
                        """)
                .param("since", today().minusDays(DAYS))
                .query((row, number) -> new Line(
                        row.getString("model"),
                        row.getString("prompt"),
                        row.getString("outcome"),
                        row.getLong("calls"),
                        row.getLong("input"),
                        row.getLong("output"),
                        Math.round(row.getDouble("median")),
                        row.getDouble("cost")))
                .list();
    }

    /** Of today, all together first. */
    List<Budget> budgets() {
        return jdbc.sql("select programme, booked, used from model_budget where day = :day order by programme")
                .param("day", today())
                .query((row, number) ->
                        new Budget(row.getString("programme"), row.getLong("booked"), row.getLong("used")))
                .list();
    }
}
