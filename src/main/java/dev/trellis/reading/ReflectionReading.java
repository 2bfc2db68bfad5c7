package dev.trellis.reading;

import java.util.List;
import java.util.Optional;

/** Says what the sentences of a reflection do: tell, feel, struggle, learn, intend; and how specific each is. */
public interface ReflectionReading {

    /**
     * @param sentences as {@link Reading#sentences} cuts them; nothing of them is kept anywhere, so a private text may be read for
     *     its own writer
     * @return one reading a sentence, in order
     */
    List<SentenceRead> read(List<String> sentences);

    /**
     * @param kind empty where the model is too unsure to say: "don't know"
     * @param specificity in {@code [0, 1]}: 0 is a generality anyone could have written, 1 tells who, when, how many and what
     *     exactly; {@code eval/reflections/README.md} defines it
     */
    record SentenceRead(Optional<ReadKind> kind, double specificity) {}

    /**
     * @param probability in {@code [0, 1]}: of kinds stated at .8, about eight in ten are what annotators said;
     *     {@code eval/reflections/README.md} shows the curve
     */
    record ReadKind(SentenceKind kind, double probability) {}
}
