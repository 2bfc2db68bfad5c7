package dev.trellis.drafting;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Accounts in PostgreSQL. A day has one row for all calls and one for each programme; booking locks them in that order, so
 * that however many book at once, what is booked and used never passes a limit.
 */
class JdbcModelAccounts implements ModelAccounts {

    /** What all programmes share. */
    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ModelSwitch allStopped;
    private final long perDay;
    private final long perDayAndProgramme;
    private final Clock clock;

    /** @param perDay tokens; 0 for no limit, as {@code perDayAndProgramme} */
    JdbcModelAccounts(
            JdbcClient jdbc,
            TransactionOperations transactions,
            ModelSwitch allStopped,
            long perDay,
            long perDayAndProgramme,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.allStopped = allStopped;
        this.perDay = perDay;
        this.perDayAndProgramme = perDayAndProgramme;
        this.clock = clock;
    }

    @Override
    public Booking book(Call call, long mostTokens) {
        if (allStopped.getAsBoolean()) {
            return new Refused(AccountedModel.STOPPED);
        }
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Booking booking = transactions.execute(status -> {
            if (!reserve(day, ALL, mostTokens, perDay)) {
                status.setRollbackOnly();
                return new Refused(AccountedModel.BUDGET);
            }
            if (!call.programme().equals(ALL) && !reserve(day, call.programme(), mostTokens, perDayAndProgramme)) {
                status.setRollbackOnly();
                return new Refused(AccountedModel.BUDGET_OF_PROGRAMME);
            }
            return new Booked(begin(call, day, mostTokens, now));
        });
        return booking == null ? new Refused(AccountedModel.BUDGET) : booking;
    }

    private boolean reserve(LocalDate day, String programme, long tokens, long limit) {
        jdbc.sql("""
                        insert into model_budget (day, programme, booked, used) values (:day, :programme, 0, 0)
                        on conflict do nothing
                        """).param("day", day).param("programme", programme).update();
        return jdbc.sql("""
                        update model_budget
                        set booked = booked + :tokens
                        where day = :day and programme = :programme and (:limit = 0 or used + booked + :tokens <= :limit)
                        """)
                        .param("day", day)
                        .param("programme", programme)
                        .param("tokens", tokens)
                        .param("limit", limit)
                        .update()
                == 1;
    }

    private UUID begin(Call call, LocalDate day, long tokens, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into model_call (id, day, programme, model, prompt, booked, begun_at, outcome)
                        values (:id, :day, :programme, :model, :prompt, :booked, :now, 'under-way')
                        """)
                .param("id", id)
                .param("day", day)
                .param("programme", call.programme())
                .param("model", call.model())
                .param("prompt", call.prompt())
                .param("booked", tokens)
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    @Override
    public void settle(Booked booked, String outcome, int inputTokens, int outputTokens, Duration took, double cost) {
        transactions.executeWithoutResult(status -> jdbc.sql("""
                        with settled as (
                            update model_call
                            set settled_at = :now, outcome = :outcome, input_tokens = :input, output_tokens = :output,
                                took_millis = :took, cost = :cost
                            where id = :id and settled_at is null
                            returning day, programme, booked)
                        update model_budget b
                        set booked = b.booked - s.booked, used = b.used + :input + :output
                        from settled s
                        where b.day = s.day and b.programme in ('', s.programme)
                        """)
                .param("id", booked.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome)
                .param("input", (long) inputTokens)
                .param("output", (long) outputTokens)
                .param("took", took.toMillis())
                .param("cost", cost)
                .update());
    }

    /**
     * Closes calls whose node died: what they booked counts as used, since nobody knows.
     *
     * @param olderThan longer than any call can take
     * @return how many there were
     */
    int closeLost(Duration olderThan) {
        Integer closed = transactions.execute(status -> jdbc.sql("""
                        with lost as (
                            update model_call
                            set settled_at = :now, outcome = 'lost', input_tokens = booked
                            where settled_at is null and begun_at < :before
                            returning day, programme, booked),
                        sums as (
                            select day, programme, sum(booked) as booked from lost where programme <> '' group by day, programme
                            union all
                            select day, '', sum(booked) from lost group by day),
                        moved as (
                            update model_budget b
                            set booked = b.booked - s.booked, used = b.used + s.booked
                            from sums s
                            where b.day = s.day and b.programme = s.programme)
                        select count(*) from lost
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("before", Timestamp.from(clock.instant().minus(olderThan)))
                .query(Integer.class)
                .single());
        return closed == null ? 0 : closed;
    }
}
