package dev.trellis.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the demo organisation is in this database. */
class DemoState {

    /** @param anchor the day it was begun on, which it keeps however late it is finished */
    record Standing(LocalDate anchor, long seed, boolean loaded, boolean draftsRequested) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where this is no demo. */
    Optional<Standing> find() {
        return jdbc.sql("""
                        select anchor, seed, loaded_at is not null as loaded, drafts_requested_at is not null as requested
                        from demo_state
                        """)
                .query((row, n) -> new Standing(
                        row.getObject("anchor", LocalDate.class),
                        row.getLong("seed"),
                        row.getBoolean("loaded"),
                        row.getBoolean("requested")))
                .optional();
    }

    /** Makes this database a demo, from today, if nobody is in it and it is none yet. */
    void begin(long seed) {
        OffsetDateTime now = now();
        jdbc.sql("""
                        insert into demo_state (anchor, seed, begun_at)
                        select :anchor, :seed, :now where not exists (select from person)
                        on conflict do nothing
                        """)
                .param("anchor", now.toLocalDate())
                .param("seed", seed)
                .param("now", now)
                .update();
    }

    void loaded() {
        one(jdbc.sql("update demo_state set loaded_at = :now where loaded_at is null")
                .param("now", now())
                .update());
    }

    /** Fails where another already said so. */
    void draftsRequested() {
        one(jdbc.sql("update demo_state set drafts_requested_at = :now where drafts_requested_at is null")
                .param("now", now())
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException(rows + " demo organisations are at this point, not 1");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
