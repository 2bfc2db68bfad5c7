package dev.trellis.learning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every model ever made, and which one counts. */
@Component
class LearnedModels {

    private final JdbcClient jdbc;
    private final Clock clock;

    LearnedModels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param dataHash of the signals it was made from */
    record Made(String id, long seed, int decisions, String dataHash, boolean promoted, String card, byte[] file) {}

    /** Keeps a model; the same model made again is kept once. */
    void keep(Made made) {
        jdbc.sql("""
                        insert into learned_model (id, made_at, seed, decisions, data_hash, promoted, card, file)
                        values (:id, :now, :seed, :decisions, :dataHash, :promoted, :card, :file)
                        on conflict (id) do update set promoted = learned_model.promoted or excluded.promoted
                        """)
                .param("id", made.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("seed", made.seed())
                .param("decisions", made.decisions())
                .param("dataHash", made.dataHash())
                .param("promoted", made.promoted())
                .param("card", made.card())
                .param("file", made.file())
                .update();
    }

    /** Id of the model in use; empty for the ranking alone. */
    Optional<String> champion() {
        return jdbc.sql("select coalesce(model, '') from learning_champion order by number desc limit 1")
                .query(String.class)
                .optional()
                .filter(id -> !id.isEmpty());
    }

    /** @throws IllegalStateException if the model cannot be read */
    OrganisationModel read(String id) {
        byte[] file = jdbc.sql("select file from learned_model where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("file"))
                .single();
        return OrganisationModel.read(file);
    }

    /** @param model empty for the ranking alone */
    void promote(Optional<String> model, String by) {
        jdbc.sql("insert into learning_champion (model, since, by) values (:model, :now, :by)")
                .param("model", model.orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** The model promoted before the one in use, whatever was rolled back since; empty for the ranking alone. */
    Optional<String> before(String id) {
        return jdbc.sql("""
                        select m.id
                        from learned_model m
                        where m.promoted and m.made_at < (select made_at from learned_model where id = :id)
                        order by m.made_at desc
                        limit 1
                        """).param("id", id).query(String.class).optional();
    }

    /** Signals from which the latest model was made; 0 for none. */
    int decisionsLearnedFrom() {
        return jdbc.sql("select coalesce(max(decisions), 0) from learned_model")
                .query(Integer.class)
                .single();
    }
}
