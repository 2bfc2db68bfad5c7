package dev.trellis.evidence;

import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.people.People;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real ledger over a test database, for tests of any module. */
public final class Ledgers {

    private Ledgers() {}

    public static EvidenceLedger over(
            DataSource source, People people, Catalog catalog, AuditTrail audit, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        OnBehalf onBehalf = new OnBehalf(jdbc, new JdbcTransactionManager(source));
        return new JdbcEvidenceLedger(
                jdbc,
                onBehalf,
                new EvidenceWriter(new EvidenceTable(jdbc), onBehalf),
                people,
                catalog,
                audit,
                event -> {},
                clock);
    }
}
