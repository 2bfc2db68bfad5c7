package dev.trellis.search;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.util.function.SingletonSupplier;

/**
 * bge-small-en-v1.5, quantised, run in process. Loaded on first use, which takes about a second.
 *
 * <p>One text runs on one thread: {@code ONNX Runtime} on all cores for each of two texts at once is slower than one core
 * each, and would take the machine from the people using it.
 */
final class BgeSmall implements TextVectors, AutoCloseable {

    static final String MODEL_ID = "bge-small-en-v1.5-q";

    private static final int DIMENSIONS = 384;

    /** What the model was trained to see before a question; passages have none. Source: its model card. */
    private static final String BEFORE_QUESTION = "Represent this sentence for searching relevant passages: ";

    /** The model reads 512 tokens; more of a question than this would be cut into parts and averaged. */
    private static final int LONGEST_QUESTION = 1_500;

    private final ExecutorService workers;
    private final SingletonSupplier<EmbeddingModel> model;

    BgeSmall(int threads) {
        workers = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform()
                        .name("embedding-", 0)
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        model = SingletonSupplier.of(() -> new InProcess(workers));
    }

    @Override
    public List<float[]> of(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        return model.obtain().embedAll(texts.stream().map(BgeSmall::segment).toList()).content().stream()
                .map(Embedding::vector)
                .toList();
    }

    @Override
    public float[] ofQuestion(String question) {
        String start = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        return model.obtain().embed(segment(BEFORE_QUESTION + start)).content().vector();
    }

    /** The model refuses what has no token of its own, such as zero-width characters; a full stop means as little. */
    private static TextSegment segment(String text) {
        return TextSegment.from(Sentences.saysSomething(text) ? text : ".");
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static final class InProcess extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;

        InProcess(Executor executor) {
            super(executor);
            // The tokenizer's library reports its use to its makers unless told not to.
            System.setProperty("OPT_OUT_TRACKING", "true");
            try (InputStream weights = resource("/bge-small-en-v1.5-q.onnx");
                    InputStream tokenizer = resource("/bge-small-en-v1.5-q-tokenizer.json");
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                encoder = new OnnxBertBiEncoder(
                        environment,
                        environment.createSession(weights.readAllBytes(), options),
                        tokenizer,
                        PoolingMode.CLS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("the embedding model cannot be loaded", e);
            }
        }

        private static InputStream resource(String name) {
            return Objects.requireNonNull(BgeSmall.class.getResourceAsStream(name), name);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return DIMENSIONS;
        }

        @Override
        public String modelName() {
            return MODEL_ID;
        }
    }
}
