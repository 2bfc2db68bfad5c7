package dev.trellis.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The real audit trail for tests of other modules. */
public final class AuditTrails {

    private AuditTrails() {}

    public static AuditTrail over(DataSource source, Clock clock) {
        return new JdbcAuditTrail(
                JdbcClient.create(source), new JdbcTransactionManager(source), clock, JsonMapper.shared());
    }
}
