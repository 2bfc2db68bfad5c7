package dev.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.Role;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeopleImportTest {

    private static final String HEADER =
            "external_id,given_name,family_name,email,team,roles,active,mentor_external_id\n";

    @TempDir
    Path folder;

    private ImportsFixture imports;

    @BeforeEach
    void open() {
        imports = new ImportsFixture(folder);
    }

    @AfterEach
    void close() {
        imports.close();
    }

    @Test
    void peopleAndTheirMentorsArriveInWhateverOrderTheyStand() throws Exception {
        ImportOutcome outcome = imports.run(ImportKind.PEOPLE, HEADER + """
                E1,Noor,Haddad,Noor@Example.org,Platform,,,E2
                E2,Ada,"Nyström, \"\"the elder\"\"",ada@example.org,Platform,learner|Mentor,yes,
                """);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.imported()).isTrue();
        Map<String, Person> people = people();
        assertThat(person(people, "E1").email()).isEqualTo("noor@example.org");
        assertThat(person(people, "E1").roles()).containsExactly(Role.LEARNER);
        assertThat(person(people, "E2").familyName()).isEqualTo("Nyström, \"the elder\"");
        assertThat(person(people, "E2").roles()).containsExactlyInAnyOrder(Role.LEARNER, Role.MENTOR);
        assertThat(imports.bean(Mentorships.class)
                        .mentorsOf(person(people, "E1").id()))
                .extracting(Person::externalId)
                .containsExactly("E2");
    }

    static List<Arguments> sameFileInManyForms() {
        String comma = HEADER.strip() + "\nE1,Noor,Haddad,noor@example.org,\"a\nb\",,,\n";
        String bom = "\uFEFF";
        return List.of(
                Arguments.of("plain", comma),
                Arguments.of("a byte order mark", bom + comma),
                Arguments.of(
                        "Excel's semicolons and line ends",
                        bom + comma.replace(',', ';').replace("\n", "\r\n")),
                Arguments.of("tabs", comma.replace(',', '\t')),
                Arguments.of("header in another case, with spaces", comma.replace("external_id", " External ID ")),
                Arguments.of("no line end after the last row", comma.strip()),
                Arguments.of("blank rows between", comma.replace("\nE1", "\n\n,,,,,,,\nE1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameFileInManyForms")
    void readsTheFormsInWhichSpreadsheetsSave(String form, String csv) throws Exception {
        assertThat(imports.run(ImportKind.PEOPLE, csv).problems()).isEmpty();
        assertThat(person(people(), "E1").team().replace("\r", "")).isEqualTo("a\nb");
    }

    static List<Arguments> malformed() {
        String good = "E1,Noor,Haddad,noor@example.org,Platform,,,\n";
        return List.of(
                row("empty", new byte[0], 0, "", "empty"),
                row("only a byte order mark", "\uFEFF", 0, "", "empty"),
                row("header only", HEADER, 0, "", "no rows"),
                row("a workbook", new byte[] {'P', 'K', 3, 4, 0, 0}, 0, "", "Excel workbook"),
                row("binary", new byte[] {'a', ',', 0, 'b'}, 0, "", "byte 3 is zero"),
                row("UTF-16", (HEADER + good).getBytes(StandardCharsets.UTF_16), 0, "", "UTF-16"),
                row(
                        "Windows-1252",
                        (HEADER + "E1,Jörg,Weber,j@example.org,,,,\n").getBytes(Charset.forName("windows-1252")),
                        0,
                        "",
                        "byte %d, in line 2, is 0xF6".formatted(HEADER.length() + 5)),
                row("a column missing", HEADER.replace("email,", "") + good, 1, "", "“email” is missing"),
                row("a column unknown", HEADER.replace("team", "taem") + good, 1, "", "“taem” is not known"),
                row("a column twice", HEADER.replace("team", "email") + good, 1, "", "“email” is there twice"),
                row("another kind of file", "a;b;c\n1;2;3\n", 1, "", "“external_id” is missing"),
                row("a quote unclosed", HEADER + good + "E2,\"Ada,N,a@example.org,,,,\n" + good, 3, "", "never closed"),
                row("text after a quote", HEADER + "E2,\"Ada\"x,N,a@example.org,,,,\n", 2, "", "closing quote"),
                row("a cell too few", HEADER + "E1,Noor,Haddad\n", 2, "", "has 3 cells; the header has 8"),
                row("a person twice", HEADER + good + good.replace("noor@", "n@"), 3, "external_id", "also in row 2"),
                row("an e-mail twice", HEADER + good + good.replace("E1", "E2"), 3, "email", "also in row 2"),
                row("no e-mail", HEADER + good.replace("noor@example.org", ""), 2, "email", "is empty"),
                row("a wrong e-mail", HEADER + good.replace("noor@example.org", "noor"), 2, "email", "“noor” is not"),
                row("an unknown right", HEADER + good.replace("Platform,", "Platform,king"), 2, "roles", "“king”"),
                row("neither yes nor no", HEADER + good.replace(",,,\n", ",,maybe,\n"), 2, "active", "“maybe”"),
                row("an unknown mentor", HEADER + good.replace(",,,\n", ",,,E9\n"), 2, "mentor_external_id", "“E9”"),
                row(
                        "one's own mentor",
                        HEADER + good.replace(",,,\n", ",,,E1\n"),
                        2,
                        "mentor_external_id",
                        "themselves"),
                row(
                        "a cell of 50 MB",
                        HEADER + good.replace("Noor", "x".repeat(50_000_000)),
                        2,
                        "",
                        "longer than 1,000,000"),
                row("a name of a page", HEADER + good.replace("Noor", "x".repeat(5_000)), 2, "given_name", "5,000"));
    }

    private static Arguments row(String name, String csv, long row, String column, String says) {
        return row(name, csv.getBytes(StandardCharsets.UTF_8), row, column, says);
    }

    private static Arguments row(String name, byte[] csv, long row, String column, String says) {
        return Arguments.of(name, csv, row, column, says);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsWrongIsNamedWithItsPlaceAndNothingIsImported(
            String name, byte[] csv, long row, String column, String says) throws Exception {
        ImportOutcome outcome = imports.run(ImportKind.PEOPLE, csv);

        assertThat(outcome.imported()).isFalse();
        assertThat(outcome.problems()).anySatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(row);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.message()).contains(says).hasSizeLessThan(700);
        });
        assertThat(imports.count("person")).isZero();
        assertThat(imports.count("team")).isZero();
        assertThat(imports.asOwner
                        .sql("select workflow_state from import_job")
                        .query(String.class)
                        .list())
                .containsExactly("failed");
    }

    @Test
    void oneWrongRowAmongThousandsKeepsAllOut() throws Exception {
        String csv = HEADER
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> "E%d,Given,Family,%s,Team %d,,,\n"
                                .formatted(i, i == 4_321 ? "nobody" : "p" + i + "@example.org", i % 9))
                        .collect(Collectors.joining());

        ImportOutcome outcome = imports.run(ImportKind.PEOPLE, csv);

        assertThat(outcome.problems()).extracting(Problem::row).containsExactly(4_323L);
        assertThat(imports.count("person")).isZero();
    }

    @Test
    void whatADoorRefusesIsTracedToItsRow() throws Exception {
        imports.run(ImportKind.PEOPLE, HEADER + "E0,Ada,N,taken@example.org,,,,\n");
        String csv = HEADER
                + IntStream.rangeClosed(1, 50)
                        .mapToObj(i -> "E%d,Given,Family,%s,,,,\n"
                                .formatted(i, i == 33 ? "Taken@example.org" : "p" + i + "@example.org"))
                        .collect(Collectors.joining());

        ImportOutcome outcome = imports.run(ImportKind.PEOPLE, csv);

        assertThat(outcome.problems()).extracting(Problem::row).containsExactly(34L);
        assertThat(imports.count("person")).isEqualTo(1);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndChangesNothing() throws Exception {
        imports.run(ImportKind.PEOPLE, HEADER + "E1,Noor,Haddad,noor@example.org,,,,\n");

        ImportOutcome outcome = imports.dryRun(
                ImportKind.PEOPLE,
                HEADER + "E1,Nour,Haddad,noor@example.org,,,,\nE2,Ada,Nyström,ada@example.org,,,,\n");

        assertThat(outcome.sound()).isTrue();
        assertThat(outcome.imported()).isFalse();
        assertThat(outcome.summary()).contains("1 new", "1 known before", "dry run");
        assertThat(person(people(), "E1").givenName()).isEqualTo("Noor");
        assertThat(imports.count("person")).isEqualTo(1);
    }

    @Test
    void nobodyLeavesByBeingAbsentAndAnAbsentColumnChangesNothing() throws Exception {
        imports.run(ImportKind.PEOPLE, HEADER + """
                E1,Noor,Haddad,noor@example.org,Platform,ADMINISTRATOR,,
                E2,Ada,Nyström,ada@example.org,Platform,MENTOR,,
                """);

        ImportOutcome outcome =
                imports.run(ImportKind.PEOPLE, "external_id,given_name,email\nE1,Nour,nour@example.org\n");

        assertThat(outcome.problems()).isEmpty();
        Person nour = person(people(), "E1");
        assertThat(nour.givenName()).isEqualTo("Nour");
        assertThat(nour.familyName()).isEqualTo("Haddad");
        assertThat(nour.team()).isEqualTo("Platform");
        assertThat(nour.roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(people()).containsKey("E2");
    }

    @Test
    void twoPeopleMaySwapTheirAddresses() throws Exception {
        imports.run(ImportKind.PEOPLE, HEADER + "E1,A,A,a@example.org,,,,\nE2,B,B,b@example.org,,,,\n");
        ImportOutcome outcome =
                imports.run(ImportKind.PEOPLE, HEADER + "E1,A,A,b@example.org,,,,\nE2,B,B,a@example.org,,,,\n");
        assertThat(outcome.problems()).isEmpty();
        assertThat(person(people(), "E1").email()).isEqualTo("b@example.org");
    }

    @Test
    void theErrorFileHoldsTheFailingRowsAndNoCellOfItActsInASpreadsheet() throws Exception {
        ImportOutcome outcome = imports.run(ImportKind.PEOPLE, HEADER + """
                E1,=HYPERLINK("http://evil"),Haddad,noor,,,,
                E2,Ada,Nyström,ada@example.org,,,,
                """);

        String file = outcome.errorFile().orElseThrow();
        assertThat(file.lines()).hasSize(2);
        assertThat(file)
                .contains("row,external_id,", ",error")
                .contains("'=HYPERLINK")
                .contains("email: “noor”");
        assertThat(file).doesNotContain("Nyström");
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void neutralisesEveryFormOfFormula(String cell, String harmless) {
        assertThat(ErrorFile.harmless(cell)).isEqualTo(harmless);
    }

    static List<Arguments> formulas() {
        return List.of(
                Arguments.of("=1+1", "'=1+1"),
                Arguments.of("+1", "'+1"),
                Arguments.of("-1", "'-1"),
                Arguments.of("@SUM(A1)", "'@SUM(A1)"),
                Arguments.of("\t=1", "'\t=1"),
                Arguments.of("  =1", "'  =1"),
                Arguments.of("a=1", "a=1"),
                Arguments.of("", ""));
    }

    @Test
    void aFileWithAMistakeInEveryRowIsCountedButNotListedWithoutEnd() throws Exception {
        String csv = HEADER
                + IntStream.range(0, 3_000)
                        .mapToObj(i -> "E%d,Given,Family,nobody%d,,,,\n".formatted(i, i))
                        .collect(Collectors.joining());

        ImportOutcome outcome = imports.run(ImportKind.PEOPLE, csv);

        assertThat(outcome.problems()).hasSize(Problems.MOST_ROWS);
        assertThat(outcome.errors()).isGreaterThanOrEqualTo(Problems.MOST_ROWS);
        ImportJob job = imports.bean(ImportJobs.class).latest(1).getFirst();
        assertThat(job.messages()).hasSize(ImportJobs.MOST_MESSAGES);
        assertThat(job.state()).isEqualTo(ImportJob.State.FAILED);
    }

    @Test
    void anImportIsAuditedWithItsFileAndCountsAndNothingElse() throws Exception {
        imports.run(ImportKind.PEOPLE, HEADER + "E1,Noor,Haddad,noor@example.org,,,,\n");
        List<String> details = imports.asOwner
                .sql("select details::text from audit_entry where action = 'import.completed'")
                .query(String.class)
                .list();
        assertThat(details).hasSize(1);
        assertThat(details.getFirst()).contains("people.csv", "sha256", "1 new").doesNotContain("Noor");
    }

    private Map<String, Person> people() {
        return imports.bean(People.class).active().stream()
                .collect(Collectors.toMap(Person::externalId, person -> person));
    }

    private static Person person(Map<String, Person> people, String externalId) {
        Person person = people.get(externalId);
        assertThat(person).as(externalId).isNotNull();
        return java.util.Objects.requireNonNull(person);
    }
}
