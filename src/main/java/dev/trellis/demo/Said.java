package dev.trellis.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every sentence said so far. In a real organisation two people hardly ever write the same sentence, and a reader who meets one
 * twice stops believing the rest. It is only asked, never walked through, so the order of its set does not matter.
 */
final class Said {

    /** Enough to find an unused wording while a pattern has a few dozen of them. */
    private static final int ATTEMPTS = 60;

    private final Set<String> sentences = new HashSet<>();

    /** A wording of which no sentence was said before; empty if the pattern seems used up. */
    Optional<String> unsaid(Supplier<String> wording) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String text = wording.get();
            List<String> parts = Wording.sentences(text);
            if (parts.stream().noneMatch(sentences::contains)) {
                sentences.addAll(parts);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** An unsaid wording if there is one, else any. */
    String say(Supplier<String> wording) {
        return unsaid(wording).orElseGet(wording);
    }
}
