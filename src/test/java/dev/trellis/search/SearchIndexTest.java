package dev.trellis.search;

import static dev.trellis.search.SearchWorld.ADA;
import static dev.trellis.search.SearchWorld.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import dev.trellis.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** What becomes of the index when records, folders and nodes fail. */
@ExtendWith(OutputCaptureExtension.class)
class SearchIndexTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final FakeTextVectors model = new FakeTextVectors();
    private final SettableClock clock = new SettableClock();

    /** Made by each test, over a model of its own. */
    @SuppressWarnings("NullAway.Init")
    private SearchWorld world;

    private SearchWorld world(TextVectors vectors) {
        world = new SearchWorld(folder, vectors, clock);
        return world;
    }

    @AfterEach
    void stop() {
        world.ledger.beforeEach = () -> {};
        world.close();
    }

    @Test
    void deletingTheIndexUnderLoadLeavesSearchUpAndTheNextIndexEqualToTheDatabase() throws Exception {
        world(model).started();
        write(300);
        world.caughtUp();
        AtomicBoolean load = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newFixedThreadPool(3)) {
            Future<Integer> searched = people.submit(() -> searchWhile(load));
            Future<Integer> searchedToo = people.submit(() -> searchWhile(load));
            Future<Integer> written = people.submit(() -> {
                int count = 0;
                for (; load.get(); count++) {
                    changeSomething(new Random(count));
                }
                return count;
            });
            try {
                for (int times = 0; times < 3; times++) {
                    int before = world.ledger.size();
                    FileSystemUtils.deleteRecursively(world.folders.root());
                    SearchWorld.await(() -> Files.isDirectory(world.folders.root())
                            && !world.index.status().rebuilding());
                    SearchWorld.await(() -> world.ledger.size() > before);
                }
            } finally {
                load.set(false);
            }
            assertThat(searched.get()).isPositive();
            assertThat(searchedToo.get()).isPositive();
            assertThat(written.get()).isPositive();
        }
        world.caughtUp();

        SearchWorld.await(() -> world.index.awaitCaughtUp(SOON)
                && world.index.compareWithDatabase().isEqual());
        assertThat(world.index.status().setAside()).isZero();
        assertThat(world.folders.newestWhole()).isPresent();
    }

    private int searchWhile(AtomicBoolean load) {
        int count = 0;
        for (; load.get(); count++) {
            assertThat(world.find(ADA, "boundary")).as("search %d", count).isNotEmpty();
        }
        return count;
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            world.reflection(NOOR, Visibility.MENTOR, "Boundary number " + i + ". Kept it.");
        }
    }

    private void changeSomething(Random random) {
        EvidenceId id = world.reflection(NOOR, Visibility.MENTOR, "Another boundary " + random.nextInt() + ".");
        if (random.nextInt(3) == 0) {
            world.ledger.withdraw(NOOR, id);
        } else if (random.nextInt(3) == 0) {
            world.ledger.changeVisibility(NOOR, id, Visibility.PRIVATE);
        }
    }

    @Test
    void searchStaysUpWhileTheIndexIsBuiltAgain() {
        world(model).started();
        write(50);
        world.caughtUp();
        Semaphore steps = new Semaphore(10);
        world.ledger.beforeEach = steps::acquireUninterruptibly;

        world.index.rebuild();
        SearchWorld.await(() -> world.index.status().rebuilding());
        world.reflection(NOOR, Visibility.MENTOR, "A xylophone meanwhile.");
        world.caughtUp();

        assertThat(world.find(ADA, "boundary")).hasSize(10);
        assertThat(world.find(ADA, "xylophone").getFirst().text()).startsWith("A xylophone");
        steps.release(1_000);
        SearchWorld.await(() -> !world.index.status().rebuilding());
        world.caughtUp();
        assertThat(world.find(ADA, "xylophone").getFirst().text()).startsWith("A xylophone");
        assertThat(world.index.compareWithDatabase().isEqual()).isTrue();
    }

    @Test
    void saysHowItStandsWhileOneIndexTakesTheOthersPlace() {
        world(model).started();
        write(5);
        world.caughtUpWithVectors();

        for (int look = 0; look < 3_000; look++) {
            world.index.rebuild();
            assertThat(world.index.status().passages()).isEqualTo(10);
        }
    }

    @Test
    void buildingAgainFromUnchangedTextEmbedsNothing() {
        world(model).started();
        write(40);
        world.caughtUpWithVectors();
        int computed = model.computed();
        assertThat(computed).isEqualTo(41);

        world.index.stop();
        FileSystemUtils.deleteRecursively(world.folders.root().toFile());
        world.restart();
        world.caughtUpWithVectors();
        world.index.rebuild();
        SearchWorld.await(() -> world.index.status().rebuilding());
        SearchWorld.await(() -> !world.index.status().rebuilding());
        world.caughtUpWithVectors();

        assertThat(model.computed()).isEqualTo(computed);
        assertThat(world.index.status().passages()).isEqualTo(80);
        assertThat(world.find(ADA, "boundary").getFirst().why().nearness()).isNotNaN();
    }

    @Test
    void everythingIsFoundByItsWordsBeforeAnyVectorIsComputed() {
        world(model);
        write(2 * Indexer.AT_ONCE);
        Semaphore steps = new Semaphore(Indexer.AT_ONCE + 10);
        world.ledger.beforeEach = steps::acquireUninterruptibly;

        world.started();
        SearchWorld.await(() -> steps.availablePermits() == 0 && steps.hasQueuedThreads());
        assertThat(model.computed()).isZero();
        steps.release(10_000);
        world.caughtUp();

        assertThat(world.index.status().passages()).isEqualTo(4L * Indexer.AT_ONCE);
        SearchWorld.await(() -> model.computed() > 0);
    }

    @Test
    void whatHappenedLastGetsItsVectorFirst() {
        world(model);
        for (int day = 1; day <= 28; day++) {
            for (int i = 0; i < 20; i++) {
                world.ledger.record(SearchWorld.reflectionOf(
                        NOOR,
                        Visibility.MENTOR,
                        "",
                        "On day " + day + " note " + i + ".",
                        Instant.parse("2026-02-%02dT10:00:00Z".formatted(day))));
            }
        }
        world.started();
        world.caughtUpWithVectors();

        List<String> order = model.texts();
        assertThat(order.subList(0, 20)).allMatch(text -> text.startsWith("On day 28 "));
        assertThat(order.subList(order.size() - 20, order.size())).allMatch(text -> text.startsWith("On day 1 "));
    }

    @Test
    void aPoisonRecordIsSetAsideAndTriedAgainWhileTheRestGoesOn() {
        world(model).started();
        world.caughtUp();
        EvidenceId poison = new EvidenceId(UUID.randomUUID());
        world.ledger.poisoned.add(poison);
        ScriptedLedger.touch(world.owner, poison);
        world.reflection(NOOR, Visibility.MENTOR, "The rest goes on.");
        world.caughtUp();

        assertThat(world.find(ADA, "rest")).hasSize(1);
        assertThat(world.index.setAside()).singleElement().satisfies(record -> {
            assertThat(record.subject().id()).isEqualTo(poison.value());
            assertThat(record.part()).isEqualTo(SetAside.Part.WORDS);
            assertThat(record.reason()).isEqualTo("IllegalArgumentException");
            assertThat(record.attempts()).isEqualTo(1);
        });

        clock.pass(Duration.ofSeconds(29));
        world.caughtUp();
        assertThat(world.index.setAside()).extracting(SetAside::attempts).containsExactly(1);
        clock.pass(Duration.ofSeconds(1));
        world.caughtUp();
        assertThat(world.index.setAside()).extracting(SetAside::attempts).containsExactly(2);

        world.restart();
        world.caughtUp();
        assertThat(world.index.setAside()).extracting(SetAside::attempts).containsExactly(2);

        world.ledger.poisoned.clear();
        clock.pass(Duration.ofMinutes(1));
        world.caughtUp();
        assertThat(world.index.setAside()).isEmpty();
        assertThat(world.index.status().behind()).isZero();
    }

    @Test
    void aPoisonRecordStopsNoRebuildEither() {
        world(model).started();
        EvidenceId poison = world.reflection(NOOR, Visibility.MENTOR, "A boundary that turns bad.");
        write(20);
        world.caughtUp();
        world.ledger.poisoned.add(poison);

        world.index.rebuild();
        SearchWorld.await(() -> world.index.status().rebuilding());
        SearchWorld.await(() -> !world.index.status().rebuilding());
        world.caughtUp();

        assertThat(world.index.status().passages()).isEqualTo(40);
        assertThat(world.index.setAside())
                .extracting(record -> record.subject().id())
                .containsExactly(poison.value());
    }

    @Test
    void aTextTheModelCannotTakeIsFoundByItsWordsAndTriedAgain() {
        ChokingVectors choking = new ChokingVectors("choking");
        world(choking).started();
        world.reflection(NOOR, Visibility.MENTOR, "A choking sentence.");
        world.reflection(NOOR, Visibility.MENTOR, "A plain sentence.");
        SearchWorld.await(() -> {
            world.caughtUp();
            return world.index.setAside().size() == 1 && world.index.status().withoutVector() == 1;
        });

        assertThat(world.find(ADA, "choking").getFirst().why().nearness()).isNaN();
        assertThat(world.find(ADA, "plain").getFirst().why().nearness()).isNotNaN();

        choking.recover();
        clock.pass(Duration.ofSeconds(30));
        world.caughtUpWithVectors();
        assertThat(world.index.setAside()).isEmpty();
        assertThat(world.find(ADA, "choking").getFirst().why().nearness()).isNotNaN();
    }

    @Test
    void aDamagedIndexIsBuiltAgainAndSaysSo(CapturedOutput output) throws IOException {
        world(model).started();
        write(30);
        world.caughtUpWithVectors();
        world.index.stop();
        Path damaged = world.folders.newestWhole().orElseThrow();
        damage(damaged);

        world.restart();
        SearchWorld.await(
                () -> !world.index.status().rebuilding() && world.index.status().passages() == 60);
        world.caughtUpWithVectors();

        assertThat(world.index.compareWithDatabase().isEqual()).isTrue();
        assertThat(world.find(ADA, "boundary")).hasSize(10);
        assertThat(world.index.damaged())
                .hasValueSatisfying(aside -> assertThat(aside).isDirectory());
        assertThat(output).contains("The search index in " + damaged + " is damaged", "is built again from PostgreSQL");
        assertThat(model.computed()).isEqualTo(31);
    }

    /** Every file is cut in half, as a full disk or a lost block would. */
    private static void damage(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) {
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
    }

    @Test
    void twoNodesThatFollowOneDatabaseBothComeOutEqual(@TempDir Path other) {
        world(model).started();
        LuceneIndex second = world.anotherNode(other);
        second.start();
        try {
            for (int i = 0; i < 400; i++) {
                changeSomething(new Random(i));
                if (i == 200) {
                    second.stop();
                }
                if (i == 300) {
                    second.start();
                }
            }
            world.caughtUp();
            assertThat(second.awaitCaughtUp(SOON)).isTrue();

            assertThat(world.index.compareWithDatabase().isEqual()).isTrue();
            assertThat(second.compareWithDatabase().isEqual()).isTrue();
            assertThat(second.status().passages())
                    .isEqualTo(world.index.status().passages())
                    .isPositive();
        } finally {
            second.stop();
        }
    }

    @Test
    void whatAReaderMaySeeIsFoundAmongThousandsNearerThatTheyMayNot() {
        world(model).started();
        PersonId somebody = new PersonId(UUID.randomUUID());
        IntStream.range(0, 3_000)
                .forEach(i -> world.reflection(somebody, Visibility.MENTOR, "Saying no to a project."));
        world.reflection(NOOR, Visibility.MENTOR, "Projects come and go.");
        world.caughtUpWithVectors();

        assertThat(world.find(ADA, "saying no to a project"))
                .singleElement()
                .satisfies(passage -> assertThat(passage.why().nearness()).isNotNaN());
    }
}
