package dev.trellis.evidence;

import static dev.trellis.evidence.Visibility.MENTOR;
import static dev.trellis.evidence.Visibility.ORGANISATION;
import static dev.trellis.evidence.Visibility.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.PersonId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhoMayReadEvidenceTest {

    private static final EvidenceWorld WORLD = new EvidenceWorld();
    private static final Map<Visibility, EvidenceId> BY_NOOR_HERSELF = recorded(WORLD.aReflection());
    private static final Map<Visibility, EvidenceId> BY_BEN_ABOUT_NOOR =
            recorded(WORLD.aReflection().by(new Author.OfPerson(WORLD.ben)).detail(new Detail.Recognition()));

    private static Map<Visibility, EvidenceId> recorded(EvidenceWorld.Draft draft) {
        return Map.of(
                PRIVATE, WORLD.record(draft.seenBy(PRIVATE)),
                MENTOR, WORLD.record(draft.seenBy(MENTOR)),
                ORGANISATION, WORLD.record(draft.seenBy(ORGANISATION)));
    }

    /** Who reads; what of Noor's own words; what of Ben's about her. */
    static Stream<Arguments> table() {
        return Stream.of(
                // she wrote the first, the second is about her
                Arguments.of(
                        "Noor",
                        person(WORLD.noor),
                        Set.of(PRIVATE, MENTOR, ORGANISATION),
                        Set.of(MENTOR, ORGANISATION)),
                // mentors her today
                Arguments.of("Ada", person(WORLD.ada), Set.of(MENTOR, ORGANISATION), Set.of(MENTOR, ORGANISATION)),
                // mentored her until yesterday
                Arguments.of("former mentor", person(WORLD.gone), Set.of(ORGANISATION), Set.of(ORGANISATION)),
                // mentors her on paper, but left
                Arguments.of("mentor who left", person(WORLD.left), Set.of(ORGANISATION), Set.of(ORGANISATION)),
                // a colleague; wrote the second
                Arguments.of("Ben", person(WORLD.ben), Set.of(ORGANISATION), Set.of(PRIVATE, MENTOR, ORGANISATION)),
                // HR is a colleague like any other
                Arguments.of("HR", person(WORLD.hana), Set.of(ORGANISATION), Set.of(ORGANISATION)),
                Arguments.of(
                        "indexing", new Reader.Indexing(), Set.of(MENTOR, ORGANISATION), Set.of(MENTOR, ORGANISATION)),
                Arguments.of(
                        "counting", new Reader.Counting(), Set.of(MENTOR, ORGANISATION), Set.of(MENTOR, ORGANISATION)));
    }

    private static Reader person(PersonId id) {
        return new Reader.OfPerson(id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void everyWayToReadShowsExactlyWhatThisReaderMaySee(
            String who, Reader reader, Set<Visibility> byHerself, Set<Visibility> byBen) {
        List<EvidenceId> expected = new ArrayList<>();
        byHerself.forEach(visibility -> expected.add(id(BY_NOOR_HERSELF, visibility)));
        byBen.forEach(visibility -> expected.add(id(BY_BEN_ABOUT_NOOR, visibility)));

        List<EvidenceId> all = Stream.concat(BY_NOOR_HERSELF.values().stream(), BY_BEN_ABOUT_NOOR.values().stream())
                .toList();
        assertThat(all.stream().filter(id -> WORLD.ledger.find(reader, id).isPresent()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(WORLD.ledger.findAll(reader, all).stream().map(Evidence::id))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(WORLD.ledger.about(reader, WORLD.noor, EnumSet.allOf(EvidenceKind.class), 100).stream()
                        .map(Evidence::id))
                .containsExactlyInAnyOrderElementsOf(expected);
        List<EvidenceId> walked = new ArrayList<>();
        WORLD.ledger.forEach(reader, one -> walked.add(one.id()));
        assertThat(walked).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(WORLD.ledger.countHiddenFrom(reader, WORLD.noor)).isEqualTo(6 - expected.size());
        assertThat(rawIds(WORLD.jdbc, OnBehalf.nameOf(reader))).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static EvidenceId id(Map<Visibility, EvidenceId> pieces, Visibility visibility) {
        return java.util.Objects.requireNonNull(pieces.get(visibility));
    }

    /** SQL with no where clause at all, in the service's role. */
    private static List<EvidenceId> rawIds(JdbcClient jdbc, @Nullable String reader) {
        return WORLD.transactions.execute(status -> {
            if (reader != null) {
                jdbc.sql("select set_config('trellis.reader', :reader, true)")
                        .param("reader", reader)
                        .query(String.class)
                        .single();
            }
            return jdbc.sql("select id from evidence").query(UUID.class).list().stream()
                    .map(EvidenceId::new)
                    .toList();
        });
    }

    @Test
    void sqlThatForgetsTheReaderReturnsNothing() {
        assertThat(rawIds(WORLD.jdbc, null)).isEmpty();
        assertThat(WORLD.jdbc.sql("select id from evidence").query(UUID.class).list())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "planning", "admin", "00000000", "INDEXING", "' or true --"})
    void aReaderNobodyKnowsSeesNothing(String reader) {
        assertThat(rawIds(WORLD.jdbc, reader)).isEmpty();
    }

    @Test
    void aSettingMeantForTheOwnersFunctionsOpensNothing() {
        Integer seen = WORLD.transactions.execute(status -> {
            WORLD.jdbc
                    .sql("select set_config('trellis.keeping', 'yes', true)")
                    .query(String.class)
                    .single();
            return WORLD.jdbc
                    .sql("select count(*) from evidence")
                    .query(Integer.class)
                    .single();
        });
        assertThat(seen).isZero();
    }

    @Test
    void theReaderOfTheCallersTransactionStandsAgainAfterwards() {
        List<String> settings = WORLD.transactions.execute(status -> {
            WORLD.jdbc
                    .sql("select set_config('trellis.reader', 'planning', true)")
                    .query(String.class)
                    .single();
            WORLD.ledger.forEach(new Reader.Indexing(), one -> {});
            WORLD.record(WORLD.aReflection()
                    .seenBy(PRIVATE)
                    .by(new Author.OfPerson(WORLD.ada))
                    .about(WORLD.ada));
            String after = WORLD.jdbc
                    .sql("select current_setting('trellis.reader') || '/' || current_setting('trellis.writer')")
                    .query(String.class)
                    .single();
            status.setRollbackOnly();
            return List.of(after);
        });
        assertThat(settings).containsExactly("planning/");
    }

    /** The policy is part of the scan and asks who reads once a query: a function a row would be called millions of times. */
    @Test
    void thePolicyIsComputedOnceAQueryAndNotOnceARow() {
        List<String> plan = WORLD.transactions.execute(status -> {
            WORLD.jdbc
                    .sql("select set_config('trellis.reader', 'indexing', true)")
                    .query(String.class)
                    .single();
            return WORLD.jdbc
                    .sql("explain (verbose) select id from evidence where withdrawn_at is null order by id")
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan))
                .contains("InitPlan")
                .doesNotContain("may_read_evidence")
                .doesNotContain("SubPlan");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobodyButItsWriterEverReadsAPrivatePiece(long seed) {
        Random random = new Random(seed);
        EvidenceWorld world = new EvidenceWorld();
        List<PersonId> persons = List.of(world.noor, world.ada, world.gone, world.ben, world.hana, world.left);
        for (PersonId mentor : persons) {
            for (PersonId learner : persons) {
                if (!mentor.equals(learner) && random.nextInt(3) == 0) {
                    int from = random.nextInt(-50, 20);
                    world.mentoring(mentor, learner, from, random.nextBoolean() ? null : from + random.nextInt(60));
                }
            }
        }
        List<Evidence> recorded = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            PersonId about = persons.get(random.nextInt(persons.size()));
            PersonId by = persons.get(random.nextInt(persons.size()));
            Detail detail =
                    about.equals(by) ? new Detail.Reflection(Detail.ReflectionForm.JOURNAL) : new Detail.Recognition();
            EvidenceId id = world.record(world.aReflection()
                    .about(about)
                    .by(new Author.OfPerson(by))
                    .detail(detail)
                    .seenBy(Visibility.values()[random.nextInt(3)]));
            Reader writer = new Reader.OfPerson(by);
            if (random.nextInt(4) == 0) {
                world.ledger.changeVisibility(by, id, Visibility.values()[random.nextInt(3)]);
            }
            if (random.nextInt(10) == 0) {
                world.ledger.withdraw(by, id);
                assertThat(world.ledger.find(writer, id)).isEmpty();
            } else {
                recorded.add(world.ledger.find(writer, id).orElseThrow());
            }
        }
        List<Reader> readers = new ArrayList<>(List.of(new Reader.Indexing(), new Reader.Counting()));
        persons.forEach(person -> readers.add(new Reader.OfPerson(person)));
        for (Reader reader : readers) {
            List<EvidenceId> seen = new ArrayList<>();
            world.ledger.forEach(reader, one -> seen.add(one.id()));
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(recorded.stream()
                            .filter(one -> maySee(world, reader, one))
                            .map(Evidence::id)
                            .toList());
        }
    }

    /** The rule as {@code Visibility} words it, told a second time. */
    private static boolean maySee(EvidenceWorld world, Reader reader, Evidence one) {
        if (!(reader instanceof Reader.OfPerson person)) {
            return one.visibility() != PRIVATE;
        }
        return one.author().equals(new Author.OfPerson(person.id()))
                || one.visibility() == ORGANISATION
                || (one.visibility() == MENTOR
                        && (one.about().equals(person.id()) || world.mentorships.isMentorOf(person.id(), one.about())));
    }
}
