package dev.trellis.ranking;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.SimpleProvenanceProto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;

/**
 * A Tribuo logistic regression that gives the chance that a mentor keeps an activity for a gap. Linear, so that what each
 * feature gave can be said: the contributions and the bias add up to the log-odds.
 */
final class RankingModel {

    static final String KEPT = "KEPT";
    static final String DROPPED = "DROPPED";

    private static final Set<String> MACHINE_KEYS = Set.of("java-version", "os-name", "os-arch");

    private final LinearSGDModel model;
    private final String id;
    private final Map<String, Double> weights;

    private RankingModel(LinearSGDModel model, String id) {
        this.model = model;
        this.id = id;
        this.weights = weights(model);
    }

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    static RankingModel read(byte[] file) {
        try {
            Model<?> model = Model.deserializeFromStream(new ByteArrayInputStream(file));
            if (!(model instanceof LinearSGDModel linear)) {
                throw new IllegalArgumentException("not a linear ranking model: " + model.getClass());
            }
            return new RankingModel(linear, "ranking:" + sha256(file).substring(0, 16));
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("the ranking model cannot be read: " + e.getMessage(), e);
        }
    }

    /** Name and content hash. */
    String id() {
        return id;
    }

    /** Chance of being kept, in {@code [0, 1]}. */
    double score(Fit fit) {
        Prediction<Label> prediction = model.predict(example(fit, KEPT));
        Label kept = prediction.getOutputScores().get(KEPT);
        return kept == null ? 0 : kept.getScore();
    }

    /** What each feature gave to the log-odds of being kept. */
    Map<String, Double> contributions(Fit fit) {
        Map<String, Double> contributions = new TreeMap<>();
        fit.features().forEach((name, value) -> contributions.put(name, value * weights.getOrDefault(name, 0.0)));
        return contributions;
    }

    static Example<Label> example(Fit fit, String label) {
        Map<String, Double> features = fit.features();
        return new ArrayExample<>(
                new Label(label),
                features.keySet().toArray(String[]::new),
                features.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Log-odds weights: what speaks for KEPT minus what speaks for DROPPED. */
    private static Map<String, Double> weights(LinearSGDModel model) {
        DenseMatrix matrix = model.getWeightsCopy();
        int kept = model.getOutputIDInfo().getID(new Label(KEPT));
        int dropped = 1 - kept;
        Map<String, Double> weights = new TreeMap<>();
        model.getFeatureIDMap().forEach(feature -> {
            int column = model.getFeatureIDMap().getID(feature.getName());
            weights.put(feature.getName(), matrix.get(kept, column) - matrix.get(dropped, column));
        });
        return weights;
    }

    /**
     * The model's file. Tribuo notes the wall clock and the machine in a model's provenance; these are replaced by what was passed in, so that
     * the same data and seed give the same bytes.
     *
     * @param trainedAt the instant to note
     */
    static byte[] write(LinearSGDModel model, Instant trainedAt) {
        try {
            ModelProto proto = model.serialize();
            ClassificationLinearSGDProto linear = proto.getSerializedData().unpack(ClassificationLinearSGDProto.class);
            ModelDataProto metadata = linear.getMetadata();
            RootProvenanceProto.Builder provenance = metadata.getProvenance().toBuilder();
            for (int i = 0; i < provenance.getSmpCount(); i++) {
                SimpleProvenanceProto simple = provenance.getSmp(i);
                if (simple.getProvenanceClassName().endsWith("DateTimeProvenance")) {
                    provenance.setSmp(
                            i, simple.toBuilder().setValue(trainedAt + "").build());
                } else if (MACHINE_KEYS.contains(simple.getKey())) {
                    provenance.setSmp(i, simple.toBuilder().setValue("any").build());
                }
            }
            ClassificationLinearSGDProto fixed = linear.toBuilder()
                    .setMetadata(metadata.toBuilder().setProvenance(provenance))
                    .build();
            ModelProto file =
                    proto.toBuilder().setSerializedData(Any.pack(fixed)).build();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            file.writeTo(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabelFactory labels() {
        return new LabelFactory();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
