package dev.trellis.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file that is text in UTF-8, seen in one pass before anything reads it.
 *
 * @param sha256 of its bytes, hexadecimal
 */
record CheckedFile(Path path, long bytes, boolean byteOrderMark, String sha256) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 1 << 16;
    private static final String SAVE_AS =
            " In Excel: File, Save as, “CSV UTF-8 (comma delimited)”. In LibreOffice: Save as, Text CSV, Unicode (UTF-8).";

    /** @throws UnreadableFile naming the first byte that is not text */
    static CheckedFile of(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnreadableFile("There is no file " + path + ", or it may not be read.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            refuseOtherFormats(start);
            MessageDigest digest = DigestUtils.getSha256Digest();
            Scan scan = new Scan();
            digest.update(start);
            scan.take(start, start.length);
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                scan.take(chunk, read);
            }
            scan.finish();
            boolean mark = start.length >= 3 && Arrays.equals(Arrays.copyOf(start, 3), UTF_8_MARK);
            if (scan.bytes == (mark ? UTF_8_MARK.length : 0)) {
                throw new UnreadableFile("The file is empty.");
            }
            return new CheckedFile(path, scan.bytes, mark, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static void refuseOtherFormats(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        if (hex.startsWith("504b0304")) {
            throw new UnreadableFile("This is an Excel workbook or another zip archive, not a CSV file." + SAVE_AS);
        }
        if (hex.startsWith("d0cf11e0")) {
            throw new UnreadableFile("This is an old Excel workbook, not a CSV file." + SAVE_AS);
        }
        if (hex.startsWith("1f8b")) {
            throw new UnreadableFile("This is a gzip archive, not a CSV file. Unpack it first.");
        }
        if (hex.startsWith("fffe") || hex.startsWith("feff")) {
            throw new UnreadableFile("The file is in UTF-16 (“Unicode text”), from byte 1 on, not in UTF-8." + SAVE_AS);
        }
    }

    /** Decodes and throws the characters away; keeps the place. */
    private static final class Scan {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + 8);
        private final CharBuffer decoded = CharBuffer.allocate(CHUNK + 8);
        private long bytes;
        private long line = 1;

        void take(byte[] chunk, int length) {
            pending.put(chunk, 0, length);
            decode(false);
        }

        void finish() {
            decode(true);
        }

        private void decode(boolean last) {
            pending.flip();
            decoded.clear();
            CoderResult result = decoder.decode(pending, decoded, last);
            for (int i = 0; i < pending.position(); i++) {
                byte value = pending.get(i);
                if (value == 0) {
                    throw new UnreadableFile("This is not a text file: byte %,d is zero.".formatted(bytes + i + 1));
                }
                if (value == '\n') {
                    line++;
                }
            }
            bytes += pending.position();
            if (result.isError()) {
                throw new UnreadableFile(
                        "The file is not in UTF-8: byte %,d, in line %,d, is 0x%02X, which is usual in Windows-1252."
                                        .formatted(bytes + 1, line, pending.get(pending.position()))
                                + SAVE_AS);
            }
            pending.compact();
        }
    }
}
