package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tells PostgreSQL on whose behalf a piece of work reads and writes; row-level security decides by it. */
class ReadingAs {

    private static final String PLANNING = "planning";
    private static final String COUNTING = "counting";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ReadingAs(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    <T> T person(PersonId reader, Supplier<T> work) {
        return as(reader.toString(), work);
    }

    /** For the pipeline's own writing: every draft and plan, and no evidence. */
    <T> T planning(Supplier<T> work) {
        return as(PLANNING, work);
    }

    /** States, dates, levels and progress; nothing anyone wrote. */
    <T> T counting(Supplier<T> work) {
        return as(COUNTING, work);
    }

    /** Joins the caller's transaction, and leaves its reader as it was: what comes after must not read as someone else. */
    private <T> T as(String reader, Supplier<T> work) {
        return transactions.execute(status -> {
            String before = jdbc.sql("select coalesce(current_setting('trellis.reader', true), '')")
                    .query(String.class)
                    .single();
            set(reader);
            T result = work.get();
            set(before);
            return result;
        });
    }

    private void set(String reader) {
        jdbc.sql("select set_config('trellis.reader', :reader, true)")
                .param("reader", reader)
                .query(String.class)
                .single();
    }
}
