package dev.trellis.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.BesideOthers;
import dev.trellis.testing.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story as a stranger sees it who starts Trellis today, whatever day that is: from an empty folder, by the machine's clock. */
@Tag("long")
@BesideOthers
class StoryTodayTest {

    @TempDir
    Path home;

    @Test
    void theDemoIsMadeAndSaysOnItsPagesWhatItPromises() {
        try (RunningTrellis trellis = RunningTrellis.in(home, DemoPeople.arguments("--trellis.trends.settle-for=5s"))) {
            DemoPeople people = new DemoPeople(trellis);
            people.awaitTheirDrafts();

            Browser mentor = people.mentor();
            String draft =
                    DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME).orElseThrow();
            assertThat(DemoPeople.items(mentor.get("/review/" + draft).body())).hasSizeGreaterThanOrEqualTo(3);
            assertThat(people.learner().get("/me").body()).contains("No plan yet");

            Browser hr = people.hrPartner();
            trellis.await(
                    "what changed is flagged",
                    () -> hr.get("/trends").body().contains("“Workload and boundaries” rises in Platform"));
            assertThat(hr.get("/trends").body()).contains("The gap in “Giving feedback” closes in Sales");
            assertThat(hr.get("/trends").body().split("<article class=\"flag\"", -1))
                    .hasSize(3);
        }
    }
}
