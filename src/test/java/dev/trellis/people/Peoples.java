package dev.trellis.people;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.testing.TestPostgres;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real people over a test database, for tests of any module. */
public final class Peoples {

    private Peoples() {}

    public static People over(DataSource source, ApplicationEventPublisher events) {
        return new JdbcPeople(
                JdbcClient.create(source),
                TestPostgres.Database.transactions(source),
                events,
                UuidCreator::getTimeOrderedEpoch);
    }

    public static Mentorships mentorshipsOver(DataSource source, Clock clock) {
        return new JdbcMentorships(JdbcClient.create(source), clock);
    }
}
