package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Catalogs;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An index over a real database and a folder, with evidence in memory. Starts and stops as often as a test likes. */
final class SearchWorld implements AutoCloseable {

    static final PersonId NOOR = new PersonId(UUID.randomUUID());
    static final PersonId ADA = new PersonId(UUID.randomUUID());
    static final PersonId BEN = new PersonId(UUID.randomUUID());
    private static final Duration SOON = Duration.ofSeconds(20);

    final TestPostgres.Database database = TestPostgres.database();
    final DataSource application = database.application();
    final DataSource ownerSource = database.owner();
    final JdbcClient owner = JdbcClient.create(ownerSource);
    final ScriptedMentorships mentorships = new ScriptedMentorships();
    final ScriptedLedger ledger = new ScriptedLedger(owner, mentorships);
    final Catalog catalog = Catalogs.over(application);
    final TextVectors model;
    final TextVectorStore store;
    final ChangeFeed feed;
    final IndexFolders folders;
    final Clock clock;
    LuceneIndex index;
    EvidenceSearch search;
    ActivitySearch activities;

    SearchWorld(Path folder, TextVectors model, Clock clock) {
        this.model = model;
        this.clock = clock;
        JdbcClient jdbc = JdbcClient.create(application);
        store = new TextVectorStore(jdbc, new NamedParameterJdbcTemplate(application));
        feed = new ChangeFeed(jdbc);
        folders = new IndexFolders(folder.resolve("index"));
        mentorships.start(ADA, NOOR, MentoringForm.MENTORING, LocalDate.EPOCH);
        index = newIndex();
        search = searchIn(index);
        activities = activitiesIn(index);
    }

    SearchWorld(Path folder) {
        this(folder, new FakeTextVectors(), Clock.systemUTC());
    }

    /** What another node makes of the same database, in a folder of its own. */
    LuceneIndex anotherNode(Path folder) {
        return newIndex(new IndexFolders(folder));
    }

    private LuceneIndex newIndex() {
        return newIndex(folders);
    }

    private LuceneIndex newIndex(IndexFolders folders) {
        KeptTextVectors kept = new KeptTextVectors(model, store);
        Indexer indexer = new Indexer(ledger, catalog, kept, store, clock);
        return new LuceneIndex(
                folders,
                kept.modelId(),
                feed,
                indexer,
                new FullReading(ledger, catalog, feed, indexer),
                new VectorFill(ledger, catalog, kept, indexer, clock),
                new IndexAudit(ledger, catalog));
    }

    private EvidenceSearch searchIn(Searchers searchers) {
        return new LuceneEvidenceSearch(
                searchers, new Questions(new KeptTextVectors(model, store)), ledger, mentorships);
    }

    private ActivitySearch activitiesIn(Searchers searchers) {
        return new LuceneActivitySearch(searchers, new Questions(new KeptTextVectors(model, store)), catalog);
    }

    SearchWorld started() {
        index.start();
        return this;
    }

    void restart() {
        index.stop();
        index = newIndex();
        search = searchIn(index);
        activities = activitiesIn(index);
        index.start();
    }

    void caughtUp() {
        assertThat(index.awaitCaughtUp(SOON)).isTrue();
    }

    void caughtUpWithVectors() {
        caughtUp();
        await(() -> {
            caughtUp();
            return index.status().withoutVector() == 0;
        });
    }

    static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    EvidenceId reflection(PersonId about, Visibility visibility, String text) {
        return ledger.record(reflectionOf(about, visibility, "", text, Instant.parse("2026-03-01T10:00:00Z")));
    }

    static NewEvidence reflectionOf(
            PersonId about, Visibility visibility, String title, String text, Instant occurredAt) {
        return new NewEvidence(
                about,
                new Author.OfPerson(about),
                visibility,
                occurredAt,
                title,
                text,
                new Detail.Reflection(Detail.ReflectionForm.JOURNAL),
                Optional.empty());
    }

    List<Passage> find(PersonId reader, String question) {
        return search.find(new Reader.OfPerson(reader), NOOR, question, 10);
    }

    @Override
    public void close() {
        index.stop();
        ((HikariDataSource) application).close();
        ((HikariDataSource) ownerSource).close();
    }
}
