package dev.trellis.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Computes a vector only where none is kept, and keeps it. */
class KeptTextVectors implements TextVectors, AutoCloseable {

    /** Texts computed before they are kept: enough to find some of like length, and a stop loses a second or two's work. */
    private static final int AT_ONCE = 256;

    private static final int QUESTIONS_REMEMBERED = 512;

    private final TextVectors model;
    private final TextVectorStore store;
    private final Map<String, float[]> questions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > QUESTIONS_REMEMBERED;
        }
    };

    KeptTextVectors(TextVectors model, TextVectorStore store) {
        this.model = model;
        this.store = store;
    }

    @Override
    public List<float[]> of(List<String> texts) {
        return vectors(texts, false);
    }

    @Override
    public List<float[]> ofDefinitions(List<String> texts) {
        List<float[]> vectors = vectors(texts, true);
        // Someone may have written the same words before.
        store.keepForGood(modelId(), texts.stream().map(TextHash::of).toList());
        return vectors;
    }

    @Override
    public List<float[]> ofPassing(List<String> texts) {
        return model.of(texts);
    }

    /** Only what is kept already; computes nothing. */
    Map<TextHash, float[]> kept(Collection<TextHash> hashes) {
        return store.find(modelId(), hashes);
    }

    private List<float[]> vectors(List<String> texts, boolean lasting) {
        List<TextHash> hashes = texts.stream().map(TextHash::of).toList();
        Map<TextHash, float[]> known = new HashMap<>(store.find(modelId(), new HashSet<>(hashes)));
        Map<TextHash, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!known.containsKey(hashes.get(i))) {
                missing.put(hashes.get(i), texts.get(i));
            }
        }
        List<TextHash> toCompute = new ArrayList<>(missing.keySet());
        for (int from = 0; from < toCompute.size(); from += AT_ONCE) {
            List<TextHash> part = toCompute.subList(from, Math.min(from + AT_ONCE, toCompute.size()));
            known.putAll(computed(part, missing, lasting));
        }
        return hashes.stream()
                .map(hash -> Objects.requireNonNull(known.get(hash)))
                .toList();
    }

    private Map<TextHash, float[]> computed(List<TextHash> hashes, Map<TextHash, String> texts, boolean lasting) {
        List<float[]> vectors = model.of(hashes.stream()
                .map(hash -> Objects.requireNonNull(texts.get(hash)))
                .toList());
        Map<TextHash, float[]> computed = new LinkedHashMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            // As it will be read back, so that a rebuilt index holds the same numbers.
            computed.put(hashes.get(i), TextVectorStore.decoded(TextVectorStore.encoded(vectors.get(i))));
        }
        store.keep(modelId(), computed, lasting);
        return computed;
    }

    @Override
    public float[] ofQuestion(String question) {
        synchronized (questions) {
            float[] known = questions.get(question);
            if (known != null) {
                return known;
            }
        }
        float[] vector = model.ofQuestion(question);
        synchronized (questions) {
            questions.put(question, vector);
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public String modelId() {
        return model.modelId();
    }

    @Override
    public void close() throws Exception {
        if (model instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
