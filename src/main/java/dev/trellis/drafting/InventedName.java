package dev.trellis.drafting;

import dev.trellis.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Names that nobody has, to be read and bent like names: seven letters, consonant and vowel in turn, so that no two run into each
 * other. They tell neither gender nor origin, and there are 2.7 million.
 */
final class InventedName {

    private static final String CONSONANTS = "bdfgklmnprtvwz";
    private static final String VOWELS = "aeiou";
    /** No "s", which would look like a genitive. */
    private static final String ENDS = "dklmnrtv";

    /** Looks ahead for one in a pattern: most places of a text are none. */
    static final String BEGINNING = "(?=[" + CONSONANTS + "][" + VOWELS + "][" + CONSONANTS + "][" + VOWELS + "])";

    private InventedName() {}

    /**
     * @param about an id that is never sent anywhere: who does not know it cannot try names out
     * @param turn counts those that could not be used
     */
    static String of(PersonId about, String original, int turn) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(about.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((" " + turn + " " + original).getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            String letters = i == 6 ? ENDS : i % 2 == 0 ? CONSONANTS : VOWELS;
            name.append(letters.charAt((hash[i] & 0xff) % letters.length()));
        }
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
