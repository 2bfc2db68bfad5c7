package dev.trellis.reading;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.tribuo.Model;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.protos.CRFModelProto;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.liblinear.protos.LibLinearModelProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.SequenceModelProto;

/**
 * A Tribuo model as a file. Tribuo notes the wall clock and the machine in a model's provenance; these are replaced by what is
 * passed in, so that the same data and seed give the same bytes.
 */
public final class ModelFile {

    private static final Set<String> MACHINE_KEYS = Set.of("java-version", "os-name", "os-arch");

    private static final int HASH_DIGITS = 16;

    private ModelFile() {}

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    public static <M extends Model<?>> M read(byte[] file, Class<M> kind) {
        try {
            Model<?> model = Model.deserializeFromStream(new ByteArrayInputStream(file));
            if (!kind.isInstance(model)) {
                throw new IllegalArgumentException("the model is a " + model.getClass() + ", not a " + kind);
            }
            return kind.cast(model);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("the model cannot be read: " + e.getMessage(), e);
        }
    }

    /** What a model made of these files is known by: the beginning of a hash over all their bytes. */
    public static String hash(byte[]... files) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (byte[] file : files) {
            digest.update(file);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    }

    /**
     * @param trainedAt the instant to note
     * @throws IllegalArgumentException for a kind of model that Trellis does not train
     */
    public static byte[] bytes(Model<?> model, Instant trainedAt) {
        ModelProto proto = model.serialize();
        try {
            return bytes(proto.toBuilder()
                    .setSerializedData(sameEverywhere(proto.getSerializedData(), trainedAt))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #bytes(Model, Instant)}, for a tagger of sequences. */
    static byte[] bytes(CRFModel model, Instant trainedAt) {
        SequenceModelProto proto = model.serialize();
        try {
            CRFModelProto field = proto.getSerializedData().unpack(CRFModelProto.class);
            Any same = Any.pack(field.toBuilder()
                    .setMetadata(sameEverywhere(field.getMetadata(), trainedAt))
                    .build());
            return bytes(proto.toBuilder().setSerializedData(same).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Any sameEverywhere(Any data, Instant trainedAt) throws IOException {
        if (data.is(ClassificationLinearSGDProto.class)) {
            ClassificationLinearSGDProto linear = data.unpack(ClassificationLinearSGDProto.class);
            return Any.pack(linear.toBuilder()
                    .setMetadata(sameEverywhere(linear.getMetadata(), trainedAt))
                    .build());
        }
        if (data.is(LibLinearModelProto.class)) {
            LibLinearModelProto linear = data.unpack(LibLinearModelProto.class);
            return Any.pack(linear.toBuilder()
                    .setMetadata(sameEverywhere(linear.getMetadata(), trainedAt))
                    .build());
        }
        throw new IllegalArgumentException("no way to write a " + data.getTypeUrl());
    }

    private static ModelDataProto sameEverywhere(ModelDataProto metadata, Instant trainedAt) {
        ModelDataProto.Builder same = metadata.toBuilder();
        same.getProvenanceBuilder().getSmpBuilderList().forEach(simple -> {
            if (simple.getProvenanceClassName().endsWith("DateTimeProvenance")) {
                simple.setValue(trainedAt.toString());
            } else if (MACHINE_KEYS.contains(simple.getKey())) {
                simple.setValue("any");
            }
        });
        return same.build();
    }

    private static byte[] bytes(MessageLite file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        file.writeTo(out);
        out.flush();
        return bytes.toByteArray();
    }
}
