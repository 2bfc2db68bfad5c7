package dev.trellis.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
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

/** A hybrid question under a filter over 100,000 passages, and Lucene's own parts for the same beside it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 4)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
public class QueryBenchmark {

    static final int GATHERED = 50;

    @Param("target/bench")
    public String folder = "";

    private List<List<Words.Asked>> questions = List.of();
    private List<float[]> vectors = List.of();
    private Generation ours;
    private DirectoryReader rawReader;
    private IndexSearcher raw;
    private int next;

    /** What a question costs the processor, however busy the machine is. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        public double cpuMillis;
        public double questions;

        private void spent(long nanosBefore) {
            cpuMillis += (nanos() - nanosBefore) / 1e6;
            questions++;
        }

        private static long nanos() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        BenchPassages passages = new BenchPassages(Path.of(folder));
        questions = passages.questions().stream().map(Words::asked).toList();
        vectors = passages.questionVectors();
        ours = passages.ours();
        rawReader = DirectoryReader.open(passages.raw());
        raw = new IndexSearcher(rawReader);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        ours.close();
        rawReader.close();
    }

    @Benchmark
    public Object trellisOrganisation(Processor processor) {
        return ours(BenchPassages.organisation(), processor);
    }

    @Benchmark
    public Object luceneOrganisation(Processor processor) throws IOException {
        return raw(BenchPassages.organisation(), processor);
    }

    @Benchmark
    public Object trellisOneLearner(Processor processor) {
        return ours(BenchPassages.learner(next), processor);
    }

    @Benchmark
    public Object luceneOneLearner(Processor processor) throws IOException {
        return raw(BenchPassages.learner(next), processor);
    }

    private Object ours(Query filter, Processor processor) {
        int question = next++ % questions.size();
        long before = Processor.nanos();
        Object hits = ours.search(searcher ->
                Hybrid.PASSAGES.find(searcher, questions.get(question), vectors.get(question), filter, GATHERED));
        processor.spent(before);
        return hits;
    }

    /** Best by words and nearest by vector; nothing is fused or explained. */
    private Object raw(Query filter, Processor processor) throws IOException {
        int question = next++ % questions.size();
        long before = Processor.nanos();
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (Words.Asked word : questions.get(question)) {
            words.add(new TermQuery(new Term(Documents.TEXT, word.stem())), BooleanClause.Occur.SHOULD);
        }
        Query byWords = new BooleanQuery.Builder()
                .add(words.build(), BooleanClause.Occur.MUST)
                .add(filter, BooleanClause.Occur.FILTER)
                .build();
        Object found = List.of(
                raw.search(byWords, GATHERED),
                raw.search(
                        new KnnFloatVectorQuery(Documents.VECTOR, vectors.get(question), GATHERED, filter), GATHERED));
        processor.spent(before);
        return found;
    }
}
