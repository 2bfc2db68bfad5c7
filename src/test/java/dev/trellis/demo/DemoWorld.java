package dev.trellis.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.Credentials;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.planning.DraftRequests;
import dev.trellis.platform.ApiClients;
import dev.trellis.search.SearchIndex;
import dev.trellis.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo over a real database and the real stores of all modules, with an index that is always caught up. */
final class DemoWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

    private static final String MODULES = "dev.trellis.";

    final TestPostgres.Database database = TestPostgres.database();
    final JdbcClient owner = database.asOwner();
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final TransactionTemplate transactions;
    final DemoState state;
    final DemoLoader loader;

    DemoWorld() {
        DataSource source = database.application();
        JdbcTransactionManager manager = new JdbcTransactionManager(source);
        transactions = new TransactionTemplate(manager);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> transactions);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(source));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        for (String module :
                new String[] {"people", "catalog", "evidence", "mentoring", "planning", "audit", "platform"}) {
            context.scan(MODULES + module);
        }
        context.refresh();
        state = new DemoState(context.getBean(JdbcClient.class), context.getBean(Clock.class));
        loader = new DemoLoader(
                catalog(),
                people(),
                context.getBean(Mentorships.class),
                context.getBean(Programmes.class),
                context.getBean(EvidenceLedger.class),
                transactions,
                UuidCreator::getTimeOrderedEpoch);
    }

    Catalog catalog() {
        return context.getBean(Catalog.class);
    }

    People people() {
        return context.getBean(People.class);
    }

    Credentials credentials() {
        return context.getBean(Credentials.class);
    }

    DemoLogins logins(Path home, String password, String clientSecret) {
        return new DemoLogins(people(), credentials(), context.getBean(ApiClients.class), home, password, clientSecret);
    }

    MadeUpOrganisation organisation(Path home) {
        return new MadeUpOrganisation(
                state,
                loader,
                logins(home, "", ""),
                new FirstDrafts(
                        people(),
                        context.getBean(Mentorships.class),
                        context.getBean(Programmes.class),
                        context.getBean(DraftRequests.class)),
                new IndexUpToDate(),
                context.getBean(AuditTrail.class),
                transactions,
                () -> "http://localhost");
    }

    void load(DemoOrganisation demo) {
        loader.load(demo, step -> {});
    }

    /** What stands of the demo, without ids and instants of recording, as one digest a table. */
    Map<String, String> whatStands() {
        Map<String, String> digests = new LinkedHashMap<>();
        Map.of(
                        "competency", "select code, name, description from competency",
                        "people", "select external_id, email, role_code, active from person",
                        "roles held",
                                "select p.external_id, r.role from person_role r join person p on p.id = r.person",
                        "mentoring",
                                "select m.external_id as mentor, l.external_id as learner, r.form, r.starts_on, r.ends_on"
                                        + " from mentoring_relationship r"
                                        + " join person m on m.id = r.mentor join person l on l.id = r.learner",
                        "programmes",
                                "select g.code, p.external_id from enrolment e"
                                        + " join programme g on g.id = e.programme join person p on p.id = e.learner",
                        "evidence",
                                "select e.external_id, p.external_id as about, e.kind, e.visibility, e.occurred_at, e.text"
                                        + " from evidence e join person p on p.id = e.about",
                        "activities", "select external_id, title from learning_activity")
                .forEach((name, sql) -> digests.put(
                        name,
                        owner.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(row::text, ' ' order by row::text)), '')"
                                                + " from (" + sql + ") row")
                                .query(String.class)
                                .single()));
        return digests;
    }

    int count(String table) {
        return owner.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class IndexUpToDate implements SearchIndex {
        @Override
        public Status status() {
            return new Status(0, 0, 0, 0, 0, false);
        }

        @Override
        public void rebuild() {}

        @Override
        public Comparison compareWithDatabase() {
            return new Comparison(Set.of(), Set.of(), Set.of());
        }

        @Override
        public boolean awaitCaughtUp(Duration atMost) {
            return true;
        }
    }

    /** A process that ends as that step begins. */
    static Consumer<DemoLoader.Step> dyingAt(DemoLoader.Step step) {
        return next -> {
            if (next == step) {
                throw new Died();
            }
        };
    }

    static final class Died extends RuntimeException {}
}
