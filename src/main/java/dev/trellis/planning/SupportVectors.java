package dev.trellis.planning;

import dev.trellis.search.TextVectors;
import dev.trellis.verification.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors that remember what they computed: words of claims and sources come again and again. Each is computed alone, because
 * beside others it would come out a little differently, and a draft made again must be judged the same.
 */
public final class SupportVectors implements Meaning {

    /** A vector has 1.5 kB; a night of drafts stays below 30 MB. */
    private static final int MOST_KEPT = 20_000;

    private final TextVectors vectors;
    private final Map<String, float[]> known = new HashMap<>();

    public SupportVectors(TextVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public synchronized List<float[]> of(List<String> texts) {
        if (known.size() + texts.size() > MOST_KEPT) {
            known.clear();
        }
        return texts.stream().map(this::of).toList();
    }

    private float[] of(String text) {
        return known.computeIfAbsent(
                text, unknown -> vectors.ofPassing(List.of(unknown)).getFirst());
    }
}
