package dev.trellis.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.util.function.SingletonSupplier;

/**
 * bge-small-en-v1.5, quantised, run in process. Loaded on first use, which takes about a second.
 *
 * <p>Texts of like length go through the model together, each group on one thread: the weights are read once for all of a
 * group, and threads do not wait for each other. {@code eval/speed/README.md} has what that gains over one text at a time.
 *
 * <p>The model rounds its numbers on a scale it takes from all that goes through it at once. The same list gives the same
 * vectors; the same text beside others gives one that is as near to the vector of the unquantised model (cosine .9963 on
 * average) as the one it has alone (.9966). That is one more reason why vectors are kept by the hash of their text.
 */
final class BgeSmall implements TextVectors, AutoCloseable {

    static final String MODEL_ID = "bge-small-en-v1.5-q";

    private static final int DIMENSIONS = 384;

    /** What the model was trained to see before a question; passages have none. Source: its model card. */
    private static final String BEFORE_QUESTION = "Represent this sentence for searching relevant passages: ";

    /** Some 300 tokens: a question is answered at once, and more than this of it does not sharpen its meaning. */
    private static final int LONGEST_QUESTION = 1_500;

    /**
     * Word pieces that go through the model together. Of 128 to 1,024, 256 and 384 took the least time: what the layers hand
     * on then stays in a core's cache.
     */
    private static final int PIECES_AT_ONCE = 256;

    private final ExecutorService workers;
    private final SingletonSupplier<Loaded> model = SingletonSupplier.of(Loaded::load);

    BgeSmall(int threads) {
        workers = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform()
                        .name("embedding-", 0)
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }

    private record Loaded(WordPieces pieces, BertModel bert) {

        static Loaded load() {
            // The tokenizer's library reports its use to its makers unless told not to.
            System.setProperty("OPT_OUT_TRACKING", "true");
            try (InputStream vocabulary = resource("/bge-small-en-v1.5-q-tokenizer.json");
                    InputStream weights = resource("/bge-small-en-v1.5-q.onnx")) {
                return new Loaded(new WordPieces(vocabulary), new BertModel(weights.readAllBytes(), DIMENSIONS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static InputStream resource(String name) {
            return Objects.requireNonNull(BgeSmall.class.getResourceAsStream(name), name);
        }
    }

    /** A part of the text at {@code index}. */
    private record Part(int index, long[] pieces) {

        int length() {
            return pieces.length;
        }
    }

    @Override
    public List<float[]> of(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Loaded loaded = model.obtain();
        List<List<Part>> batches = batches(parts(loaded, texts));
        List<List<float[]>> vectors = inParallel(batches.stream()
                .<Callable<List<float[]>>>map(batch -> () ->
                        loaded.bert().vectors(batch.stream().map(Part::pieces).toList()))
                .toList());
        return averages(texts.size(), batches, vectors);
    }

    private static List<Part> parts(Loaded loaded, List<String> texts) {
        List<Part> parts = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            for (long[] pieces : loaded.pieces().of(sayingSomething(texts.get(i)))) {
                parts.add(new Part(i, pieces));
            }
        }
        return parts;
    }

    /** Of like length, longest first: the last to run are short, and no thread is left waiting long for another. */
    private static List<List<Part>> batches(List<Part> parts) {
        List<Part> sorted = parts.stream()
                .sorted(Comparator.comparingInt(Part::length).reversed())
                .toList();
        List<List<Part>> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int together = Math.max(1, PIECES_AT_ONCE / sorted.get(from).length());
            int to = Math.min(from + together, sorted.size());
            batches.add(sorted.subList(from, to));
            from = to;
        }
        return batches;
    }

    private <T> List<T> inParallel(List<Callable<T>> tasks) {
        List<Future<T>> futures = new ArrayList<>();
        try {
            tasks.forEach(task -> futures.add(workers.submit(task)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while texts were embedded", e);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the embedding model is closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BertModel.NotEmbedded notEmbedded) {
                throw notEmbedded;
            }
            throw new IllegalStateException(e);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    /** Parts of a long text count by their length. */
    private static List<float[]> averages(int texts, List<List<Part>> batches, List<List<float[]>> vectors) {
        float[][] sums = new float[texts][DIMENSIONS];
        for (int b = 0; b < batches.size(); b++) {
            List<Part> batch = batches.get(b);
            for (int row = 0; row < batch.size(); row++) {
                float[] sum = sums[batch.get(row).index()];
                float[] vector = vectors.get(b).get(row);
                for (int i = 0; i < DIMENSIONS; i++) {
                    sum[i] += batch.get(row).length() * vector[i];
                }
            }
        }
        for (float[] sum : sums) {
            BertModel.toUnitLength(sum);
        }
        return List.of(sums);
    }

    /** On the caller's thread: a person waits for it, and it does not queue behind an import. */
    @Override
    public float[] ofQuestion(String question) {
        String start = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        Loaded loaded = model.obtain();
        List<Part> parts = parts(loaded, List.of(BEFORE_QUESTION + sayingSomething(start)));
        List<List<float[]>> vectors =
                List.of(loaded.bert().vectors(parts.stream().map(Part::pieces).toList()));
        return averages(1, List.of(parts), vectors).getFirst();
    }

    /** A text without a token of its own, such as zero-width characters, has no meaning either; a full stop means as little. */
    private static String sayingSomething(String text) {
        return Sentences.saysSomething(text) ? text : ".";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    /** The model itself stays loaded until the process ends: a text may be on its way through it still. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
