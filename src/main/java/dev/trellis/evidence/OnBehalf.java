package dev.trellis.evidence;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells PostgreSQL on whose behalf a transaction reads and writes evidence; its row-level security decides from that. In a
 * caller's transaction the caller's own reader and writer stand again afterwards.
 */
@Component
class OnBehalf {

    /** A writer that may speak for many: a file with one author a row. */
    static final String IMPORT = "import";

    private static final String NOBODY = "";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OnBehalf(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** All of it or nothing, in the caller's transaction where there is one. */
    <T> T together(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    void together(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    <T> T reading(Reader reader, Supplier<T> work) {
        return in(nameOf(reader), NOBODY, work);
    }

    /** Writes new rows and sees none. */
    <T> T writingOnly(String writer, Supplier<T> work) {
        return in(NOBODY, writer, work);
    }

    <T> T writing(Reader reader, String writer, Supplier<T> work) {
        return in(nameOf(reader), writer, work);
    }

    private <T> T in(String reader, String writer, Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return transactions.execute(status -> {
                set(reader, writer);
                return work.get();
            });
        }
        Settings before = set(reader, writer);
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error failure) {
            try {
                set(before.reader(), before.writer());
            } catch (DataAccessException aborted) {
                // PostgreSQL takes no more statements in this transaction; its rollback takes the settings back.
                failure.addSuppressed(aborted);
            }
            throw failure;
        }
        set(before.reader(), before.writer());
        return result;
    }

    private Settings set(String reader, String writer) {
        Settings before = jdbc.sql("""
                        select coalesce(current_setting('trellis.reader', true), '') as reader,
                               coalesce(current_setting('trellis.writer', true), '') as writer
                        """)
                .query((row, n) -> new Settings(row.getString("reader"), row.getString("writer")))
                .single();
        jdbc.sql("select set_config('trellis.reader', :reader, true), set_config('trellis.writer', :writer, true)")
                .param("reader", reader)
                .param("writer", writer)
                .query((row, n) -> row.getString(1))
                .single();
        return before;
    }

    static String nameOf(Reader reader) {
        return switch (reader) {
            case Reader.OfPerson person -> person.id().toString();
            case Reader.Indexing indexing -> "indexing";
            case Reader.Counting counting -> "counting";
        };
    }

    static String nameOf(Author author) {
        return switch (author) {
            case Author.OfPerson person -> "person:" + person.id();
            case Author.OfClient client -> "client:" + client.clientId();
            case Author.Trellis trellis -> "trellis";
        };
    }

    private record Settings(String reader, String writer) {}
}
