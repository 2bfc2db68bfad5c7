package dev.trellis.imports;

import dev.trellis.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The imports and the modules they stand on, over a database of their own. */
final class ImportsFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    final TestPostgres.Database database = TestPostgres.database();
    final JdbcClient asOwner = database.asOwner();
    private final Path folder;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    ImportsFixture(Path folder) {
        this.folder = folder;
        DataSource source = database.application();
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(source));
        context.scan(
                "dev.trellis.people",
                "dev.trellis.catalog",
                "dev.trellis.audit",
                "dev.trellis.evidence",
                "dev.trellis.imports");
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Path file(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }

    ImportOutcome run(ImportKind kind, String csv) throws Exception {
        return run(kind, csv.getBytes(StandardCharsets.UTF_8));
    }

    ImportOutcome run(ImportKind kind, byte[] csv) throws Exception {
        return run(kind, file(kind.word() + ".csv", csv), false);
    }

    ImportOutcome dryRun(ImportKind kind, String csv) throws Exception {
        return run(kind, file(kind.word() + ".csv", csv.getBytes(StandardCharsets.UTF_8)), true);
    }

    ImportOutcome run(ImportKind kind, Path path, boolean dryRun) {
        return bean(Imports.class)
                .run(
                        new Imports.Request(kind, path, String.valueOf(path.getFileName()), dryRun, "trellis"),
                        (share, rows) -> {});
    }

    long count(String table) {
        return asOwner.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
