package dev.trellis.reading;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.protos.CRFModelProto;
import org.tribuo.classification.sgd.protos.CRFParametersProto;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.protos.core.SequenceModelProto;
import org.tribuo.sequence.SequenceModel;

/** What is done to a tagger's weights once they are learned; Tribuo has no door for it. */
final class SettledWeights {

    /** Weights are multiples of this, which makes the file a fourth as large. */
    private static final double GRAIN = 1 / 64.0;

    private SettledWeights() {}

    /** @param lean how much is taken from the score of {@code label} for each token: above 0, others are told more often */
    static CRFModel of(CRFModel model, Label label, double lean) {
        SequenceModelProto proto = model.serialize();
        try {
            CRFModelProto field = proto.getSerializedData().unpack(CRFModelProto.class);
            CRFParametersProto learned = field.getParams().getSerializedData().unpack(CRFParametersProto.class);
            DenseVector biases = (DenseVector) Tensor.deserialize(learned.getBiases());
            DenseMatrix weights = (DenseMatrix) Tensor.deserialize(learned.getFeatureLabelWeights());
            biases.add(model.getOutputIDInfo().getID(label), -lean);
            weights.foreachInPlace(weight -> Math.rint(weight / GRAIN) * GRAIN);
            CRFParametersProto settled = learned.toBuilder()
                    .setBiases(biases.serialize())
                    .setFeatureLabelWeights(weights.serialize())
                    .build();
            CRFModelProto.Builder same = field.toBuilder();
            same.getParamsBuilder().setSerializedData(Any.pack(settled));
            return (CRFModel) SequenceModel.deserialize(
                    proto.toBuilder().setSerializedData(Any.pack(same.build())).build());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
