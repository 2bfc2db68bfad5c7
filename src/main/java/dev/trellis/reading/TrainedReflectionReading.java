package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Reads with the trained model, loaded on first use. */
final class TrainedReflectionReading implements ReflectionReading {

    /** Below this the model is right about as often as not: it keeps silent. {@code eval/reflections/README.md} has the shares. */
    static final double LEAST_SURE = 0.45;

    private final Supplier<ReflectionModel> model;
    private final TextVectors vectors;

    TrainedReflectionReading(Supplier<ReflectionModel> model, TextVectors vectors) {
        this.model = SingletonSupplier.of(model);
        this.vectors = vectors;
    }

    @Override
    public List<SentenceRead> read(List<String> sentences) {
        if (sentences.isEmpty()) {
            return List.of();
        }
        List<float[]> meanings = vectors.ofPassing(sentences);
        List<SentenceRead> read = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            ReadKind kind = model.get().read(sentences.get(i), meanings.get(i));
            read.add(new SentenceRead(
                    Optional.of(kind).filter(sure -> sure.probability() >= LEAST_SURE),
                    Specificity.of(sentences.get(i))));
        }
        return read;
    }
}
