package dev.trellis.search;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vectors of questions; without a working model, search goes on by words. */
class Questions {

    private static final Logger log = LoggerFactory.getLogger(Questions.class);

    private final TextVectors vectors;
    private final AtomicBoolean failing = new AtomicBoolean();

    Questions(TextVectors vectors) {
        this.vectors = vectors;
    }

    float @Nullable [] vector(String question) {
        try {
            float[] vector = vectors.ofQuestion(question);
            failing.set(false);
            return vector;
        } catch (RuntimeException | LinkageError e) {
            if (!failing.getAndSet(true)) {
                log.warn("No vectors for questions: search finds by words alone", e);
            }
            return null;
        }
    }
}
