package dev.trellis.planning;

import dev.trellis.search.TextVectors;
import dev.trellis.verification.Meaning;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Vectors that remember what they computed: words of claims and sources come again and again. */
final class SupportVectors implements Meaning {

    /** A vector has 1.5 kB; a night of drafts stays below 30 MB. */
    private static final int MOST_KEPT = 20_000;

    private final TextVectors vectors;
    private final Map<String, float[]> known = new HashMap<>();

    SupportVectors(TextVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public synchronized List<float[]> of(List<String> texts) {
        List<String> unknown = new LinkedHashSet<>(texts)
                .stream().filter(text -> !known.containsKey(text)).toList();
        if (known.size() + unknown.size() > MOST_KEPT) {
            known.clear();
            return vectors.ofPassing(texts);
        }
        if (!unknown.isEmpty()) {
            List<float[]> computed = vectors.ofPassing(unknown);
            for (int i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), computed.get(i));
            }
        }
        return texts.stream().map(known::get).toList();
    }
}
