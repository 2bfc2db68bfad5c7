package dev.trellis.reading;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.SimpleProvenanceProto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.common.liblinear.protos.LibLinearModelProto;
import org.tribuo.protos.core.ModelProto;

/** A Tribuo logistic regression over the nine kinds. */
final class KindModel {

    private static final Set<String> MACHINE_KEYS = Set.of("java-version", "os-name", "os-arch");

    private final LibLinearClassificationModel model;

    KindModel(LibLinearClassificationModel model) {
        this.model = model;
    }

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    static KindModel read(byte[] file) {
        try {
            Model<?> model = Model.deserializeFromStream(new ByteArrayInputStream(file));
            if (!(model instanceof LibLinearClassificationModel linear)) {
                throw new IllegalArgumentException("not a model of kinds: " + model.getClass());
            }
            return new KindModel(linear);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("the model of kinds cannot be read: " + e.getMessage(), e);
        }
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

    /**
     * The model's file. Tribuo notes the wall clock and the machine; both are replaced, so that the same data give the same bytes.
     *
     * @param trainedAt the instant to note
     */
    byte[] bytes(Instant trainedAt) {
        try {
            ModelProto proto = model.serialize();
            LibLinearModelProto linear = proto.getSerializedData().unpack(LibLinearModelProto.class);
            RootProvenanceProto.Builder provenance = linear.getMetadata().getProvenance().toBuilder();
            for (int i = 0; i < provenance.getSmpCount(); i++) {
                SimpleProvenanceProto simple = provenance.getSmp(i);
                if (simple.getProvenanceClassName().endsWith("DateTimeProvenance")) {
                    provenance.setSmp(
                            i, simple.toBuilder().setValue(trainedAt + "").build());
                } else if (MACHINE_KEYS.contains(simple.getKey())) {
                    provenance.setSmp(i, simple.toBuilder().setValue("any").build());
                }
            }
            LibLinearModelProto fixed = linear.toBuilder()
                    .setMetadata(linear.getMetadata().toBuilder().setProvenance(provenance))
                    .build();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            proto.toBuilder().setSerializedData(Any.pack(fixed)).build().writeTo(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
