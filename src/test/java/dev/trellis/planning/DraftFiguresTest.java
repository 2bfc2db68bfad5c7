package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.planning.DraftFigures.Week;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftFiguresTest {

    private final PipelineWorld world = new PipelineWorld();
    private final DraftFigures figures = new DraftFigures(world.db.jdbc, world.db.readingAs);

    @Test
    void countsADraftThatHeldAtOnceAsNeitherRepairedNorWithheld() {
        world.drafted();

        assertThat(week().count("made")).isOne();
        assertThat(week().count("repaired")).isZero();
        assertThat(week().count("withheld")).isZero();
        assertThat(week().findings()).isEmpty();
    }

    @Test
    void countsACodeOnceADraftHoweverOftenItWasFound() {
        world.drafter.thenDraftWith(2).thenDraftWith(0);
        world.drafted();

        assertThat(week().count("repaired")).isOne();
        assertThat(week().findings()).containsExactly(java.util.Map.entry("CLAIM_NOT_SUPPORTED", 1));
        assertThat(week().shareWith("CLAIM_NOT_SUPPORTED")).isEqualTo(1.0);
    }

    @Test
    void stillCountsAWithheldDraftOnceAnotherTookItsPlace() {
        world.drafter.thenDraftWith(3).thenDraftWith(3);
        world.templates.thenDraftWith(3);
        world.drafted();
        assertThat(week().count("withheld")).isOne();

        world.reflection("A new note changes the inputs, so another draft is made.");
        world.drafted();

        assertThat(week().count("made")).isEqualTo(2);
        assertThat(week().count("withheld")).isOne();
    }

    @Test
    void saysWhichWriterWroteHowMany() {
        world.drafter.thenDraftWith(3).thenDraftWith(3);
        world.drafted();

        assertThat(week().writers()).containsOnlyKeys("scripted", "templates");
    }

    @Test
    void leavesOutWhatIsOlderThanAsked() {
        world.drafted();

        assertThat(figures.since(world.db.clock.instant().plusSeconds(1))).isEmpty();
    }

    private Week week() {
        List<Week> weeks = figures.since(Instant.EPOCH);
        assertThat(weeks).hasSize(1);
        return weeks.getFirst();
    }
}
