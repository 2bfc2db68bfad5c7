package dev.trellis.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.testing.SettableClock;
import dev.trellis.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemonstrationClockTest {

    @TempDir
    Path folder;

    private final SettableClock actual = new SettableClock(Instant.parse("2026-12-01T03:00:00.123456Z"));

    @Test
    void beginsOnTheDayInTheMorningAndRunsOn() {
        Clock clock = clock("2028-02-29");

        assertThat(clock.instant()).isBetween("2028-02-29T08:59:59Z", "2028-02-29T09:00:00Z");
        actual.pass(Duration.ofMinutes(7));
        assertThat(clock.instant()).isBetween("2028-02-29T09:06:59Z", "2028-02-29T09:07:00Z");
    }

    @Test
    void goesOnThroughARestartWhetherOrNotItIsSetAgain() {
        clock("2028-02-29");
        actual.pass(Duration.ofDays(3));

        assertThat(clock("2028-02-29").instant()).isBetween("2028-03-03T08:59:59Z", "2028-03-03T09:00:00Z");
        assertThat(clock("").instant()).isEqualTo(clock("2028-02-29").instant());
    }

    @Test
    void isTheMachinesWhereNothingIsSet() {
        assertThat(clock("")).isSameAs(actual);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNotSetWhereSomethingIsRecordedAlready() throws IOException {
        Files.createDirectory(folder.resolve("postgres"));

        assertThatThrownBy(() -> clock("2028-02-29")).hasMessageContaining("was recorded by the real clock");
        assertThat(clock("")).isSameAs(actual);
    }

    @Test
    void isNotSetTwiceNorToWhatIsNoDay() {
        assertThatThrownBy(() -> clock("29 February")).hasMessageContaining("trellis.clock.starts-on", "2028-02-29");
        clock("2028-02-29");

        assertThatThrownBy(() -> clock("2027-01-01")).hasMessageContaining("began on 2028-02-29");
    }

    @Test
    void isRefusedOnAConfiguredDatabase() {
        PostgresConfiguration configuration = new PostgresConfiguration();
        TrellisHome home = TrellisHome.at(folder);

        assertThatThrownBy(() -> configuration.clockOff(home, "2028-02-29", "jdbc:postgresql://db/trellis"))
                .hasMessageContaining("trellis.clock.starts-on", "spring.datasource.url");
        assertThat(configuration
                        .clockOff(home, "", "jdbc:postgresql://db/trellis")
                        .by())
                .isZero();
    }

    /** Mentors see what is written to them from the day on that their relationship begins, by this clock. */
    @Test
    void policiesGoByIt() {
        TestPostgres.Database database = TestPostgres.emptyDatabase();
        migrate(database, Duration.ofDays(400));
        UUID mentor = person(database, "mentor@example.org");
        UUID learner = person(database, "learner@example.org");
        database.asOwner()
                .sql("""
                        insert into mentoring_relationship (mentor, learner, form, starts_on)
                        values (:mentor, :learner, 'MENTORING', current_date + 300)
                        """)
                .param("mentor", mentor)
                .param("learner", learner)
                .update();

        assertThat(mentors(database, mentor, learner)).isTrue();
        migrate(database, Duration.ZERO);
        assertThat(mentors(database, mentor, learner)).isFalse();
    }

    private Clock clock(String startsOn) {
        return Clock.offset(actual, DemonstrationClock.off(TrellisHome.at(folder), startsOn, actual));
    }

    private static void migrate(TestPostgres.Database database, Duration off) {
        Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration")
                .placeholders(Map.of("clock_off_by_seconds", String.valueOf(off.toSeconds())))
                .load()
                .migrate();
    }

    private static UUID person(TestPostgres.Database database, String email) {
        UUID id = UUID.randomUUID();
        database.asOwner().sql("""
                        insert into person (id, external_id, given_name, family_name, email, role_code, active)
                        values (:id, :email, 'Ada', 'Nyström', :email, '', true)
                        """).param("id", id).param("email", email).update();
        return id;
    }

    private static boolean mentors(TestPostgres.Database database, UUID mentor, UUID learner) {
        JdbcClient jdbc = database.asOwner();
        return jdbc.sql("select is_mentor_of(:mentor, :learner)")
                .param("mentor", mentor)
                .param("learner", learner)
                .query(Boolean.class)
                .single();
    }
}
