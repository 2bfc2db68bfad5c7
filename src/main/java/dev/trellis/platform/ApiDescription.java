package dev.trellis.platform;

import dev.trellis.platform.ApiClients.Scope;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API described for machines and people: {@code /api/openapi.json} and {@code /api/docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String CLIENT_CREDENTIALS = "client_credentials";

    @Bean
    OpenAPI trellisApi() {
        Scopes scopes = new Scopes();
        for (Scope scope : Scope.values()) {
            scopes.addString(scope.value(), scope.words());
        }
        return new OpenAPI()
                .info(new Info()
                        .title("Trellis")
                        .version("v1")
                        .description("""
                                For learning platforms: record what people did, and follow approved development plans.
                                Errors are RFC 9457 problem details; `pointer` names the field at fault.
                                Send an `Idempotency-Key` with each POST, so that a repeated request does nothing twice.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                CLIENT_CREDENTIALS,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .clientCredentials(new OAuthFlow()
                                                        .tokenUrl("/oauth2/token")
                                                        .scopes(scopes)))))
                .addSecurityItem(new SecurityRequirement().addList(CLIENT_CREDENTIALS));
    }
}
