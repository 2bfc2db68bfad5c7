package dev.trellis.search;

import java.util.List;

/** A model that cannot take texts with a certain word in them, and says so in a way that quotes them. */
final class ChokingVectors implements TextVectors {

    private final FakeTextVectors others = new FakeTextVectors();
    private volatile String word;

    ChokingVectors(String word) {
        this.word = word;
    }

    /** From now on it can. */
    void recover() {
        word = "\0";
    }

    @Override
    public List<float[]> of(List<String> texts) {
        texts.stream().filter(text -> text.contains(word)).findAny().ifPresent(text -> {
            throw new ArithmeticException("no vector of: " + text);
        });
        return others.of(texts);
    }

    @Override
    public float[] ofQuestion(String question) {
        return others.ofQuestion(question);
    }

    @Override
    public int dimensions() {
        return others.dimensions();
    }

    @Override
    public String modelId() {
        return others.modelId();
    }
}
