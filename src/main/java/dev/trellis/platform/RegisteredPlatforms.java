package dev.trellis.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the token endpoint who our clients are. Clients are registered through {@link ApiClients} only. */
@Component
class RegisteredPlatforms implements RegisteredClientRepository {

    static final Duration TOKEN_LIVES = Duration.ofMinutes(15);

    private final JdbcApiClients clients;

    RegisteredPlatforms(JdbcApiClients clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        // The endpoint saves a client only to refresh its secret's encoding; register() always writes the current one.
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.findActive(clientId)
                .map(known -> RegisteredClient.withId(clientId)
                        .clientId(clientId)
                        .clientSecret(known.secretHash())
                        .clientName(known.client().name())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scopes(scopes -> known.client().scopes().forEach(scope -> scopes.add(scope.value())))
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(TOKEN_LIVES)
                                .build())
                        .build())
                .orElse(null);
    }
}
