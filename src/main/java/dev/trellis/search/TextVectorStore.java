package dev.trellis.search;

import java.nio.ByteBuffer;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vectors in PostgreSQL, as half floats: a hundredth of a percent of a cosine for half the room. */
class TextVectorStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    TextVectorStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of {@code hashes} that are kept. */
    Map<TextHash, float[]> find(String model, Collection<TextHash> hashes) {
        Map<TextHash, float[]> found = HashMap.newHashMap(hashes.size());
        if (!hashes.isEmpty()) {
            jdbc.sql("select hash, vector from text_vector where model = :model and hash = any(:hashes)")
                    .param("model", model)
                    .param("hashes", bytes(hashes), Types.ARRAY)
                    .query(row -> {
                        found.put(new TextHash(row.getBytes("hash")), decoded(row.getBytes("vector")));
                    });
        }
        return found;
    }

    /** @param lasting true for texts nobody wrote about a person */
    void keep(String model, Map<TextHash, float[]> vectors, boolean lasting) {
        // In one order everywhere, so that two who keep the same texts at once wait for each other and do not deadlock.
        MapSqlParameterSource[] rows = vectors.entrySet().stream()
                .sorted(Comparator.comparing(vector -> vector.getKey().bytes(), Arrays::compareUnsigned))
                .map(vector -> new MapSqlParameterSource()
                        .addValue("model", model)
                        .addValue("hash", vector.getKey().bytes())
                        .addValue("vector", encoded(vector.getValue()))
                        .addValue("lasting", lasting))
                .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into text_vector (model, hash, vector, lasting) values (:model, :hash, :vector, :lasting)
                on conflict (model, hash) do nothing
                """, rows);
    }

    void keepForGood(String model, Collection<TextHash> hashes) {
        jdbc.sql("update text_vector set lasting = true where model = :model and hash = any(:hashes) and not lasting")
                .param("model", model)
                .param("hashes", bytes(hashes), Types.ARRAY)
                .update();
    }

    /** Forgets what people wrote and no longer stands in the index, for every model. */
    void forget(Collection<TextHash> hashes) {
        jdbc.sql("delete from text_vector where hash = any(:hashes) and not lasting")
                .param("hashes", bytes(hashes), Types.ARRAY)
                .update();
    }

    private static byte[][] bytes(Collection<TextHash> hashes) {
        return hashes.stream().map(TextHash::bytes).toArray(byte[][]::new);
    }

    static byte[] encoded(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Short.BYTES);
        for (float value : vector) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    /** A unit vector again: rounding moved its length by a little. */
    static float[] decoded(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        float[] vector = new float[bytes.length / Short.BYTES];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(buffer.getShort());
            squares += (double) vector[i] * vector[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
