package dev.trellis.search;

import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/**
 * Where an indexed passage stands and what it was when it was indexed. The index holds no text to show: the words are read
 * again in PostgreSQL.
 *
 * @param textHash of the whole text, as {@link Evidence#textHash}
 * @param words hash of the passage alone
 */
record PassageRef(
        EvidenceId evidence, PersonId about, Visibility visibility, Span span, String textHash, TextHash words) {

    private static final int HASH_BYTES = 32;
    private static final int BYTES = 16 + 16 + 1 + 4 + 4 + 2 * HASH_BYTES;

    static PassageRef of(Evidence evidence, Span span, TextHash words) {
        return new PassageRef(evidence.id(), evidence.about(), evidence.visibility(), span, evidence.textHash(), words);
    }

    /** Whether the evidence still reads as it did when it was indexed. */
    boolean stillStandsIn(Evidence now) {
        return now.textHash().equals(textHash)
                && now.about().equals(about)
                && span.end() <= now.text().length();
    }

    byte[] encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        put(bytes, evidence.value());
        put(bytes, about.value());
        bytes.put((byte) visibility.ordinal());
        bytes.putInt(span.start()).putInt(span.end());
        bytes.put(HexFormat.of().parseHex(textHash)).put(words.bytes());
        return bytes.array();
    }

    static PassageRef decoded(BytesRef encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded.bytes, encoded.offset, encoded.length);
        EvidenceId evidence = new EvidenceId(uuid(bytes));
        PersonId about = new PersonId(uuid(bytes));
        Visibility visibility = Visibility.values()[bytes.get()];
        Span span = new Span(bytes.getInt(), bytes.getInt());
        int hashes = encoded.offset + bytes.position();
        String textHash = HexFormat.of().formatHex(encoded.bytes, hashes, hashes + HASH_BYTES);
        TextHash words = new TextHash(Arrays.copyOfRange(encoded.bytes, hashes + HASH_BYTES, hashes + 2 * HASH_BYTES));
        return new PassageRef(evidence, about, visibility, span, textHash, words);
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
