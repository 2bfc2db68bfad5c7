package dev.trellis.evidence;

import static dev.trellis.evidence.Visibility.ORGANISATION;
import static dev.trellis.evidence.Visibility.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trellis.evidence.EvidenceRecorded.Change;
import dev.trellis.evidence.EvidenceWorld.Draft;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

class EvidenceLedgerTest {

    private static final EvidenceWorld WORLD = new EvidenceWorld();
    private static final Set<EvidenceKind> ALL = EnumSet.allOf(EvidenceKind.class);

    private final EvidenceLedger ledger = WORLD.ledger;
    private final Reader noor = new Reader.OfPerson(WORLD.noor);
    private final Reader ada = new Reader.OfPerson(WORLD.ada);

    @BeforeEach
    void startEmpty() {
        WORLD.owner.sql("truncate evidence, change_feed").update();
        WORLD.events.clear();
        WORLD.clock.now = EvidenceWorld.NOW;
    }

    static Stream<Draft> everyKind() {
        return Stream.of(
                WORLD.aReflection(),
                WORLD.aReflection().detail(new Detail.Reflection(Detail.ReflectionForm.SWOT)),
                WORLD.aReflection()
                        .detail(new Detail.Reflection(Detail.ReflectionForm.JOURNAL, Optional.of(WORLD.delegation))),
                WORLD.aGoal(),
                WORLD.aReflection().by(new Author.OfPerson(WORLD.ben)).detail(new Detail.Recognition()),
                WORLD.aReflection()
                        .by(new Author.OfPerson(WORLD.ben))
                        .detail(new Detail.Feedback(Optional.of(WORLD.delegation))),
                WORLD.aReflection().by(new Author.OfPerson(WORLD.ben)).detail(new Detail.Feedback(Optional.empty())),
                WORLD.aReflection()
                        .by(new Author.OfClient("demo-platform"))
                        .detail(new Detail.Completion(WORLD.course, Optional.of(0.9))),
                WORLD.anAssertion(WORLD.ada, WORLD.negotiation, 4.12),
                WORLD.aReflection()
                        .by(new Author.Trellis())
                        .detail(new Detail.Assertion(
                                WORLD.delegation,
                                3,
                                0.5,
                                Detail.Asserter.SYSTEM,
                                Optional.of(LocalDate.of(2027, 1, 1)))),
                WORLD.aReflection().detail(new Detail.Aspiration(Optional.of("lead"))),
                WORLD.aReflection().detail(new Detail.Aspiration(Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsReadIsWhatWasRecorded(Draft draft) {
        NewEvidence recorded = draft.titled("A title").ready();

        Evidence read = ledger.find(noor, ledger.record(recorded)).orElseThrow();

        assertThat(new NewEvidence(
                        read.about(),
                        read.author(),
                        read.visibility(),
                        read.occurredAt(),
                        read.title(),
                        read.text(),
                        read.detail(),
                        Optional.empty()))
                .isEqualTo(recorded);
        assertThat(read.recordedAt()).isEqualTo(EvidenceWorld.NOW);
        assertThat(WORLD.events)
                .containsExactly(new EvidenceRecorded(read.id(), WORLD.noor, read.kind(), Change.RECORDED));
    }

    @Test
    void wordsAreKeptAsWrittenExceptForLineEnds() {
        String hostile =
                "<script>alert(1)</script>\r\n  '; drop table evidence; -- ${jndi:x} \u202e 🌱 =SUM(A1)\r\u0007 ";

        Evidence read = ledger.find(noor, WORLD.record(WORLD.aReflection().saying(hostile)))
                .orElseThrow();

        assertThat(read.text()).isEqualTo(hostile.replace("\r\n", "\n").replace('\r', '\n'));
        assertThat(read.textHash()).isEqualTo(DigestUtils.sha256Hex(read.text()));
    }

    /** The field at fault, and what is at fault. */
    static Stream<Arguments> refused() {
        Draft reflection = WORLD.aReflection();
        Detail.Goal goal = (Detail.Goal) WORLD.aGoal().detail();
        LocalDate set = LocalDate.of(2026, 11, 8);
        return Stream.of(
                Arguments.of("text", reflection.saying("")),
                Arguments.of("text", reflection.saying(" \n\t")),
                Arguments.of("text", reflection.saying("a".repeat(EvidenceLedger.LONGEST_TEXT + 1))),
                // 50 MB
                Arguments.of("text", reflection.saying("a".repeat(50_000_000))),
                Arguments.of("text", reflection.saying("a\u0000b")),
                // half a character
                Arguments.of("text", reflection.saying("a\ud83c")),
                Arguments.of("text", reflection.saying("\udf31a")),
                Arguments.of("title", reflection.titled("a".repeat(301))),
                Arguments.of("title", reflection.titled("\u0000")),
                Arguments.of("about", reflection.about(new PersonId(new UUID(1, 1)))),
                Arguments.of("author", reflection.by(new Author.OfPerson(new PersonId(new UUID(1, 1))))),
                Arguments.of("author", reflection.by(new Author.OfPerson(WORLD.ben))),
                Arguments.of("author", reflection.by(new Author.OfClient(" "))),
                Arguments.of(
                        "visibility",
                        reflection.by(new Author.OfClient("demo-platform")).seenBy(PRIVATE)),
                Arguments.of("visibility", reflection.by(new Author.Trellis()).seenBy(PRIVATE)),
                Arguments.of("occurredAt", reflection.at(EvidenceWorld.NOW.plus(Duration.ofDays(1)))),
                Arguments.of("occurredAt", reflection.at(Instant.parse("1926-11-10T00:00:00Z"))),
                Arguments.of("externalId", reflection.from("")),
                Arguments.of("dueOn", reflection.detail(due(goal, set.minusDays(1)))),
                Arguments.of("dueOn", reflection.detail(due(goal, set.plusYears(200)))),
                Arguments.of(
                        "measure",
                        reflection.detail(new Detail.Goal(
                                goal.horizon(), "a".repeat(4_001), "", "", goal.dueOn(), goal.state()))),
                // feedback on oneself
                Arguments.of("about", reflection.detail(new Detail.Feedback(Optional.empty()))),
                Arguments.of("about", reflection.detail(new Detail.Recognition())),
                Arguments.of(
                        "activity",
                        reflection.detail(new Detail.Completion(
                                new dev.trellis.catalog.ActivityId(new UUID(1, 1)), Optional.empty()))),
                Arguments.of("score", reflection.detail(new Detail.Completion(WORLD.course, Optional.of(1.01)))),
                Arguments.of("score", reflection.detail(new Detail.Completion(WORLD.course, Optional.of(Double.NaN)))),
                // the demo framework goes from 1 to 5, O*NET's scale from 0 to 7
                Arguments.of("level", WORLD.anAssertion(WORLD.noor, WORLD.delegation, 0.9)),
                Arguments.of("level", WORLD.anAssertion(WORLD.noor, WORLD.delegation, 5.1)),
                Arguments.of("level", WORLD.anAssertion(WORLD.noor, WORLD.negotiation, 7.1)),
                Arguments.of("level", WORLD.anAssertion(WORLD.noor, WORLD.negotiation, Double.NaN)),
                Arguments.of(
                        "competency",
                        WORLD.anAssertion(WORLD.noor, new dev.trellis.catalog.CompetencyId(new UUID(1, 1)), 3)),
                Arguments.of("confidence", reflection.detail(assertion(1.1, Detail.Asserter.SELF, Optional.empty()))),
                Arguments.of("confidence", reflection.detail(assertion(-0.1, Detail.Asserter.SELF, Optional.empty()))),
                Arguments.of(
                        "validUntil",
                        reflection.detail(assertion(0.5, Detail.Asserter.SELF, Optional.of(set.minusDays(1))))),
                // nobody gives themselves a level as their mentor
                Arguments.of("by", reflection.detail(assertion(0.5, Detail.Asserter.MENTOR, Optional.empty()))),
                Arguments.of("by", reflection.detail(assertion(0.5, Detail.Asserter.SYSTEM, Optional.empty()))),
                Arguments.of("roleCode", reflection.detail(new Detail.Aspiration(Optional.of("astronaut")))));
    }

    private static Detail.Goal due(Detail.Goal goal, LocalDate on) {
        return new Detail.Goal(goal.horizon(), "", "", "", on, goal.state());
    }

    private static Detail.Assertion assertion(double confidence, Detail.Asserter by, Optional<LocalDate> until) {
        return new Detail.Assertion(WORLD.delegation, 3, confidence, by, until);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatCannotBeAndNamesTheField(String field, Draft draft) {
        NewEvidence good = WORLD.aReflection().ready();

        InvalidEvidence single = catchThrowableOfType(InvalidEvidence.class, () -> ledger.record(draft.ready()));
        InvalidEvidence third = catchThrowableOfType(
                InvalidEvidence.class, () -> ledger.recordAll(List.of(good, good, draft.ready(), good)));

        assertThat(single.field()).isEqualTo(field);
        assertThat(single.row()).isEmpty();
        assertThat(single.getMessage()).matches(".*[.?]").hasSizeLessThan(200);
        assertThat(third.row()).hasValue(2);
        assertThat(ledger.about(noor, WORLD.noor, ALL, 10)).isEmpty();
        assertThat(WORLD.events).isEmpty();
    }

    @Test
    void aFaultThatOnlyPostgresSeesLeavesNothingEither() {
        EvidenceId about = WORLD.record(WORLD.aReflection()
                .about(WORLD.ben)
                .by(new Author.OfClient("lms"))
                .from("x-1"));

        assertThatThrownBy(() -> ledger.recordAll(List.of(
                        WORLD.aReflection().ready(),
                        WORLD.aReflection()
                                .by(new Author.OfClient("lms"))
                                .from("x-1")
                                .ready())))
                .isInstanceOfSatisfying(
                        InvalidEvidence.class,
                        invalid -> assertThat(invalid.row()).hasValue(1));

        assertThat(ledger.about(noor, WORLD.noor, ALL, 10)).isEmpty();
        assertThat(ledger.find(new Reader.OfPerson(WORLD.ben), about)).isPresent();
    }

    @Test
    void aDateTodayInTheEarliestTimeZoneIsNotTheFuture() {
        EvidenceId id = WORLD.record(WORLD.aReflection().at(EvidenceWorld.NOW.plus(Duration.ofHours(13))));
        assertThat(ledger.find(noor, id).orElseThrow().occurredAt()).isEqualTo(EvidenceWorld.NOW);
    }

    @Test
    void recordingAgainUnderTheSameExternalIdReplaces() {
        for (Author author :
                List.of(new Author.OfPerson(WORLD.noor), new Author.OfClient("lms"), new Author.Trellis())) {
            Draft draft = WORLD.aReflection().by(author).from("r-1");
            EvidenceId first = WORLD.record(draft.saying("One."));
            EvidenceId second = WORLD.record(draft.saying("Two."));
            assertThat(second).isEqualTo(first);
            assertThat(ledger.find(noor, first).orElseThrow().text()).isEqualTo("Two.");
        }
        assertThat(ledger.about(noor, WORLD.noor, ALL, 10))
                .as("three authors, three systems of ids")
                .hasSize(3);
    }

    @Test
    void recordingAgainNeitherOpensNorBringsBack() {
        EvidenceId narrowed = WORLD.record(WORLD.aReflection().from("r-1"));
        EvidenceId withdrawn = WORLD.record(WORLD.aReflection().from("r-2"));
        ledger.changeVisibility(WORLD.noor, narrowed, PRIVATE);
        ledger.withdraw(WORLD.noor, withdrawn);

        List<EvidenceId> again = ledger.recordAll(List.of(
                WORLD.aReflection().saying("New.").from("r-1").ready(),
                WORLD.aReflection().saying("New.").from("r-2").ready()));

        assertThat(again).containsExactly(narrowed, withdrawn);
        assertThat(ledger.find(noor, narrowed).orElseThrow().visibility()).isEqualTo(PRIVATE);
        assertThat(ledger.find(noor, narrowed).orElseThrow().text()).isEqualTo("New.");
        assertThat(ledger.find(noor, withdrawn)).isEmpty();
    }

    @Test
    void recordingTheSameAgainIsNoChangeAnyoneFollows() {
        WORLD.record(WORLD.aGoal().from("g-1"));
        long before = feed();
        WORLD.clock.now = EvidenceWorld.NOW.plusSeconds(60);
        WORLD.record(WORLD.aGoal().from("g-1"));
        assertThat(feed()).isEqualTo(before);
    }

    private static long feed() {
        return WORLD.owner
                .sql("select count(*) from change_feed")
                .query(Long.class)
                .single();
    }

    @Test
    void sixtyThousandRowsAreTakenInAtOnceAndChangedAtOnce() {
        List<NewEvidence> rows = IntStream.range(0, 60_000)
                .mapToObj(i -> WORLD.aReflection()
                        .about(i % 2 == 0 ? WORLD.noor : WORLD.ben)
                        .by(new Author.OfPerson(i % 2 == 0 ? WORLD.noor : WORLD.ben))
                        .saying("Reflection " + i)
                        .from("r-" + i)
                        .ready())
                .toList();
        List<EvidenceId> ids = ledger.recordAll(rows);
        assertThat(ledger.recordAll(rows)).isEqualTo(ids);

        assertThat(WORLD.events)
                .as("who follows everything follows the change feed")
                .isEmpty();
        assertThat(feed()).isEqualTo(60_000);
        List<EvidenceId> walked = new ArrayList<>();
        ledger.forEach(new Reader.Indexing(), one -> walked.add(one.id()));
        assertThat(walked).isEqualTo(ids);
    }

    @Test
    void twoAtOnceUnderOneExternalIdMakeOnePiece() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<EvidenceId>> both = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Draft draft = WORLD.aReflection().saying("Version " + i).from("r-1");
                both.add(() -> WORLD.record(draft));
            }
            Set<EvidenceId> ids = new HashSet<>();
            for (Future<EvidenceId> one : threads.invokeAll(both)) {
                ids.add(one.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(ledger.about(noor, WORLD.noor, ALL, 10)).hasSize(1);
    }

    @Test
    void onlyItsWriterChangesWhoMayReadIt() {
        EvidenceId id = WORLD.record(
                WORLD.aReflection().by(new Author.OfPerson(WORLD.ben)).detail(new Detail.Recognition()));

        for (PersonId other : List.of(WORLD.noor, WORLD.ada, WORLD.hana)) {
            assertThatThrownBy(() -> ledger.changeVisibility(other, id, ORGANISATION))
                    .isInstanceOf(AccessDeniedException.class);
        }
        WORLD.events.clear();
        ledger.changeVisibility(WORLD.ben, id, ORGANISATION);
        ledger.changeVisibility(WORLD.ben, id, ORGANISATION);
        ledger.changeVisibility(WORLD.ben, id, PRIVATE);

        assertThat(ledger.find(noor, id)).isEmpty();
        assertThat(WORLD.events)
                .extracting(event -> ((EvidenceRecorded) event).change())
                .containsExactly(Change.WIDENED, Change.NARROWED);
    }

    @Test
    void withdrawingTakesTheWordsOutOfEverything() {
        EvidenceId id = WORLD.record(WORLD.aGoal().titled("Secret title").saying("Secret text"));
        String hash = ledger.find(noor, id).orElseThrow().textHash();
        WORLD.events.clear();

        assertThatThrownBy(() -> ledger.withdraw(WORLD.ada, id)).isInstanceOf(AccessDeniedException.class);
        ledger.withdraw(WORLD.noor, id);

        assertThat(WORLD.events)
                .containsExactly(new EvidenceRecorded(id, WORLD.noor, EvidenceKind.GOAL, Change.WITHDRAWN));
        for (Reader reader : List.of(noor, ada, new Reader.Indexing(), new Reader.Counting())) {
            assertThat(ledger.find(reader, id)).isEmpty();
            assertThat(ledger.countHiddenFrom(reader, WORLD.noor)).isZero();
        }
        String row = WORLD.owner
                .sql("select to_jsonb(e) || '{}' from evidence e")
                .query(String.class)
                .single();
        assertThat(row).contains(id.toString(), hash).doesNotContain("Secret", "two releases", "Ben has time", "lead");
        assertThatThrownBy(() -> ledger.withdraw(WORLD.noor, id)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoItIsAboutMayWithdrawWhatOthersWrote() {
        EvidenceId id = WORLD.record(
                WORLD.aReflection().by(new Author.OfPerson(WORLD.ben)).detail(new Detail.Recognition()));
        ledger.withdraw(WORLD.noor, id);
        assertThat(ledger.find(new Reader.OfPerson(WORLD.ben), id)).isEmpty();
    }

    @Test
    void aGoalIsMetByThePersonItIsAbout() {
        EvidenceId goal = WORLD.record(WORLD.aGoal().by(new Author.OfClient("lms")));
        EvidenceId reflection = WORLD.record(WORLD.aReflection());

        ledger.changeGoal(WORLD.noor, goal, Detail.GoalState.MET);

        assertThat(((Detail.Goal) ledger.find(noor, goal).orElseThrow().detail()).state())
                .isEqualTo(Detail.GoalState.MET);
        assertThatThrownBy(() -> ledger.changeGoal(WORLD.ada, goal, Detail.GoalState.MISSED))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ledger.changeGoal(WORLD.noor, reflection, Detail.GoalState.MET))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void erasingBlanksEveryWordAboutAPersonOrByThem() {
        WORLD.record(WORLD.aReflection().seenBy(PRIVATE).saying("SECRET of Noor"));
        WORLD.record(WORLD.aReflection()
                .by(new Author.OfPerson(WORLD.ben))
                .detail(new Detail.Recognition())
                .saying("SECRET of Ben about Noor"));
        WORLD.record(WORLD.aReflection()
                .about(WORLD.ben)
                .detail(new Detail.Recognition())
                .saying("SECRET of Noor about Ben"));
        EvidenceId kept = WORLD.record(WORLD.aReflection().about(WORLD.ben).by(new Author.OfPerson(WORLD.ben)));
        WORLD.events.clear();

        assertThat(ledger.erase(WORLD.hana, WORLD.noor)).isEqualTo(3);

        assertThat(WORLD.owner
                        .sql("select string_agg(text, '') from evidence")
                        .query(String.class)
                        .single())
                .doesNotContain("SECRET");
        assertThat(ledger.find(new Reader.OfPerson(WORLD.ben), kept)).isPresent();
        assertThat(WORLD.events).hasSize(3);
        assertThat(WORLD.audit.entries.getLast()).contains("evidence.erased", WORLD.noor.toString(), "3");
    }

    /** SQL in the service's role, by someone who says who they are but goes past the ledger. */
    static Stream<Arguments> breaches() {
        return Stream.of(
                // no writer at all
                Arguments.of("", "", "update evidence set text = 'forged' where true"),
                Arguments.of("noor", "", "update evidence set text = 'forged' where true"),
                Arguments.of("noor", "", "update evidence set visibility = 'ORGANISATION' where true"),
                // a mentor reads it but may change nothing
                Arguments.of("ada", "ada", "update evidence set visibility = 'ORGANISATION' where true"),
                Arguments.of("ada", "ada", "update evidence set text = 'forged' where true"),
                // it is about Noor, but Ben wrote it
                Arguments.of("noor", "noor", "update evidence set text = 'forged' where true"),
                Arguments.of("noor", "noor", "update evidence set visibility = 'ORGANISATION' where true"),
                // not even its writer turns it into something else
                Arguments.of("ben", "ben", "update evidence set about = author_person where true"),
                Arguments.of("ben", "ben", "update evidence set kind = 'FEEDBACK' where true"),
                Arguments.of("ben", "ben", "update evidence set withdrawn_at = now() where true"),
                Arguments.of("ben", "ben", "delete from evidence"),
                Arguments.of("ben", "ben", "truncate evidence"),
                Arguments.of("ben", "ben", "alter table evidence disable row level security"),
                Arguments.of("ben", "ben", "set role postgres_nobody"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("breaches")
    void postgresRefusesWhatTheLedgerWouldRefuse(String reader, String writer, String sql) {
        WORLD.record(WORLD.aReflection()
                .by(new Author.OfPerson(WORLD.ben))
                .detail(new Detail.Recognition())
                .saying("As written."));

        int changed = 0;
        try {
            changed = WORLD.transactions.execute(status -> {
                WORLD.jdbc
                        .sql(
                                "select set_config('trellis.reader', :reader, true), set_config('trellis.writer', :writer, true)")
                        .param("reader", named(reader))
                        .param("writer", writer.isEmpty() ? "" : "person:" + named(writer))
                        .query((row, n) -> "")
                        .single();
                return WORLD.jdbc.sql(sql).update();
            });
        } catch (DataAccessException refused) {
            assertThat(changed).isZero();
        }

        assertThat(changed).isZero();
        assertThat(WORLD.owner
                        .sql("select text || visibility || kind || about from evidence")
                        .query(String.class)
                        .single())
                .isEqualTo("As written.MENTORRECOGNITION" + WORLD.noor);
    }

    private static String named(String who) {
        return switch (who) {
            case "noor" -> WORLD.noor.toString();
            case "ada" -> WORLD.ada.toString();
            case "ben" -> WORLD.ben.toString();
            default -> "";
        };
    }

    @Test
    void nobodyWritesInAnothersName() {
        JdbcClient jdbc = WORLD.jdbc;
        String insert = """
                insert into evidence (id, about, author_person, visibility, occurred_at, recorded_at, title, text, text_hash, kind)
                select gen_random_uuid(), id, id, 'MENTOR', now(), now(), '', 'forged', repeat('0', 64), 'RECOGNITION'
                from person where id = cast(:noor as uuid)
                """;
        for (String writer : List.of("", "person:" + WORLD.ben, "client:lms", "trellis")) {
            assertThatThrownBy(() -> WORLD.transactions.executeWithoutResult(status -> {
                        jdbc.sql("select set_config('trellis.writer', :writer, true)")
                                .param("writer", writer)
                                .query(String.class)
                                .single();
                        jdbc.sql(insert).param("noor", WORLD.noor.toString()).update();
                    }))
                    .as(writer)
                    .hasStackTraceContaining("row-level security");
        }
    }
}
