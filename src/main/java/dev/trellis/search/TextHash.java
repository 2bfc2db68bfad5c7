package dev.trellis.search;

import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of a text in UTF-8: what its vector is kept under. */
record TextHash(byte[] bytes) {

    static TextHash of(String text) {
        return new TextHash(DigestUtils.sha256(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
