package dev.trellis.search;

import static dev.trellis.search.SearchWorld.ADA;
import static dev.trellis.search.SearchWorld.BEN;
import static dev.trellis.search.SearchWorld.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceSearchTest {

    @TempDir
    Path folder;

    private SearchWorld world;

    @BeforeEach
    void start() {
        world = new SearchWorld(folder).started();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void findsASentenceWithItsExactSpanAndWhy() {
        EvidenceId id = world.reflection(
                NOOR,
                Visibility.MENTOR,
                "A long week. I ended up 😀 doing Ben's release notes at night. Nobody had asked me to.");
        world.reflection(NOOR, Visibility.MENTOR, "The invoice export was slow.");
        world.caughtUpWithVectors();

        Passage best = world.find(ADA, "Does she hand over release notes?").getFirst();

        assertThat(best.source().id()).isEqualTo(id);
        assertThat(best.text()).isEqualTo("I ended up 😀 doing Ben's release notes at night.");
        assertThat(best.source()
                        .text()
                        .substring(best.span().start(), best.span().end()))
                .isEqualTo(best.text());
        assertThat(best.why().written()).containsExactly("release", "notes");
        assertThat(best.why().nearness()).isBetween(-1.0, 1.0);
    }

    @Test
    void thePartsOfTheScoreAddUp() {
        for (int i = 0; i < 40; i++) {
            world.reflection(
                    NOOR, Visibility.MENTOR, "Note " + i + " on saying no. Some words about releases " + i + ".");
        }
        world.caughtUp();

        List<Passage> passages = world.find(ADA, "How does she say no to releases?");

        assertThat(passages).hasSize(10).allSatisfy(passage -> {
            assertThat(passage.score()).isEqualTo(passage.why().score());
            assertThat(passage.why().wordScore()).isBetween(0.0, Hybrid.PASSAGES.shareOfWords());
            assertThat(passage.why().nearnessScore()).isBetween(0.0, 1 - Hybrid.PASSAGES.shareOfWords());
        });
        assertThat(passages).extracting(Passage::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void everyPassageFoundByWordsOrByMeaningCarriesBothParts() {
        world.reflection(NOOR, Visibility.MENTOR, "Delegation went well.");
        world.reflection(NOOR, Visibility.MENTOR, "Nothing in common here.");
        world.caughtUpWithVectors();

        assertThat(world.find(ADA, "delegation"))
                .hasSize(2)
                .allSatisfy(passage -> assertThat(passage.why().nearness()).isNotNaN());
    }

    @Test
    void whatIsRecordedIsFoundWithinASecond() {
        world.caughtUp();
        world.reflection(NOOR, Visibility.MENTOR, "A quite particular xylophone.");
        long recorded = System.nanoTime();

        SearchWorld.await(() -> !world.find(ADA, "xylophone").isEmpty());

        assertThat((System.nanoTime() - recorded) / 1e9).isLessThan(1.0);
    }

    @Test
    void eachReaderFindsWhatTheyMaySee() {
        world.reflection(NOOR, Visibility.PRIVATE, "Private words about the boundary.");
        world.reflection(NOOR, Visibility.MENTOR, "Mentor words about the boundary.");
        world.reflection(NOOR, Visibility.ORGANISATION, "Open words about the boundary.");
        world.ledger.record(new NewEvidence(
                NOOR,
                new Author.OfPerson(BEN),
                Visibility.MENTOR,
                Instant.EPOCH,
                "",
                "Ben's words about the boundary.",
                new Detail.Feedback(Optional.empty()),
                Optional.empty()));
        world.caughtUp();

        assertThat(found(NOOR)).containsExactlyInAnyOrder("Mentor", "Open", "Ben's");
        assertThat(found(ADA)).containsExactlyInAnyOrder("Mentor", "Open", "Ben's");
        assertThat(found(BEN)).containsExactlyInAnyOrder("Open", "Ben's");
        assertThat(found(new PersonId(UUID.randomUUID()))).containsExactly("Open");
    }

    private List<String> found(PersonId reader) {
        return world.find(reader, "boundary").stream()
                .map(passage -> passage.text().split(" ")[0])
                .toList();
    }

    @Test
    void whatChangedSinceItWasIndexedIsLeftOutAtOnce() {
        EvidenceId narrowed = world.reflection(NOOR, Visibility.MENTOR, "Narrowed boundary.");
        EvidenceId withdrawn = world.reflection(NOOR, Visibility.MENTOR, "Withdrawn boundary.");
        world.reflection(NOOR, Visibility.MENTOR, "Kept boundary.");
        world.caughtUp();
        world.index.stop();
        world.ledger.changeVisibility(NOOR, narrowed, Visibility.PRIVATE);
        world.ledger.withdraw(NOOR, withdrawn);
        // The follower is stopped: the index still holds all three.
        try (ReadOnlyIndex stale =
                new ReadOnlyIndex(world.folders, world.feed, new IndexAudit(world.ledger, world.catalog))) {
            EvidenceSearch search =
                    new LuceneEvidenceSearch(stale, new Questions(world.model), world.ledger, world.mentorships);
            assertThat(stale.status().passages()).isEqualTo(3);
            assertThat(search.find(new Reader.OfPerson(ADA), NOOR, "boundary", 10))
                    .extracting(Passage::text)
                    .containsExactly("Kept boundary.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withdrawnWordsLeaveNoVectorBehind() {
        EvidenceId id = world.reflection(NOOR, Visibility.MENTOR, "Only said once. Said twice.");
        world.reflection(NOOR, Visibility.MENTOR, "Said twice.");
        world.caughtUpWithVectors();
        assertThat(vectorsKept()).isEqualTo(2);

        world.ledger.withdraw(NOOR, id);
        world.caughtUp();

        assertThat(vectorsKept()).isEqualTo(1);
    }

    private long vectorsKept() {
        return world.owner
                .sql("select count(*) from text_vector")
                .query(Long.class)
                .single();
    }

    static Stream<Arguments> oddTexts() {
        return Stream.of(
                Arguments.of("one word", "Exhausted", "exhausted"),
                Arguments.of("emoji alone", "👍", "👍"),
                Arguments.of("emoji among words", "So tired 😴 of pagers", "pagers"),
                Arguments.of("mixed scripts", "Встреча с 田中さん about delegation", "delegation"),
                Arguments.of("Cyrillic", "Встреча прошла хорошо", "встреча"),
                Arguments.of("German", "Ich habe wieder Überstunden gemacht", "uberstunden"),
                Arguments.of("Japanese", "今日は疲れた。", "疲"),
                Arguments.of("HTML", "<p onclick=\"x()\">I was <b>overwhelmed</b></p>", "overwhelmed"),
                Arguments.of("zero width", "\u200bin\u200bvisible\u200d boundaries\ufeff", "boundaries"),
                Arguments.of("control characters", "bound\u0001aries \u0007 kept", "kept"),
                Arguments.of("a lone surrogate", "half \ud83d pair", "pair"),
                Arguments.of("right to left", "שלום boundary \u202e yradnuob", "boundary"),
                Arguments.of("100,000 words", "filler ".repeat(99_999) + "needle", "needle"),
                Arguments.of("100,000 characters without a space", "x".repeat(99_990) + " needle", "needle"),
                Arguments.of("nothing but sentences", "a. ".repeat(3_000) + "Needle.", "needle"),
                Arguments.of("query syntax", "title:\"x\" AND (boundary OR *) ~ ^ \\ /", "boundary"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddTexts")
    void oddTextsAreIndexedAndFound(String what, String text, String question) {
        EvidenceId id = world.reflection(NOOR, Visibility.MENTOR, text);
        world.caughtUp();

        assertThat(world.find(ADA, question)).isNotEmpty().allSatisfy(passage -> {
            assertThat(passage.source().id()).isEqualTo(id);
            assertThat(passage.text()).isEqualTo(passage.span().of(text));
        });
        assertThat(world.index.status().setAside()).isZero();
        assertThat(world.index.compareWithDatabase().isEqual()).isTrue();
    }

    @Test
    void noQuestionBreaksTheSearch() {
        world.reflection(NOOR, Visibility.MENTOR, "A boundary.");
        world.caughtUp();
        List<String> questions = List.of(
                "",
                " ",
                "???",
                "\u200b",
                "the of and",
                "😀",
                "*",
                "\"",
                "a:b AND (",
                "boundary ".repeat(50_000),
                "\0",
                "x".repeat(100_000),
                "\ud83d");

        for (String question : questions) {
            assertThat(world.find(ADA, question)).hasSizeLessThanOrEqualTo(1);
            assertThat(world.search.find(new Reader.OfPerson(ADA), NOOR, question, 0))
                    .isEmpty();
        }
    }

    @Test
    void withoutAModelWordsAreEnough() {
        world.reflection(NOOR, Visibility.MENTOR, "A boundary.");
        world.caughtUp();
        EvidenceSearch search = new LuceneEvidenceSearch(
                world.index, new Questions(new FailingVectors()), world.ledger, world.mentorships);

        List<Passage> passages = search.find(new Reader.OfPerson(ADA), NOOR, "boundaries", 5);

        assertThat(passages).hasSize(1);
        assertThat(passages.getFirst().why().nearness()).isNaN();
        assertThat(passages.getFirst().why().written()).containsExactly("boundary");
    }
}
