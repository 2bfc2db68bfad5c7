package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.TrellisCommand.CommandFailed;
import dev.trellis.testing.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class PracticeRunTest {

    private static final Tastes WEEK_LATER_AND_SHADOWING =
            new Tastes(0, List.of(new Tastes.Like("shadowing", 3), new Tastes.Like("study", -3)), 0, 14, 0, 0, 0.02, 0);

    private final DemoOrganisation demo = DemoOrganisation.generate(MadeUpOrganisation.SEED, LocalDate.of(2026, 11, 1));

    @Test
    void draftsForLearnersNobodyDecidedOnComeNearerToWhatTheirMentorWants() {
        PracticeRun run = new PracticeRun(demo, List.of(WEEK_LATER_AND_SHADOWING), 5);
        PracticeRun.Result prior = run.prior();
        run.until(40);

        assertThat(run.learned().acceptedUnchanged()).isGreaterThan(prior.acceptedUnchanged() + 0.2);
        assertThat(run.learned().ndcg()).isGreaterThan(prior.ndcg());
    }

    @Test
    void isTheSameRunForTheSameSeed() {
        PracticeRun one = new PracticeRun(demo, List.of(WEEK_LATER_AND_SHADOWING), 5);
        PracticeRun other = new PracticeRun(demo, List.of(WEEK_LATER_AND_SHADOWING), 5);
        one.until(12);
        other.until(12);

        assertThat(one.learned()).isEqualTo(other.learned());
    }

    @Test
    void namesThePlaceOfWhatIsWrongInAFileOfTastes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tastes.json");
        Files.writeString(file, """
                {"mentors": [{"likes": [{"what": "study", "weight": 1}]}, {"likes": [{"what": "golf", "weight": 1}]}]}
                """);
        assertThatThrownBy(() -> TastesFile.read(file))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("/mentors/1/likes/0/what")
                .hasMessageContaining("golf");

        Files.writeString(file, "{\"mentors\": [{\"noise\": 2}]}");
        assertThatThrownBy(() -> TastesFile.read(file)).hasMessageContaining("/mentors/0/noise");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> TastesFile.read(file)).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> TastesFile.read(folder.resolve("none.json"))).hasMessageContaining("no such file");
    }
}
