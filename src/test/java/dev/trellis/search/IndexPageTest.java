package dev.trellis.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.TrellisApplication;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.Credentials;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import dev.trellis.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The administrator's page of the search index, on a real server, index and database. */
@SpringBootTest(
        classes = IndexPageTest.Site.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"trellis.home=target/test-home-index", "spring.main.allow-bean-definition-overriding=true"})
@DirtiesContext
class IndexPageTest {

    private static final String PASSWORD = "a garden wall";
    private static final String PAGE = IndexPage.PATH;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestPostgres.Database DATABASE = TestPostgres.database();

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    EvidenceLedger ledger;

    @Autowired
    LuceneIndex index;

    @Autowired
    IndexFolders folders;

    @LocalServerPort
    int port;

    private PersonId learner = new PersonId(UUID.randomUUID());
    private Browser administrator = new Browser(0);

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
                                "dev\\.trellis\\.(?!people\\.|audit\\.|postgres\\.|catalog\\.|evidence\\.|search\\.)[a-z]+\\..*"),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TrellisApplication.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?")
            })
    static class Site {

        @Bean
        KeptTextVectors textVectors(TextVectorStore store) {
            return new KeptTextVectors(new ChokingVectors("choking"), store);
        }
    }

    @BeforeEach
    void signIn() {
        learner = person(UUID.randomUUID() + "@example.org", Role.LEARNER);
        administrator = signedIn(Role.ADMINISTRATOR);
    }

    @Test
    void countsWhatCanBeFound() {
        reflection("I said no. Nobody minded.");
        caughtUpWithVectors();
        SearchIndex.Status status = index.status();

        String page = page();

        assertThat(figure(page, "passages")).isEqualTo(status.passages()).isGreaterThanOrEqualTo(2);
        assertThat(figure(page, "behind")).isZero();
        assertThat(figure(page, "waiting")).isZero();
    }

    @Test
    void isLinkedFromTheAdministratorsFirstPage() {
        assertThat(administrator.get("/admin").body()).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void namesARecordSetAsideAndTheReasonButNoneOfItsWords() {
        EvidenceId id = reflection("A choking sentence about my neighbour.");
        SearchWorld.await(() -> !index.setAside().isEmpty());

        String page = page();

        assertThat(page).contains(id.value().toString(), "ArithmeticException", "found by its words only");
        assertThat(page).doesNotContain("choking", "neighbour");
        ledger.withdraw(learner, id);
        SearchWorld.await(() -> index.setAside().isEmpty());
    }

    @Test
    void buildsTheIndexAgainOnAClickAndComesOutEqual() {
        reflection("Kept through a rebuild.");
        caughtUpWithVectors();
        String before = folders.generations().getFirst().getFileName().toString();

        assertThat(administrator.submit(PAGE, PAGE + "/rebuild").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(PAGE));
        assertThat(page()).contains("being built again");

        SearchWorld.await(() -> !index.status().rebuilding()
                && !folders.generations().getFirst().getFileName().toString().equals(before));
        assertThat(index.awaitCaughtUp(SOON)).isTrue();
        assertThat(index.compareWithDatabase().isEqual()).isTrue();
    }

    @Test
    void comparesWithTheDatabaseOnAClick() {
        reflection("Both here and there.");
        caughtUpWithVectors();

        administrator.submit(PAGE, PAGE + "/compare");

        SearchWorld.await(() -> page().contains("id=\"compared\""));
        assertThat(page()).contains("The index said what the database says");
    }

    @Test
    void everyActionNeedsTheFormOfThePage() {
        for (String action : List.of("/rebuild", "/compare")) {
            assertThat(administrator.post(PAGE + action, Map.of()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void onlyAnAdministratorSeesIt() {
        for (Role role : List.of(Role.LEARNER, Role.MENTOR, Role.HR_PARTNER, Role.PROGRAMME_LEAD)) {
            Browser browser = signedIn(role);
            assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
            assertThat(browser.submit("/", PAGE + "/rebuild").statusCode()).isEqualTo(403);
        }
    }

    private EvidenceId reflection(String text) {
        return ledger.record(
                SearchWorld.reflectionOf(learner, Visibility.MENTOR, "", text, Instant.parse("2026-03-01T10:00:00Z")));
    }

    private void caughtUpWithVectors() {
        SearchWorld.await(() -> index.awaitCaughtUp(SOON) && index.status().withoutVector() == 0);
    }

    private String page() {
        return administrator.get(PAGE).body();
    }

    private static long figure(String page, String id) {
        var match = Pattern.compile("id=\"" + id + "\">([\\d,]+)<").matcher(page);
        assertThat(match.find()).as(id).isTrue();
        return Long.parseLong(match.group(1).replace(",", ""));
    }

    private PersonId person(String email, Role role) {
        return people.save(List.of(new NewPerson(email, "Kit", "Smith", email, "", "", true, Set.of(role))))
                .getFirst();
    }

    private Browser signedIn(Role role) {
        String email = UUID.randomUUID() + "@example.org";
        credentials.setPassword(person(email, role), PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn(email, PASSWORD);
        return browser;
    }
}
