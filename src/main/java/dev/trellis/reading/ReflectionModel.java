package dev.trellis.reading;

import dev.trellis.reading.ReflectionReading.ReadKind;

/** What tells kinds of sentences apart: landmarks of meaning, weights, and how a kind is chosen from what they say. */
record ReflectionModel(KindModel kinds, Landmarks landmarks, KindDecision decision, String id) {

    static final String KINDS = "kinds.pb";
    static final String LANDMARKS = "landmarks.bin";
    static final String DECISION = "decision.json";

    /** @throws IllegalArgumentException if a file is not what it should be */
    static ReflectionModel read(byte[] kinds, byte[] landmarks, byte[] decision) {
        return new ReflectionModel(
                KindModel.read(kinds),
                Landmarks.read(landmarks),
                KindDecision.read(decision),
                "reflections:" + ModelFile.hash(kinds, landmarks, decision));
    }

    /** The likeliest kind and how likely it is, however unlikely. */
    ReadKind read(String sentence, float[] vector) {
        return decision.decide(
                kinds.shares(KindFeatures.example(sentence, vector, landmarks, KindModel.label(SentenceKind.OTHER))));
    }
}
