package dev.trellis.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivitySearchTest {

    @TempDir
    private Path folder;

    private SearchWorld world;
    private Framework framework = new Framework(new FrameworkId(UUID.randomUUID()), "house", "House", "", 1, 5);
    private CompetencyId letting = new CompetencyId(UUID.randomUUID());

    @BeforeEach
    void start() {
        world = new SearchWorld(folder).started();
        framework = world.catalog.save(framework);
        letting = save("Handing over whole pieces of work.", "letting go");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private CompetencyId save(String description, String label) {
        Competency competency = new Competency(
                letting, framework.id(), "LET", "Delegation", "", description, List.of(label), List.of());
        return requireNonNull(world.catalog
                .saveCompetencies(framework.id(), List.of(competency))
                .get("LET"));
    }

    private ActivityId save(String title, List<Develops> develops) {
        return world.catalog
                .saveActivities(List.of(new LearningActivity(
                        new ActivityId(UUID.randomUUID()),
                        title,
                        title,
                        "Two weeks off.",
                        ActivityKind.EXPERIENCE,
                        2,
                        "",
                        "",
                        develops,
                        true)))
                .getFirst();
    }

    @Test
    void findsAnActivityByWhatItDevelops() {
        ActivityId holiday = save("A holiday nobody calls you in", List.of(new Develops(letting, 1, 3)));
        save("Breakfast", List.of());
        world.caughtUpWithVectors();

        for (String question : List.of("delegation", "letting go", "pieces of work")) {
            ActivitySearch.Hit best = world.activities.find(question, 5).getFirst();
            assertThat(best.activity()).isEqualTo(holiday);
            assertThat(best.why().words()).isNotEmpty();
            // Neither its title nor its description says so.
            assertThat(best.why().written()).isEmpty();
            assertThat(best.score()).isEqualTo(best.why().score());
        }
    }

    @Test
    void aCompetencyWrittenAnewIsWhatItsActivitiesAreFoundBy() {
        ActivityId holiday = save("A holiday nobody calls you in", List.of(new Develops(letting, 1, 3)));
        world.caughtUpWithVectors();

        save("Handing over whole pieces of work.", "empowerment");
        world.caughtUp();

        assertThat(world.activities.find("empowerment", 5).getFirst())
                .satisfies(hit -> assertThat(hit.activity()).isEqualTo(holiday))
                .satisfies(hit -> assertThat(hit.why().words())
                        .extracting(Passage.Word::asked)
                        .containsExactly("empowerment"));
        assertThat(world.activities.find("letting go", 5))
                .allSatisfy(hit -> assertThat(hit.why().words()).isEmpty());
    }
}
