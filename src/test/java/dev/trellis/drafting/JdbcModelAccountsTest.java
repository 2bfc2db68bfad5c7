package dev.trellis.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.audit.AuditEntry;
import dev.trellis.audit.AuditTrail;
import dev.trellis.audit.AuditTrails;
import dev.trellis.drafting.ModelAccounts.Booked;
import dev.trellis.drafting.ModelAccounts.Booking;
import dev.trellis.drafting.ModelAccounts.Call;
import dev.trellis.drafting.ModelAccounts.Refused;
import dev.trellis.testing.SettableClock;
import dev.trellis.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Budgets and the switch, against PostgreSQL as the service sees it. */
class JdbcModelAccountsTest {

    private static final Call CALL = new Call("some-model", "plan/v1", "Leads");
    private static final long LIMIT = 100_000;
    private static final long A_CALL = 3_000;

    private final TestPostgres.Database database = TestPostgres.database();
    private final DataSource source = database.application();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final AuditTrail audit = AuditTrails.over(source, clock);
    private final ModelSwitch allStopped = aSwitch();
    private final JdbcModelAccounts accounts = accounts(LIMIT, LIMIT / 2);

    private ModelSwitch aSwitch() {
        return new ModelSwitch(jdbc, TestPostgres.Database.transactions(source), audit, clock);
    }

    private JdbcModelAccounts accounts(long perDay, long perProgramme) {
        return new JdbcModelAccounts(
                jdbc, TestPostgres.Database.transactions(source), allStopped, perDay, perProgramme, clock);
    }

    @Test
    void sixtyFourCallersNeverBookPastALimitAndUseAllOfIt() throws Exception {
        List<Booking> bookings = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(64)) {
            Callable<Booking> book = () -> accounts.book(CALL, A_CALL);
            for (Future<Booking> booking : callers.invokeAll(Collections.nCopies(64, book))) {
                bookings.add(booking.get());
            }
        }

        long booked = bookings.stream().filter(Booked.class::isInstance).count();
        assertThat(booked).isEqualTo(LIMIT / 2 / A_CALL);
        assertThat(bookings)
                .filteredOn(Refused.class::isInstance)
                .containsOnly(new Refused(AccountedModel.BUDGET_OF_PROGRAMME));
        assertThat(booked("Leads")).isEqualTo(booked * A_CALL);
        assertThat(booked(""))
                .as("what was refused for one is given back to all")
                .isEqualTo(booked * A_CALL);
    }

    @Test
    void theWholeDayHasALimitOfItsOwn() {
        for (int i = 0; i < 33; i++) {
            assertThat(accounts.book(new Call("m", "plan/v1", "Programme " + i), A_CALL))
                    .isInstanceOf(Booked.class);
        }

        assertThat(accounts.book(new Call("m", "plan/v1", ""), A_CALL)).isEqualTo(new Refused(AccountedModel.BUDGET));

        clock.pass(Duration.ofHours(15));
        assertThat(accounts.book(new Call("m", "plan/v1", ""), A_CALL)).isInstanceOf(Booked.class);
    }

    @Test
    void whatACallDidNotUseIsGivenBackOnce() {
        Booked booked = booked();

        accounts.settle(booked, "answered", 700, 300, Duration.ofSeconds(2), 0.01);
        accounts.settle(booked, "answered", 700, 300, Duration.ofSeconds(2), 0.01);

        for (String programme : List.of("", "Leads")) {
            assertThat(booked(programme)).isZero();
            assertThat(used(programme)).isEqualTo(1_000);
        }
        assertThat(new ModelReport(jdbc, clock).lines())
                .containsExactly(new ModelReport.Line("some-model", "plan/v1", "answered", 1, 700, 300, 2_000, 0.01));
    }

    @Test
    void whatANodeBookedThatDiedCountsAsUsed() {
        booked();
        clock.pass(Duration.ofMinutes(4));
        assertThat(accounts.closeLost(Duration.ofMinutes(5))).isZero();

        clock.pass(Duration.ofMinutes(2));
        assertThat(accounts.closeLost(Duration.ofMinutes(5))).isEqualTo(1);

        assertThat(booked("Leads")).isZero();
        assertThat(used("Leads")).isEqualTo(A_CALL);
        assertThat(used("")).isEqualTo(A_CALL);
    }

    @Test
    void aLimitOfNothingIsNoLimit() {
        assertThat(accounts(0, 0).book(CALL, Long.MAX_VALUE / 4)).isInstanceOf(Booked.class);
    }

    @Test
    void stoppingHoldsOnEveryNodeAndThroughARestartUntilResumed() {
        String admin = new UUID(0, 7).toString();
        ModelSwitch otherNode = aSwitch();
        assertThat(otherNode.getAsBoolean()).isFalse();

        allStopped.turn(true, admin);

        assertThat(accounts.book(CALL, A_CALL)).isEqualTo(new Refused(AccountedModel.STOPPED));
        assertThat(aSwitch().getAsBoolean()).as("after a restart").isTrue();
        long begun = System.nanoTime();
        while (!otherNode.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }

        allStopped.turn(false, admin);
        assertThat(accounts.book(CALL, A_CALL)).isInstanceOf(Booked.class);
        assertThat(audit.latest(5)).extracting(AuditEntry::action).containsExactly("models-resumed", "models-stopped");
    }

    private Booked booked() {
        Booking booking = accounts.book(CALL, A_CALL);
        assertThat(booking).isInstanceOf(Booked.class);
        return (Booked) booking;
    }

    private long booked(String programme) {
        return budget(programme).booked();
    }

    private long used(String programme) {
        return budget(programme).used();
    }

    private ModelReport.Budget budget(String programme) {
        return new ModelReport(jdbc, clock)
                .budgets().stream()
                        .filter(one -> one.programme().equals(programme))
                        .findFirst()
                        .orElseThrow();
    }
}
