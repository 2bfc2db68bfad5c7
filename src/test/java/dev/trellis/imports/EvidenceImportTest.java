package dev.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceImportTest {

    private static final String GOALS =
            "external_id,person,title,specific,measure,achievable,relevant,due_on,horizon,state,visibility,written_on\n";
    private static final String REFLECTIONS = "external_id,person,written_on,title,text,form,visibility\n";

    @TempDir
    Path folder;

    private ImportsFixture imports;

    @BeforeEach
    void people() throws Exception {
        imports = new ImportsFixture(folder);
        imports.run(
                ImportKind.PEOPLE,
                "external_id,given_name,email,mentor_external_id\nE1,Noor,n@example.org,E2\nE2,Ada,a@example.org,\n");
    }

    @AfterEach
    void close() {
        imports.close();
    }

    @Test
    void aGoalAndAReflectionOfOneIdAreTwoThingsWrittenByThePerson() throws Exception {
        assertThat(imports.run(
                                ImportKind.GOALS,
                                GOALS
                                        + "1,E1,Hand over,Ben writes the notes.,Two releases.,,,2027-03-31,,,MENTOR,2026-11-03\n")
                        .problems())
                .isEmpty();
        assertThat(imports.run(
                                ImportKind.REFLECTIONS,
                                REFLECTIONS + "1,E1,2026-11-03,,\"I said yes,\nagain.\",,ORGANISATION\n")
                        .problems())
                .isEmpty();

        List<Evidence> seen = about("E1", "E2");
        assertThat(seen)
                .hasSize(2)
                .allSatisfy(evidence -> assertThat(evidence.author().toString()).contains(id("E1").toString()));
        Evidence goal = seen.stream()
                .filter(evidence -> evidence.kind() == EvidenceKind.GOAL)
                .findFirst()
                .orElseThrow();
        assertThat(goal.text()).isEqualTo("Ben writes the notes.");
        assertThat(goal.detail())
                .isEqualTo(new Detail.Goal(
                        Detail.Horizon.SHORT_TERM,
                        "Two releases.",
                        "",
                        "",
                        LocalDate.of(2027, 3, 31),
                        Detail.GoalState.OPEN));
    }

    @Test
    void whatIsPrivateArrivesPrivate() throws Exception {
        imports.run(ImportKind.REFLECTIONS, REFLECTIONS + "1,E1,2026-11-03,,For me alone.,,private\n");
        assertThat(about("E1", "E2")).isEmpty();
        assertThat(about("E1", "E1")).extracting(Evidence::visibility).containsExactly(Visibility.PRIVATE);
    }

    @Test
    void aReflectionIsAboutTheCompetencyItsWriterNamed() throws Exception {
        CompetencyId delegation = delegation();

        assertThat(imports.run(
                                ImportKind.REFLECTIONS,
                                "external_id,person,written_on,text,visibility,competency\n"
                                        + "1,E1,2026-11-03,I let go.,MENTOR,house:delegation\n"
                                        + "2,E1,2026-11-04,And again.,MENTOR,\n")
                        .problems())
                .isEmpty();

        assertThat(about("E1", "E2"))
                .extracting(evidence -> evidence.detail().competencyNamed())
                .containsExactlyInAnyOrder(Optional.of(delegation), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "delegation, does not begin with a framework of the catalogue",
        "home:delegation, does not begin with a framework of the catalogue",
        "house:juggling, is no competency of House framework"
    })
    void aCompetencyThatIsNoneIsNamed(String competency, String says) throws Exception {
        delegation();

        ImportOutcome outcome = imports.run(
                ImportKind.REFLECTIONS,
                "external_id,person,written_on,text,visibility,competency\n1,E1,2026-11-03,I let go.,MENTOR,"
                        + competency + "\n");

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("competency");
            assertThat(problem.message()).contains(competency, says);
        });
        assertThat(about("E1", "E1")).isEmpty();
    }

    private CompetencyId delegation() {
        Catalog catalog = imports.bean(Catalog.class);
        FrameworkId house = catalog.save(
                        new Framework(new FrameworkId(new UUID(0, 1)), "house", "House framework", "", 0, 5))
                .id();
        catalog.saveCompetencies(
                house,
                List.of(new Competency(
                        new CompetencyId(new UUID(0, 2)),
                        house,
                        "delegation",
                        "Delegation",
                        "",
                        "",
                        List.of(),
                        List.of())));
        return catalog.competencies(house).getFirst().id();
    }

    @Test
    void importingAgainReplacesByExternalId() throws Exception {
        imports.run(ImportKind.REFLECTIONS, REFLECTIONS + "1,E1,2026-11-03,,Before.,,MENTOR\n");
        imports.run(ImportKind.REFLECTIONS, REFLECTIONS + "1,E1,2026-11-03,,After.,,MENTOR\n");
        assertThat(about("E1", "E2")).extracting(Evidence::text).containsExactly("After.");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "2,E9,2026-11-03,,Words.,,MENTOR | person | nobody has the external id “E9”",
                "2,E1,03.11.2026,,Words.,,MENTOR | written_on | “03.11.2026” is not a day; write it like 2026-11-24",
                "2,E1,2026-02-30,,Words.,,MENTOR | written_on | “2026-02-30” is not a day",
                "2,E1,2027-01-01,,Words.,,MENTOR | written_on | in the future",
                "2,E1,2026-11-03,,Words.,,EVERYONE | visibility | “EVERYONE” is not one of PRIVATE, MENTOR, ORGANISATION",
                "2,E1,2026-11-03,,Words.,, | visibility | is empty",
                "2,E1,2026-11-03,,,,MENTOR | text | is empty",
                "2,E1,2026-11-03,,Words.,POEM,MENTOR | form | “POEM” is not one of JOURNAL, SWOT"
            })
    void aWrongCellIsNamedAndNothingIsRecorded(String row, String column, String says) throws Exception {
        ImportOutcome outcome =
                imports.run(ImportKind.REFLECTIONS, REFLECTIONS + "1,E1,2026-11-03,,Fine.,,MENTOR\n" + row + "\n");

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.message()).contains(says);
        });
        assertThat(about("E1", "E1")).isEmpty();
    }

    @Test
    void anErrorNeverRepeatsWhatAPersonWrote() throws Exception {
        String secret = "Nobody may read this. ".repeat(10_000);
        ImportOutcome outcome = imports.run(
                ImportKind.REFLECTIONS, REFLECTIONS + "1,E1,2026-11-03,Tender title,\"" + secret + "\",,MENTOR\n");

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("text");
            assertThat(problem.message()).contains("219,999", "100,000").doesNotContain("Nobody");
        });
        assertThat(outcome.errorFile().orElseThrow())
                .contains("(left out)", "2026-11-03")
                .doesNotContain("Nobody")
                .doesNotContain("Tender");
        assertThat(imports.asOwner
                        .sql("select processing_errors::text || summary from import_job where kind = 'REFLECTIONS'")
                        .query(String.class)
                        .single())
                .doesNotContain("Nobody")
                .doesNotContain("Tender");
    }

    @Test
    void aReflectionOf50MegabytesIsNamedByItsRow() throws Exception {
        ImportOutcome outcome = imports.run(
                ImportKind.REFLECTIONS,
                REFLECTIONS + "1,E1,2026-11-03,,Fine.,,MENTOR\n2,E1,2026-11-03,,\"" + "long ".repeat(10_000_000)
                        + "\",,MENTOR\n");
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(3);
            assertThat(problem.message()).contains("longer than 1,000,000 characters");
        });
        assertThat(about("E1", "E1")).isEmpty();
    }

    @Test
    void aGoalDueBeforeItWasSetIsTracedToItsRowAmongMany() throws Exception {
        String csv = GOALS
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> "%d,E1,T,What.,,,,%s,,,MENTOR,2026-11-03\n"
                                .formatted(i, i % 1_000 == 7 ? "2026-01-01" : "2027-01-01"))
                        .collect(Collectors.joining());
        ImportOutcome outcome = imports.run(ImportKind.GOALS, csv);
        assertThat(outcome.problems()).extracting(Problem::row).containsExactly(9L, 1_009L, 2_009L, 3_009L, 4_009L);
        assertThat(outcome.problems()).extracting(Problem::column).containsOnly("due_on");
        assertThat(about("E1", "E1")).isEmpty();
    }

    @Test
    void sixtyThousandGoalsAreRecordedWhole() throws Exception {
        String csv = GOALS
                + IntStream.range(0, 60_000)
                        .mapToObj(i ->
                                "%d,E%d,Title,\"What exactly, number %d\",Measure.,,,2027-01-01,,,MENTOR,2026-11-03\n"
                                        .formatted(i, 1 + i % 2, i))
                        .collect(Collectors.joining());
        long began = System.nanoTime();
        ImportOutcome outcome = imports.run(ImportKind.GOALS, csv);
        System.out.printf("60,000 goals in %.1f s%n", (System.nanoTime() - began) / 1e9);
        assertThat(outcome.summary()).contains("60,000 recorded");
        assertThat(about("E1", "E1")).hasSize(30_000);
    }

    private PersonId id(String externalId) {
        return Objects.requireNonNull(
                imports.bean(People.class).idsByExternalId(List.of(externalId)).get(externalId));
    }

    private List<Evidence> about(String person, String reader) {
        return imports.bean(EvidenceLedger.class)
                .about(
                        new Reader.OfPerson(id(reader)),
                        id(person),
                        Set.of(EvidenceKind.GOAL, EvidenceKind.REFLECTION),
                        100_000);
    }
}
