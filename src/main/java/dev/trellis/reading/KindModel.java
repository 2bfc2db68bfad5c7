package dev.trellis.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;

/** A Tribuo logistic regression over the nine kinds. */
final class KindModel {

    private final LibLinearClassificationModel model;

    KindModel(LibLinearClassificationModel model) {
        this.model = model;
    }

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    static KindModel read(byte[] file) {
        return new KindModel(ModelFile.read(file, LibLinearClassificationModel.class));
    }

    static Label label(SentenceKind kind) {
        return new Label(kind.name().toLowerCase(Locale.ROOT));
    }

    /** @return the share of each kind, in the order of {@link SentenceKind}; a kind never seen in training has none */
    double[] shares(Example<Label> sentence) {
        Map<String, Label> scores = model.predict(sentence).getOutputScores();
        SentenceKind[] kinds = SentenceKind.values();
        double[] shares = new double[kinds.length];
        for (SentenceKind kind : kinds) {
            Label scored = scores.get(label(kind).getLabel());
            shares[kind.ordinal()] = scored == null ? 0 : scored.getScore();
        }
        return shares;
    }

    byte[] bytes(Instant trainedAt) {
        return ModelFile.bytes(model, trainedAt);
    }
}
