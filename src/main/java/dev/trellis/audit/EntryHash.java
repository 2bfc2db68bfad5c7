package dev.trellis.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The hash of an entry, computed a second time and independently of PostgreSQL, which computed it when the entry was chained.
 * {@code V040__audit_trail.sql} says what is hashed and how it is encoded.
 */
final class EntryHash {

    /** What stands before the first entry. */
    static final String NONE = "0".repeat(64);

    private static final Comparator<String> BY_BYTES = Comparator.comparing(EntryHash::utf8, Arrays::compareUnsigned);

    private EntryHash() {}

    static String of(AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, entry.previousHash());
            out.writeLong(entry.number());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
            write(out, entry.actor());
            write(out, entry.action());
            write(out, entry.subject());
            out.writeInt(entry.details().size());
            List<String> names =
                    entry.details().keySet().stream().sorted(BY_BYTES).toList();
            for (String name : names) {
                write(out, name);
                write(out, detail(entry.details(), name));
            }
            return DigestUtils.sha256Hex(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String detail(Map<String, String> details, String name) {
        return String.valueOf(details.get(name));
    }

    private static void write(DataOutputStream out, String value) throws IOException {
        byte[] bytes = utf8(value);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
