package dev.trellis.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/** A BERT encoder in ONNX Runtime. A call runs on the thread that makes it and on no other; many may call at once. */
final class BertModel implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int dimensions;

    BertModel(byte[] weights, int dimensions) {
        this.dimensions = dimensions;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(weights, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be loaded", e);
        }
    }

    /** These word pieces do not run through the model. */
    static final class NotEmbedded extends RuntimeException {
        NotEmbedded(OrtException cause) {
            super(cause);
        }
    }

    /** @return for each part the unit vector of its first token, which is what bge was trained to put the meaning in */
    List<float[]> vectors(List<long[]> parts) {
        int width = parts.stream().mapToInt(part -> part.length).max().orElse(0);
        LongBuffer ids = numbers(parts.size() * width);
        LongBuffer mask = numbers(parts.size() * width);
        for (int row = 0; row < parts.size(); row++) {
            long[] part = parts.get(row);
            ids.put(row * width, part);
            for (int i = 0; i < part.length; i++) {
                mask.put(row * width + i, 1);
            }
        }
        long[] shape = {parts.size(), width};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, numbers(parts.size() * width), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", types))) {
            FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[][] vectors = new float[parts.size()][dimensions];
            for (int row = 0; row < vectors.length; row++) {
                hidden.get(row * width * dimensions, vectors[row]);
                toUnitLength(vectors[row]);
            }
            return List.of(vectors);
        } catch (OrtException e) {
            throw new NotEmbedded(e);
        }
    }

    private static LongBuffer numbers(int count) {
        return ByteBuffer.allocateDirect(count * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    static void toUnitLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
