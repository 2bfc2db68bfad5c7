package dev.trellis.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.BesideOthers;
import dev.trellis.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code kill -9} of the service, twice, in one home: while it builds its index, and while mentors sign off. Afterwards everything acknowledged is there, nothing is half there, and the index equals the database.
 */
@Tag("long")
@BesideOthers
class CrashTest {

    private static final int SIGN_OFFS_SEEN = 2;

    @TempDir
    Path home;

    @Test
    void nothingAcknowledgedIsLostAndTheIndexEqualsTheDatabase() {
        killWhileIndexing();
        Map<String, Integer> acknowledged = killWhileSigningOff();

        try (RunningTrellis trellis = RunningTrellis.in(home, DemoPeople.arguments())) {
            everySignOffIsWholeOrNotThere(trellis.database(), acknowledged);
            assertThat(trellis.command("audit", "verify").said()).contains("Intact");
            trellis.await(
                    "the index caught up",
                    () -> trellis.command("index", "compare").said().contains("equals the database"));
        }
    }

    private void killWhileIndexing() {
        try {
            DemoHome.delete(DemoHome.copyTo(home).resolve("index"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningTrellis trellis = RunningTrellis.starting(home, DemoPeople.arguments());
        trellis.await("the index is being built", () -> trellis.log().contains("Building the search index"));
        trellis.kill();
        assertThat(trellis.command("index", "compare").said())
                .as("it was killed before all was indexed")
                .contains("missing in the index");
    }

    /** @return status answered to each sign-off that was answered, by draft */
    private Map<String, Integer> killWhileSigningOff() {
        RunningTrellis trellis = RunningTrellis.in(home, DemoPeople.arguments());
        DemoPeople people = new DemoPeople(trellis);
        Browser mentor = people.mentor();
        List<String> drafts = DemoPeople.draftsInInbox(mentor);
        assertThat(drafts).hasSizeGreaterThan(SIGN_OFFS_SEEN + 1);
        drafts.forEach(draft -> acceptAll(mentor, draft));

        Map<String, Integer> answered = new ConcurrentHashMap<>();
        CompletableFuture<Void> signingOff = CompletableFuture.runAsync(() -> {
            for (String draft : drafts) {
                answered.put(draft, signOff(mentor, draft).statusCode());
            }
        });
        trellis.await("some drafts were signed off", () -> answered.size() >= SIGN_OFFS_SEEN || signingOff.isDone());
        trellis.kill();
        signingOff.exceptionally(brokenOff -> null).join();
        assertThat(answered.values()).isNotEmpty().allMatch(status -> status == 302 || status == 303);
        return answered;
    }

    private static void acceptAll(Browser mentor, String draft) {
        String page = "/review/" + draft;
        for (String item : DemoPeople.items(mentor.get(page).body())) {
            mentor.submit(page, page + "/items/" + item + "/accept", "source", "read");
        }
    }

    private static HttpResponse<String> signOff(Browser mentor, String draft) throws UncheckedIOException {
        String page = "/review/" + draft;
        String version = DemoPeople.field(mentor.get(page).body(), "version");
        return mentor.submit(page, page + "/sign-off", "version", version);
    }

    /** A draft is approved, signed off, audited and a plan, or none of these. */
    private static void everySignOffIsWholeOrNotThere(JdbcClient database, Map<String, Integer> acknowledged) {
        List<String> approved = ids(database, "select id from plan_draft where state = 'APPROVED'");
        assertThat(approved).containsAll(acknowledged.keySet());
        assertThat(ids(database, "select draft from sign_off")).containsExactlyInAnyOrderElementsOf(approved);
        assertThat(ids(database, "select draft from development_plan")).containsExactlyInAnyOrderElementsOf(approved);
        assertThat(ids(database, "select substring(subject from 7) from audit_entry where action = 'draft.signed-off'"))
                .containsExactlyInAnyOrderElementsOf(approved);
    }

    private static List<String> ids(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
