package dev.trellis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.trellis.testing.TestPostgres;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On an organisation's server the tables belong to an ordinary role, which row-level security holds, unlike a superuser. */
class OwnerHeldByPolicyTest {

    private static DataSource owner;
    private static EvidenceWorld world;

    @BeforeAll
    static void migrateAsAnOrdinaryRole() {
        TestPostgres.Database database = TestPostgres.emptyDatabase();
        database.asOwner().sql("create role ordinary_owner login createrole").update();
        database.asOwner()
                .sql("grant trellis_app to ordinary_owner with admin option")
                .update();
        database.asOwner()
                .sql("alter database " + database.name() + " owner to ordinary_owner")
                .update();
        owner = as(database, "select 1");
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("clock_off_by_seconds", "0"))
                .load()
                .migrate();
        world = new EvidenceWorld(as(database, "set role trellis_app"), owner);
    }

    private static DataSource as(TestPostgres.Database database, String first) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url().replaceFirst("\\?.*", ""));
        pool.setUsername("ordinary_owner");
        pool.setConnectionInitSql(first);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    @Test
    void theOwnerIsNoSuperuser() {
        assertThat(JdbcClient.create(owner)
                        .sql("select current_user || ' ' || rolsuper from pg_roles where rolname = current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("ordinary_owner false");
    }

    @Test
    void theOwnerSeesNothingWithoutAReader() {
        world.record(world.aReflection());
        assertThat(JdbcClient.create(owner)
                        .sql("select count(*) from evidence")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void countingReplacingAndErasingWorkAllTheSame() {
        EvidenceId id =
                world.record(world.aReflection().seenBy(Visibility.PRIVATE).from("r-1"));
        assertThat(world.record(world.aReflection()
                        .seenBy(Visibility.PRIVATE)
                        .saying("Again.")
                        .from("r-1")))
                .isEqualTo(id);
        assertThat(world.ledger.countHiddenFrom(new Reader.OfPerson(world.ada), world.noor))
                .isEqualTo(1);

        world.ledger.erase(world.hana, world.noor);

        assertThat(world.ledger.about(
                        new Reader.OfPerson(world.noor), world.noor, EnumSet.allOf(EvidenceKind.class), 10))
                .isEqualTo(List.of());
    }
}
