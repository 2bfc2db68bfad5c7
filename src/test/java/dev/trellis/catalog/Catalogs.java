package dev.trellis.catalog;

import dev.trellis.testing.TestPostgres;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real catalogue over a test database, for tests of any module. */
public final class Catalogs {

    private Catalogs() {}

    public static Catalog over(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        return new JdbcCatalog(jdbc, new CatalogWriter(jdbc, TestPostgres.Database.transactions(source)));
    }

    public static CompetencyRelations relationsOver(DataSource source) {
        return new JdbcCompetencyRelations(JdbcClient.create(source));
    }
}
