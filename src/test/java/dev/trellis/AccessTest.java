package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may enter what, said once more and independently of {@link Area}. */
class AccessTest extends SiteTest {

    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

    @BeforeEach
    void everyRoleSignsIn() {
        for (Role role : Role.values()) {
            BROWSERS.computeIfAbsent(role, absent -> {
                String email = anEmail();
                aPerson(email, role);
                Browser browser = browser();
                browser.signIn(email, PASSWORD);
                return browser;
            });
        }
    }

    static Stream<Arguments> pagesAndRoles() {
        Map<String, String> table = Map.ofEntries(
                Map.entry("/me", "LEARNER MENTOR PROGRAMME_LEAD HR_PARTNER ADMINISTRATOR AUDITOR"),
                Map.entry("/me/anything", "LEARNER MENTOR PROGRAMME_LEAD HR_PARTNER ADMINISTRATOR AUDITOR"),
                Map.entry("/plans/1", "LEARNER MENTOR PROGRAMME_LEAD HR_PARTNER ADMINISTRATOR AUDITOR"),
                Map.entry("/review", "MENTOR PROGRAMME_LEAD"),
                Map.entry("/review/1", "MENTOR PROGRAMME_LEAD"),
                Map.entry("/drafts/1/trace", "MENTOR PROGRAMME_LEAD"),
                Map.entry("/people", "MENTOR PROGRAMME_LEAD"),
                Map.entry("/people/1", "MENTOR PROGRAMME_LEAD"),
                Map.entry("/sessions/1", "MENTOR PROGRAMME_LEAD"),
                Map.entry("/lead", "PROGRAMME_LEAD"),
                Map.entry("/lead/x", "PROGRAMME_LEAD"),
                Map.entry("/programmes/x", "PROGRAMME_LEAD"),
                Map.entry("/trends", "HR_PARTNER"),
                Map.entry("/trends/x", "HR_PARTNER"),
                Map.entry("/fairness", "AUDITOR"),
                Map.entry("/fairness/2026-07-01/figures.csv", "AUDITOR"),
                Map.entry("/admin", "ADMINISTRATOR"),
                Map.entry("/admin/audit", "ADMINISTRATOR"),
                Map.entry("/admin/x/y", "ADMINISTRATOR"));
        return table.entrySet().stream()
                .flatMap(page -> Arrays.stream(Role.values())
                        .map(role -> Arguments.of(
                                page.getKey(),
                                role,
                                Arrays.asList(page.getValue().split(" ")).contains(role.name()))));
    }

    @ParameterizedTest
    @MethodSource("pagesAndRoles")
    void onlyTheRightRolesGetPast(String page, Role role, boolean opens) {
        int status = as(role).get(page).statusCode();

        if (opens) {
            assertThat(status).isNotEqualTo(403);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/me",
                "/plans/1",
                "/review",
                "/people",
                "/sessions",
                "/lead",
                "/programmes",
                "/trends",
                "/fairness",
                "/admin",
                "/admin/audit",
                "/actuator",
                "/actuator/env",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/error",
                "/nowhere",
                "/application.yaml"
            })
    void withoutSigningInNothingIsSeen(String page) {
        assertThat(browser().get(page).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/favicon.svg, 200",
        "/sign-in, 200",
        "/set-up, 404",
    })
    void someThingsAreOpenToAll(String page, int status) {
        assertThat(browser().get(page).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/v3/api-docs", "/nowhere", "/mefoo"})
    void whatNobodyOpenedIsClosedToTheAdministratorToo(String page) {
        assertThat(as(Role.ADMINISTRATOR).get(page).statusCode()).isEqualTo(404);
    }

    /** Ways to spell a closed page so that a careless match lets it through. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/", "/admin/audit/", "/admin;x=1", "/admin/..;/admin", "//admin", "/%61dmin", "/ADMIN"})
    void noSpellingOfAClosedPageOpensIt(String page) {
        assertThat(as(Role.LEARNER).get(page).statusCode()).isIn(400, 403, 404);
    }

    private static Browser as(Role role) {
        return Objects.requireNonNull(BROWSERS.get(role));
    }
}
