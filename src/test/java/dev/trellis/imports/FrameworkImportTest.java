package dev.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.CompetencyRelation;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.catalog.RoleProfile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkImportTest {

    private static final Path FIXTURES = Path.of("src/test/resources/dev/trellis/imports");

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
    void onetOccupationsExpectItsOwnLevels() {
        ImportOutcome outcome = imports.run(ImportKind.ONET, FIXTURES.resolve("onet"), false);

        assertThat(outcome.imported()).isTrue();
        assertThat(outcome.summary()).contains("3 competencies", "3 role profiles", "4 expectations");
        assertThat(expectations("99-0002.00"))
                .containsExactly(
                        tuple("Reading", 4.75, 1.0), tuple("Administration", 5.0, .875), tuple("Perceiving", 4.0, .75));
    }

    @Test
    void whatOnetMarksAsNotRelevantOrTooImpreciseIsNotExpected() {
        imports.run(ImportKind.ONET, FIXTURES.resolve("onet"), false);

        assertThat(expectations("99-0001.00")).containsExactly(tuple("Reading", 2.5, .5));
        assertThat(expectations("99-0003.00")).isEmpty();
    }

    @Test
    void onetElementsCarryHeadingDescriptionAnchorsAndAttribution() {
        imports.run(ImportKind.ONET, FIXTURES.resolve("onet"), false);

        Framework onet = catalog().framework("onet").orElseThrow();
        assertThat(onet.attribution()).contains("U.S. Department of Labor", "CC BY 4.0");
        assertThat(onet.highestLevel()).isEqualTo(7);
        Map<String, Competency> byCode = byCode(onet);
        assertThat(byCode).containsOnlyKeys("2.A.1.a", "2.B.1.a", "2.C.1.a");
        Competency reading = Objects.requireNonNull(byCode.get("2.A.1.a"));
        assertThat(reading.group()).isEqualTo("Content");
        assertThat(reading.description()).isEqualTo("Reading what is written.");
        assertThat(reading.levels())
                .containsExactly(
                        new ProficiencyLevel(2, "", "Read a street sign"),
                        new ProficiencyLevel(6, "", "Read a town charter"));
    }

    @Test
    void gzipAndZipHoldTheSameAsTheFolder() throws Exception {
        Path packed = Files.createDirectory(folder.resolve("packed"));
        Path zip = folder.resolve("onet.zip");
        try (Stream<Path> files = Files.list(FIXTURES.resolve("onet"));
                ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files.toList()) {
                try (OutputStream out =
                        new GZIPOutputStream(Files.newOutputStream(packed.resolve(file.getFileName() + ".gz")))) {
                    Files.copy(file, out);
                }
                archive.putNextEntry(new ZipEntry("db/../../" + file.getFileName()));
                Files.copy(file, archive);
            }
        }
        String plain =
                imports.run(ImportKind.ONET, FIXTURES.resolve("onet"), false).summary();
        assertThat(imports.run(ImportKind.ONET, packed, false).summary()).isEqualTo(plain);
        assertThat(imports.run(ImportKind.ONET, zip, false).summary()).isEqualTo(plain);
    }

    @Test
    void importingAFrameworkAgainChangesNoId() {
        imports.run(ImportKind.ONET, FIXTURES.resolve("onet"), false);
        Map<String, Competency> before = byCode(catalog().framework("onet").orElseThrow());
        imports.run(ImportKind.ONET, FIXTURES.resolve("onet"), false);
        assertThat(byCode(catalog().framework("onet").orElseThrow())).isEqualTo(before);
        assertThat(imports.count("expectation")).isEqualTo(4);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        // A level beyond the scale
        "99-0001.00\tx\t2.A.1.a\tx\tLV\tx\t9.5\t8\tN\tN, 2, Broken.txt: data value 9.5 is not between 0.0 and 7.0",
        // Words for a level
        "99-0001.00\tx\t2.A.1.a\tx\tLV\tx\thigh\t8\tN\tN, 2, Broken.txt: data value is not a number",
        // A row cut short
        "99-0001.00\tx\t2.A.1.a\tx\tLV, 2, Broken.txt: has 5 cells; the header has 10"
    })
    void aWrongRowIsNamedAndNothingIsImported(String line, long row, String says) throws Exception {
        copy("onet");
        Files.writeString(
                folder.resolve("Broken.txt"),
                "O*NET-SOC Code\tTitle\tElement ID\tElement Name\tScale ID\tScale Name\tData Value\tN\tRecommend Suppress\tNot Relevant\n"
                        + line + "\n");

        ImportOutcome outcome = imports.run(ImportKind.ONET, folder, false);

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(row);
            assertThat(problem.message()).startsWith(says);
        });
        assertThat(imports.count("framework")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ONET, Knowledge.txt", "ESCO, skills_en_label.txt"})
    void aFolderOfSomethingElseIsRefusedWithWhatIsMissing(ImportKind kind, String only) throws Exception {
        Files.copy(FIXTURES.resolve(kind == ImportKind.ONET ? "onet" : "esco").resolve(only), folder.resolve(only));
        ImportOutcome outcome = imports.run(kind, folder, false);
        assertThat(outcome.sound()).isFalse();
        assertThat(outcome.problems().getFirst().message()).contains("No file of", "holds");
        assertThat(imports.run(kind, folder.resolve("nowhere"), false)
                        .problems()
                        .getFirst()
                        .message())
                .contains("There is no folder or zip archive");
    }

    @Test
    void escoSkillsCarryOtherNamesHeadingsAndRelations() {
        ImportOutcome outcome = imports.run(ImportKind.ESCO, FIXTURES.resolve("esco"), false);

        assertThat(outcome.imported()).isTrue();
        assertThat(outcome.summary()).contains("4 competencies", "2 relations", "1 role profiles");
        Framework esco = catalog().framework("esco").orElseThrow();
        Map<String, Competency> byName = catalog().competencies(esco.id()).stream()
                .collect(Collectors.toMap(Competency::name, Function.identity()));
        Competency lamps = Objects.requireNonNull(byName.get("light lamps"));
        Competency gasLamps = Objects.requireNonNull(byName.get("light gas lamps"));
        Competency gas = Objects.requireNonNull(byName.get("gas"));
        assertThat(lamps.alternativeLabels()).containsExactly("kindle lamps", "lighting of lamps");
        assertThat(lamps.group()).isEqualTo("working with light");
        assertThat(gasLamps.group()).isEqualTo("working with light");
        assertThat(imports.bean(CompetencyRelations.class).from(List.of(lamps.id(), gasLamps.id(), gas.id())))
                .containsExactlyInAnyOrder(
                        new CompetencyRelation(gasLamps.id(), CompetencyRelation.Kind.NARROWER, lamps.id()),
                        new CompetencyRelation(gasLamps.id(), CompetencyRelation.Kind.REQUIRES, gas.id()));
    }

    @Test
    void escoOccupationsExpectNothingAndThatIsSaid() {
        ImportOutcome outcome = imports.run(ImportKind.ESCO, FIXTURES.resolve("esco"), false);

        RoleProfile lamplighter = catalog().role("9999.1").orElseThrow();
        assertThat(lamplighter.name()).isEqualTo("lamplighter");
        assertThat(lamplighter.description()).isEqualTo("Lights lamps,\nevery evening.");
        assertThat(lamplighter.expectations()).isEmpty();
        assertThat(outcome.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("without expectations"));
        assertThat(imports.bean(ImportJobs.class).latest(1).getFirst().state())
                .isEqualTo(ImportJob.State.IMPORTED_WITH_MESSAGES);
    }

    /** The real frameworks, where someone names their folder: {@code -Dtrellis.shared=../shared/data}. */
    @Test
    @EnabledIfSystemProperty(named = "trellis.shared", matches = ".+")
    void theRealFrameworksTakeSeconds() {
        Path shared = Path.of(System.getProperty("trellis.shared"));
        for (ImportKind kind : List.of(ImportKind.ONET, ImportKind.ESCO, ImportKind.ONET)) {
            long began = System.nanoTime();
            ImportOutcome outcome = imports.run(kind, shared.resolve(kind.word()), false);
            System.out.printf(
                    "%s %.1f s: %s %s%n",
                    kind, (System.nanoTime() - began) / 1e9, outcome.summary(), outcome.problems());
            assertThat(outcome.imported()).isTrue();
        }
        assertThat(catalog().role("11-1011.00").orElseThrow().expectations()).hasSizeGreaterThan(30);
    }

    private void copy(String fixture) throws Exception {
        try (Stream<Path> files = Files.list(FIXTURES.resolve(fixture))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private Catalog catalog() {
        return imports.bean(Catalog.class);
    }

    private Map<String, Competency> byCode(Framework framework) {
        return catalog().competencies(framework.id()).stream()
                .collect(Collectors.toMap(Competency::code, Function.identity()));
    }

    private List<org.assertj.core.groups.Tuple> expectations(String role) {
        List<Expectation> expectations = catalog().role(role).orElseThrow().expectations();
        Map<CompetencyId, Competency> competencies = catalog()
                .competencies(expectations.stream().map(Expectation::competency).toList());
        return expectations.stream()
                .map(expectation -> tuple(
                        Objects.requireNonNull(competencies.get(expectation.competency()))
                                .name(),
                        expectation.level(),
                        expectation.importance()))
                .toList();
    }
}
