package dev.trellis.search;

import java.util.List;

/** A model that does not run on this machine. */
final class FailingVectors implements TextVectors {

    @Override
    public List<float[]> of(List<String> texts) {
        throw new UnsatisfiedLinkError("no model here");
    }

    @Override
    public float[] ofQuestion(String question) {
        throw new UnsatisfiedLinkError("no model here");
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public String modelId() {
        return "none";
    }
}
