package dev.trellis.imports;

import static dev.trellis.testing.Browser.destination;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.TrellisApplication;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.Framework;
import dev.trellis.people.Credentials;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import dev.trellis.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages of imports and of the catalogue, on a real server and database. */
@SpringBootTest(
        classes = ImportPagesTest.Site.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "trellis.home=target/test-home-imports")
class ImportPagesTest {

    private static final String PASSWORD = "a garden wall";
    private static final String PAGE = ImportPages.PATH;
    private static final TestPostgres.Database DATABASE = TestPostgres.database();

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    Catalog catalog;

    @Autowired
    ImportJobs jobs;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = TrellisApplication.class,
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "dev\\.trellis\\.(?!people\\.|audit\\.|postgres\\.|catalog\\.|evidence\\.|imports\\.)[a-z]+\\..*"),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TrellisApplication.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?")
            })
    static class Site {}

    @Test
    void anAdministratorImportsPeopleFromTheTemplateAfterADryRun() {
        Browser administrator = signedIn(Role.ADMINISTRATOR);
        String template = administrator.get(PAGE + "/templates/people.csv").body();
        assertThat(template).startsWith("\uFEFFexternal_id,");

        HttpResponse<String> dry = administrator.upload(
                PAGE,
                PAGE + "/csv",
                "file",
                "C:\\people.csv",
                template.getBytes(UTF_8),
                "kind",
                "PEOPLE",
                "dryRun",
                "true");
        assertThat(finished(dry).state()).isEqualTo(ImportJob.State.IMPORTED);
        assertThat(people.findByEmail("noor.haddad@example.org")).isEmpty();
        assertThat(administrator.get(destination(dry)).body())
                .contains("would be imported", "people: 1 new", "Import it for real");

        HttpResponse<String> real = administrator.upload(
                PAGE, PAGE + "/csv", "file", "people.csv", template.getBytes(UTF_8), "kind", "PEOPLE");
        assertThat(finished(real).state()).isEqualTo(ImportJob.State.IMPORTED);
        assertThat(people.findByEmail("noor.haddad@example.org")).isPresent();
        assertThat(administrator.get(PAGE).body()).contains(">people.csv</a>").doesNotContain("C:\\people");
    }

    @Test
    void theFailingRowsAreForWhoeverSentThemAndForNobodyElse() {
        Browser sender = signedIn(Role.ADMINISTRATOR);
        Browser other = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> sent = sender.upload(
                PAGE,
                PAGE + "/csv",
                "file",
                "people.csv",
                "external_id,given_name,email\nE7,<b>Bo</b>,nobody\n".getBytes(UTF_8),
                "kind",
                "PEOPLE");
        assertThat(finished(sent).state()).isEqualTo(ImportJob.State.FAILED);

        assertThat(sender.get(destination(sent)).body()).contains("not imported", "errors.csv", "email: “nobody”");
        assertThat(other.get(destination(sent)).body()).contains("not imported").doesNotContain("errors.csv");
        assertThat(sender.get(destination(sent) + "/errors.csv").body()).contains("E7,<b>Bo</b>,nobody");
        assertThat(other.get(destination(sent) + "/errors.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void aFrameworkOnTheServersDiskIsImportedAndItsPagesSayWhoseItIs() {
        Browser administrator = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> sent = administrator.upload(
                PAGE,
                PAGE + "/framework",
                "archive",
                "",
                new byte[0],
                "kind",
                "ONET",
                "folder",
                Path.of("src/test/resources/dev/trellis/imports/onet")
                        .toAbsolutePath()
                        .toString());
        assertThat(finished(sent).state()).isEqualTo(ImportJob.State.IMPORTED_WITH_MESSAGES);

        Browser learner = signedIn(Role.LEARNER);
        assertThat(learner.get("/catalog/roles/99-0002.00").body())
                .contains("Chief Lamplighters", "Reading", "4.75", "very important", "U.S. Department of Labor");
        Framework onet = catalog.framework("onet").orElseThrow();
        Competency reading = catalog.competencies(onet.id()).stream()
                .filter(competency -> competency.code().equals("2.A.1.a"))
                .findFirst()
                .orElseThrow();
        assertThat(learner.get("/catalog/competencies/" + reading.id()).body())
                .contains("Read a town charter", "CC BY 4.0");
        assertThat(learner.get("/catalog/competencies/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(learner.get("/catalog/roles/none").statusCode()).isEqualTo(404);
    }

    @Test
    void anActivityShowsWhatItDevelopsAndNoAddressThatIsNoWebPage() {
        Browser administrator = signedIn(Role.ADMINISTRATOR);
        finished(administrator.upload(
                PAGE,
                PAGE + "/csv",
                "file",
                "a.csv",
                "external_id,title,kind,effort_hours,url\nX1,Shadow <i>Ada</i>,EXPOSURE,1,https://example.org/x\n"
                        .getBytes(UTF_8),
                "kind",
                "ACTIVITIES"));
        String id =
                String.valueOf(catalog.activityIdsByExternalId(List.of("X1")).get("X1"));
        assertThat(signedIn(Role.LEARNER).get("/catalog/activities/" + id).body())
                .contains("Shadow &lt;i&gt;Ada", "Through others, 1 hour", "https://example.org/x");
    }

    @Test
    void onlyAnAdministratorImports() {
        for (Role role : List.of(Role.LEARNER, Role.MENTOR, Role.HR_PARTNER, Role.PROGRAMME_LEAD)) {
            Browser browser = signedIn(role);
            assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
            assertThat(browser.upload("/", PAGE + "/csv", "file", "p.csv", new byte[] {1}, "kind", "PEOPLE")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void nothingSentIsAnsweredCalmly() {
        Browser administrator = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> sent =
                administrator.upload(PAGE, PAGE + "/csv", "file", "", new byte[0], "kind", "PEOPLE");
        assertThat(destination(sent)).isEqualTo(PAGE);
        assertThat(administrator.get(PAGE).body()).contains("Choose a CSV file first");
    }

    @Test
    void noUploadStaysOnTheDisk() throws Exception {
        Browser administrator = signedIn(Role.ADMINISTRATOR);
        finished(administrator.upload(
                PAGE, PAGE + "/csv", "file", "p.csv", "nonsense".getBytes(UTF_8), "kind", "GOALS"));
        Path uploads = Path.of("target/test-home-imports/uploads");
        long until = System.nanoTime() + 10_000_000_000L;
        while (count(uploads) > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(count(uploads)).isZero();
    }

    private static long count(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private ImportJob finished(HttpResponse<String> sent) {
        assertThat(destination(sent)).startsWith(PAGE + "/");
        UUID id = UUID.fromString(destination(sent).substring(PAGE.length() + 1));
        ImportJob job = jobs.find(id).orElseThrow();
        long until = System.nanoTime() + 60_000_000_000L;
        while (!job.finished() && System.nanoTime() < until) {
            job = jobs.find(id).orElseThrow();
        }
        assertThat(job.finished()).isTrue();
        return job;
    }

    private Browser signedIn(Role role) {
        String email = UuidCreator.getTimeOrderedEpoch() + "@example.org";
        PersonId id = people.save(List.of(new NewPerson(email, "Ada", "Nyström", email, "", "", true, Set.of(role))))
                .getFirst();
        credentials.setPassword(id, PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn(email, PASSWORD);
        return browser;
    }
}
