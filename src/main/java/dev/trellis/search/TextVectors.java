package dev.trellis.search;

import java.util.List;

/**
 * Meaning of short texts as unit vectors of one model, computed in process. What was computed is kept in PostgreSQL by the
 * hash of the text.
 */
public interface TextVectors {

    /**
     * Vectors of sentences people wrote, cut by {@link Sentences}: those are forgotten again once no evidence holds them.
     *
     * @return one unit vector of {@link #dimensions()} a text, in order
     */
    List<float[]> of(List<String> texts);

    /** As {@link #of}, for texts of frameworks and the catalogue, which are kept for good. */
    default List<float[]> ofDefinitions(List<String> texts) {
        return of(texts);
    }

    /** As {@link #of}, for parts of sentences and the like that are looked at once: nothing of them is kept. */
    default List<float[]> ofPassing(List<String> texts) {
        return of(texts);
    }

    /** The vector of a question: some models expect a prefix there. Not kept in PostgreSQL. */
    float[] ofQuestion(String question);

    int dimensions();

    String modelId();

    /** The model by itself, for commands that run without a database: nothing is kept. */
    static TextVectors inProcess(int threads) {
        return new BgeSmall(threads);
    }
}
