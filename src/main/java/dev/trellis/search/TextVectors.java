package dev.trellis.search;

import java.util.List;

/** Meaning of short texts as unit vectors of one model, computed in process. */
public interface TextVectors {

    /** @return one unit vector of {@link #dimensions()} a text, in order */
    List<float[]> of(List<String> texts);

    /** The vector of a question: some models expect a prefix there. */
    float[] ofQuestion(String question);

    int dimensions();

    String modelId();
}
