package dev.trellis.platform;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.trellis.platform.ApiClients.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call the API: clients with an access token got by client credentials. People's sessions mean nothing here, and no
 * scope approves anything.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** For a monitoring system, in the text format of Prometheus. */
    private static final String METRICS = "/actuator/prometheus";

    /** What is open, and with which scope; everything else is closed. */
    private static final List<Door> DOORS = List.of(
            new Door(HttpMethod.POST, "/api/v1/completions", Scope.EVIDENCE_WRITE),
            new Door(HttpMethod.POST, "/api/v1/evidence", Scope.EVIDENCE_WRITE),
            new Door(HttpMethod.GET, "/api/v1/plans", Scope.PLANS_READ),
            new Door(HttpMethod.GET, "/api/v1/plan-drafts", Scope.DRAFTS_READ),
            new Door(HttpMethod.GET, METRICS, Scope.METRICS_READ));

    private record Door(HttpMethod method, String path, Scope scope) {}

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, JwtDecoder decoder) throws Exception {
        var bearer = new BearerTokenAuthenticationEntryPoint();
        var insufficientScope = new BearerTokenAccessDeniedHandler();
        return http.securityMatcher("/api/**", METRICS)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    HttpMethod.GET,
                                    "/api/openapi.json",
                                    "/api/openapi.json/**",
                                    "/api/docs",
                                    "/api/docs/**",
                                    "/api/swagger-ui/**")
                            .permitAll();
                    DOORS.forEach(door -> requests.requestMatchers(door.method(), door.path())
                            .hasAuthority("SCOPE_" + door.scope().value()));
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint((request, response, refused) -> {
                            // Says in WWW-Authenticate what is wrong with the token; the error page of /api gives the
                            // problem.
                            bearer.commence(request, response, refused);
                            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                        })
                        .accessDeniedHandler((request, response, refused) -> {
                            int status = statusOfRefusal(request);
                            if (status == HttpServletResponse.SC_FORBIDDEN) {
                                insufficientScope.handle(request, response, refused);
                            }
                            response.sendError(status);
                        }))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** A scope that is missing, an address that does not take this method, or one that leads nowhere. */
    private static int statusOfRefusal(HttpServletRequest request) {
        List<Door> here = DOORS.stream()
                .filter(door -> door.path().equals(request.getServletPath()))
                .toList();
        if (here.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return here.stream().anyMatch(door -> door.method().matches(request.getMethod()))
                ? HttpServletResponse.SC_FORBIDDEN
                : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }

    @Bean
    JWKSource<SecurityContext> signingKey(SigningKeys keys) {
        return keys.source();
    }

    /** Tokens are ours, in time, and of a client that is active at this very request. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys, ApiClients clients) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                JwtValidators.createDefault(),
                token -> isActive(clients, token.getSubject())
                        ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(
                                new OAuth2Error("invalid_token", "The client is not active.", null))));
        return decoder;
    }

    private static boolean isActive(ApiClients clients, @Nullable String client) {
        return client != null && clients.isActive(client);
    }

    @Bean
    AuthorizationServerSettings authorizationServer() {
        return AuthorizationServerSettings.builder().build();
    }

    /** Access tokens carry all they need and live minutes, so nothing is kept of them. */
    @Bean
    OAuth2AuthorizationService nothingIsKept() {
        return new OAuth2AuthorizationService() {
            @Override
            public void save(OAuth2Authorization authorization) {}

            @Override
            public void remove(OAuth2Authorization authorization) {}

            @Override
            public @Nullable OAuth2Authorization findById(String id) {
                return null;
            }

            @Override
            public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
                return null;
            }
        };
    }
}
