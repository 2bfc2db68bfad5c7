package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.evidence.InvalidEvidence;
import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Import(ProblemsTest.Troubles.class)
class ProblemsTest extends SiteTest {

    private Browser browser = new Browser(0);

    @BeforeEach
    void signIn() {
        String email = anEmail();
        aPerson(email, Role.LEARNER);
        browser = browser();
        browser.signIn(email, PASSWORD);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                // what goes wrong, how it is answered, as what
                Arguments.of("not-found", 404, "not-found"),
                Arguments.of("invalid-evidence", 422, "invalid-field"),
                Arguments.of("illegal-argument", 400, "invalid-request"),
                Arguments.of("denied", 403, "not-allowed"),
                Arguments.of("stale", 409, "changed-meanwhile"),
                Arguments.of("too-large", 413, "too-large"),
                Arguments.of("status", 418, "invalid-request"),
                Arguments.of("database", 503, "database-unavailable"),
                Arguments.of("commit", 503, "database-unavailable"),
                Arguments.of("disk", 503, "database-unavailable"),
                Arguments.of("bug", 500, "unexpected"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void theApiGetsAProblemWithAStableType(String what, int status, String type) {
        HttpResponse<String> response = browser.get("/api/trouble/" + what);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:trellis:problem:" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(response.body()).doesNotContain("secret").doesNotContain("at dev.");
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aPageSaysItCalmlyAndKeepsItsBar(String what, int status, String type) {
        HttpResponse<String> response = browser.get("/me/trouble/" + what);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(response.body())
                .contains("Signed in as")
                .contains("<h1>")
                .doesNotContain("Exception")
                .doesNotContain("secret");
    }

    @Test
    void aBadFieldIsPointedAt() {
        assertThat(browser.get("/api/trouble/invalid-evidence").body()).contains("\"pointer\":\"/occurred_at\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\": \"\", \"hours\": 1}   | 422 | \"pointer\":\"/title\"",
                "{\"title\": \"x\", \"hours\": {}} | 400 | \"pointer\":\"/hours\"",
                "{\"title\": \"x\",,}              | 400 | line 1, column",
                "``                                | 400 | missing",
            })
    void aBadBodyIsToldWithItsPlace(String body, int status, String told) {
        HttpResponse<String> response = browser.postJson("/api/trouble", body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(told);
    }

    @Test
    void anIdThatCannotBeOneIsNotFoundAndAParameterThatCannotBeIsNamed() {
        assertThat(browser.get("/me/things/x").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/things/x").statusCode()).isEqualTo(404);
        HttpResponse<String> parameter = browser.get("/api/things?limit=many");
        assertThat(parameter.statusCode()).isEqualTo(400);
        assertThat(parameter.body()).contains("limit");
    }

    @Test
    void anUnknownAddressIsNotFoundForBoth() {
        assertThat(browser.get("/me/nowhere").statusCode()).isEqualTo(404);
        assertThat(browser.get("/me/nowhere").body()).contains("Signed in as");
        HttpResponse<String> api = browser.get("/api/nowhere");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void htmxShowsAnErrorInPlaceOfThePage() {
        HttpResponse<String> response = browser.get("/me/trouble/stale", "HX-Request", "true");

        assertThat(response.headers().firstValue("HX-Retarget")).contains("#main");
        assertThat(response.headers().firstValue("HX-Reselect")).contains("#main");
    }

    @Test
    void anErrorBeforeAnyControllerIsAPageToo() {
        HttpResponse<String> page = browser.get("/me/filtered");
        HttpResponse<String> api = browser.get("/api/filtered");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>").doesNotContain("Exception");
        assertThat(page.headers().firstValue("Retry-After")).contains("5");
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.body()).contains("urn:trellis:problem:database-unavailable");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Troubles {

        @RestController
        static class Controller {

            @GetMapping({"/api/trouble/{what}", "/me/trouble/{what}"})
            String trouble(@PathVariable String what) {
                throw switch (what) {
                    case "not-found" -> new NotFound();
                    case "invalid-evidence" -> new InvalidEvidence("occurredAt", "It lies in the future.");
                    case "illegal-argument" -> new IllegalArgumentException("No such level: 9");
                    case "denied" -> new AccessDeniedException("secret");
                    case "stale" -> new OptimisticLockingFailureException("secret");
                    case "too-large" -> new MaxUploadSizeExceededException(1);
                    case "status" -> new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
                    case "database" -> new CannotGetJdbcConnectionException("secret");
                    case "commit" -> new TransactionSystemException("secret", new SQLException("secret", "08006"));
                    case "disk" -> new TransactionSystemException("secret", new SQLException("secret", "53100"));
                    default -> new IllegalStateException("secret");
                };
            }

            record Thing(@NotBlank String title, double hours) {}

            @PostMapping("/api/trouble")
            String body(@RequestBody @Valid Thing thing) {
                return thing.title();
            }

            @GetMapping({"/api/things/{id}", "/me/things/{id}"})
            String id(@PathVariable UUID id) {
                return id.toString();
            }

            @GetMapping("/api/things")
            Map<String, Integer> parameter(@RequestParam int limit) {
                return Map.of("limit", limit);
            }
        }

        @Bean
        @Order(1)
        SecurityFilterChain openApi(HttpSecurity http) throws Exception {
            return http.securityMatcher("/api/**").csrf(csrf -> csrf.disable()).build();
        }

        @Bean
        @Order(Integer.MIN_VALUE)
        jakarta.servlet.Filter filtered() {
            return (request, response, chain) -> {
                if (request instanceof jakarta.servlet.http.HttpServletRequest http
                        && http.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST
                        && http.getRequestURI().endsWith("/filtered")) {
                    throw new CannotGetJdbcConnectionException("secret");
                }
                chain.doFilter(request, response);
            };
        }
    }
}
