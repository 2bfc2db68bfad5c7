package dev.trellis.search;

import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Catalogs;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Ledgers;
import dev.trellis.people.Peoples;
import dev.trellis.testing.TestPostgres;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A million short texts in a PostgreSQL of its own, found by their words: once from nothing, and a tenth more as an import
 * writes it while the service runs. The model is the real one and takes its share of the processor, as it does in the service.
 */
final class RebuildBench {

    private static final int LEARNERS = 1_000;
    private static final int AT_ONCE = 20_000;

    private final DataSource owner;
    private final LuceneIndex index;

    private RebuildBench(TestPostgres.Database database, Path folder) {
        owner = database.owner();
        DataSource application = database.application();
        JdbcClient jdbc = JdbcClient.create(application);
        Clock clock = Clock.systemUTC();
        Catalog catalog = Catalogs.over(application);
        EvidenceLedger ledger = Ledgers.over(
                application, Peoples.over(application, event -> {}), catalog, nobodyAudits(), clock);
        TextVectorStore store = new TextVectorStore(jdbc, new NamedParameterJdbcTemplate(application));
        KeptTextVectors vectors =
                new KeptTextVectors(new BgeSmall(Runtime.getRuntime().availableProcessors()), store);
        ChangeFeed feed = new ChangeFeed(jdbc);
        Indexer indexer = new Indexer(ledger, catalog, vectors, store, clock);
        index = new LuceneIndex(
                new IndexFolders(folder),
                vectors.modelId(),
                feed,
                indexer,
                new FullReading(ledger, catalog, feed, indexer),
                new VectorFill(ledger, catalog, vectors, indexer, clock),
                new IndexAudit(ledger, catalog));
    }

    private static AuditTrail nobodyAudits() {
        return (AuditTrail) Proxy.newProxyInstance(
                AuditTrail.class.getClassLoader(), new Class<?>[] {AuditTrail.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** @param options how many texts, a million where nothing is said */
    static void run(String... options) throws Exception {
        int texts = options.length == 0 ? 1_000_000 : Integer.parseInt(options[0]);
        Path folder = Files.createTempDirectory("trellis-rebuild");
        RebuildBench bench = new RebuildBench(TestPostgres.database(), folder);
        try {
            bench.measure(texts);
        } finally {
            bench.index.stop();
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private void measure(int texts) {
        writeLearners();
        write(0, texts);
        System.out.printf("%,d texts stand in PostgreSQL%n", texts);
        long begun = System.nanoTime();
        index.start();
        Duration first = until(begun, () -> passages() > 0);
        Duration all = until(begun, () -> !index.status().rebuilding() && passages() >= texts);
        long vectorsMeanwhile = texts - index.status().withoutVector();
        System.out.printf("all found by their words after %s, %,d vectors computed meanwhile%n", all, vectorsMeanwhile);
        int more = texts / 10;
        long importing = System.nanoTime();
        write(texts, more);
        Duration written = Duration.ofNanos(System.nanoTime() - importing);
        Duration found = until(importing, () -> index.status().behind() == 0 && passages() >= texts + more);
        System.out.printf(
                "{\"measures\":{\"rebuild_seconds\":%d,\"first_found_seconds\":%d,\"import_written_seconds\":%d,"
                        + "\"import_found_seconds\":%d},\"baseline\":{\"rebuild_seconds\":300},\"n\":%d,\"model\":\"%s\"}%n",
                all.toSeconds(), first.toSeconds(), written.toSeconds(), found.toSeconds(), texts, BgeSmall.MODEL_ID);
    }

    private long passages() {
        return index.status().passages();
    }

    private static Duration until(long begun, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void writeLearners() {
        JdbcClient.create(owner).sql("""
                        insert into person (id, external_id, given_name, family_name, email, role_code, active)
                        select gen_random_uuid(), 'learner-' || n, 'Kit', 'Smith', 'kit' || n || '@example.org', '', true
                        from generate_series(1, :learners) n
                        """).param("learners", LEARNERS).update();
    }

    private void write(int from, int count) {
        JdbcClient jdbc = JdbcClient.create(owner);
        Random random = new Random(from);
        for (int at = 0; at < count; at += AT_ONCE) {
            List<String> texts = BenchTexts.sentences(random.nextLong(), Math.min(AT_ONCE, count - at));
            // Numbered, so that no two are the same and no vector serves twice.
            int first = from + at;
            String[] numbered = IntStream.range(0, texts.size())
                    .mapToObj(i -> texts.get(i).replace(".", " (" + (first + i) + ")."))
                    .toArray(String[]::new);
            jdbc.sql("""
                            insert into evidence (id, about, author_person, visibility, occurred_at, recorded_at, title, text,
                                text_hash, kind, reflection_form)
                            select gen_random_uuid(), p.id, p.id, 'MENTOR', now() - t.n * interval '1 minute', now(), '', t.text,
                                encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), 'REFLECTION', 'JOURNAL'
                            from unnest(:texts) with ordinality t (text, n)
                            join person p on p.external_id = 'learner-' || (1 + t.n % :learners)
                            """)
                    .param("texts", numbered, java.sql.Types.ARRAY)
                    .param("learners", LEARNERS)
                    .update();
        }
    }
}
