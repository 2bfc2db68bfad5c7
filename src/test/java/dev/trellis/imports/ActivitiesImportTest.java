package dev.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitiesImportTest {

    private static final String HEADER =
            "external_id,title,description,kind,effort_hours,provider,url,competencies,available\n";

    @TempDir
    Path folder;

    private ImportsFixture imports;
    private Map<String, CompetencyId> ids = Map.of();

    @BeforeEach
    void aFramework() {
        imports = new ImportsFixture(folder);
        FrameworkId house = catalog()
                .save(new Framework(new FrameworkId(new UUID(0, 1)), "house", "House framework", "", 0, 5))
                .id();
        ids = catalog()
                .saveCompetencies(
                        house,
                        List.of(
                                competency(house, 1, "delegation"),
                                competency(house, 2, "http://example.org/skill/2")));
    }

    @AfterEach
    void close() {
        imports.close();
    }

    @Test
    void anActivityDevelopsCompetenciesEvenWhereTheirCodesHoldColons() throws Exception {
        ImportOutcome outcome = imports.run(
                ImportKind.ACTIVITIES,
                HEADER
                        + "A1,Hand over,\"Two, or three\",experience,\"2,5\",In house,https://x.org/a?b=1,"
                        + "house:delegation:1-2.5; house:http://example.org/skill/2:0-1 ;,no\n");

        assertThat(outcome.problems()).isEmpty();
        LearningActivity activity = activity("A1");
        assertThat(activity.effortHours()).isEqualTo(2.5);
        assertThat(activity.available()).isFalse();
        assertThat(activity.develops())
                .containsExactlyInAnyOrder(
                        new Develops(id("delegation"), 1, 2.5), new Develops(id("http://example.org/skill/2"), 0, 1));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A1,T,,EXPERIENCE,1,,,house:delegation,yes | competencies | is not like framework:code:from-to",
                "A1,T,,EXPERIENCE,1,,,nowhere:delegation:1-2,yes | competencies | “nowhere” is no framework",
                "A1,T,,EXPERIENCE,1,,,house:flying:1-2,yes | competencies | “flying” is no competency of House framework",
                "A1,T,,EXPERIENCE,1,,,house:delegation:3-2,yes | competencies | levels must rise, within 0 to 5",
                "A1,T,,EXPERIENCE,1,,,house:delegation:1-9,yes | competencies | levels must rise, within 0 to 5",
                "A1,T,,EXPERIENCE,1,,,house:delegation:low-high,yes | competencies | does not end in levels like 2-3.5",
                "A1,T,,EXPERIENCE,1,,,house:delegation:1-2;house:delegation:2-3,yes | competencies | already there",
                "A1,T,,DOING,1,,,,yes | kind | “DOING” is not one of EXPERIENCE, EXPOSURE, EDUCATION",
                "A1,T,,EXPERIENCE,-1,,,,yes | effort_hours | “-1” is not a number",
                "A1,T,,EXPERIENCE,0,,,,yes | effort_hours | “0” is not above 0",
                "A1,T,,EXPERIENCE,NaN,,,,yes | effort_hours | “NaN” is not a number",
                "A1,T,,EXPERIENCE,1,,javascript:alert(1),,yes | url | is not an address beginning with https://",
                "A1,,,EXPERIENCE,1,,,,yes | title | is empty",
                ",T,,EXPERIENCE,1,,,,yes | external_id | is empty"
            })
    void aWrongCellIsNamedByColumnAndReason(String row, String column, String says) throws Exception {
        ImportOutcome outcome =
                imports.run(ImportKind.ACTIVITIES, HEADER + "A0,Fine,,EXPERIENCE,1,,,,yes\n" + row + "\n");

        assertThat(outcome.problems()).anySatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.message()).contains(says);
        });
        assertThat(imports.count("learning_activity")).isZero();
    }

    @Test
    void anAbsentColumnChangesNothingOfAKnownActivity() throws Exception {
        imports.run(
                ImportKind.ACTIVITIES, HEADER + "A1,T,Words,EXPERIENCE,1,P,https://x.org,house:delegation:1-2,no\n");
        imports.run(ImportKind.ACTIVITIES, "external_id,title,kind,effort_hours\nA1,New title,EXPOSURE,2\n");

        LearningActivity activity = activity("A1");
        assertThat(activity.title()).isEqualTo("New title");
        assertThat(activity.description()).isEqualTo("Words");
        assertThat(activity.url()).isEqualTo("https://x.org");
        assertThat(activity.develops()).hasSize(1);
        assertThat(activity.available()).isFalse();
    }

    @Test
    void sixtyThousandRowsAreImportedWhole() throws Exception {
        Random chance = new Random(7);
        String csv = HEADER
                + IntStream.range(0, 60_000)
                        .mapToObj(i ->
                                "A%d,Activity %d,\"Some words, and a\nsecond line\",EDUCATION,%d,P,,house:delegation:%d-%d,yes\n"
                                        .formatted(
                                                i, i, 1 + chance.nextInt(40), chance.nextInt(3), 3 + chance.nextInt(3)))
                        .collect(Collectors.joining());
        long began = System.nanoTime();
        ImportOutcome outcome = imports.run(ImportKind.ACTIVITIES, csv);
        System.out.printf("60,000 activities in %.1f s%n", (System.nanoTime() - began) / 1e9);

        assertThat(outcome.problems()).isEmpty();
        assertThat(catalog().countActivities()).isEqualTo(60_000);
        assertThat(imports.count("activity_develops")).isEqualTo(60_000);
    }

    private static Competency competency(FrameworkId framework, long id, String code) {
        return new Competency(new CompetencyId(new UUID(1, id)), framework, code, code, "", "", List.of(), List.of());
    }

    private Catalog catalog() {
        return imports.bean(Catalog.class);
    }

    private CompetencyId id(String code) {
        return Objects.requireNonNull(ids.get(code));
    }

    private LearningActivity activity(String externalId) {
        ActivityId id = Objects.requireNonNull(
                catalog().activityIdsByExternalId(List.of(externalId)).get(externalId));
        return Objects.requireNonNull(catalog().activities(List.of(id)).get(id));
    }
}
