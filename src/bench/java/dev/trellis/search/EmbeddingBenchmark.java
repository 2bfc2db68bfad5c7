package dev.trellis.search;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same texts of mixed length through LangChain4j's model and through ours, two threads each. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
public class EmbeddingBenchmark {

    private static final int THREADS = 2;
    private static final int WARM_UP = 200;

    @Param("10000")
    public int texts;

    private List<String> mixed = List.of();
    private List<TextSegment> segments = List.of();
    private ExecutorService theirThreads;
    private BgeSmallEnV15QuantizedEmbeddingModel theirs;
    private BgeSmall ours;

    /** Of the whole process: the work is done on other threads than the one that asks. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        public double cpuSeconds;
    }

    @Setup(Level.Trial)
    public void load() {
        mixed = BenchTexts.mixed(7, texts);
        segments = mixed.stream().map(TextSegment::from).toList();
        theirThreads = Executors.newFixedThreadPool(THREADS);
        theirs = new BgeSmallEnV15QuantizedEmbeddingModel(theirThreads);
        ours = new BgeSmall(THREADS);
        theirs.embedAll(segments.subList(0, Math.min(WARM_UP, texts)));
        ours.of(mixed.subList(0, Math.min(WARM_UP, texts)));
    }

    @TearDown(Level.Trial)
    public void close() {
        theirThreads.shutdown();
        ours.close();
    }

    @Benchmark
    public Object trellis(Processor processor) {
        double before = cpuSeconds();
        Object vectors = ours.of(mixed);
        processor.cpuSeconds += cpuSeconds() - before;
        return vectors;
    }

    @Benchmark
    public Object langChain4j(Processor processor) {
        double before = cpuSeconds();
        Object vectors = theirs.embedAll(segments);
        processor.cpuSeconds += cpuSeconds() - before;
        return vectors;
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }
}
