package dev.trellis.platform;

import java.util.List;
import java.util.Set;

/** Learning platforms that may call the API. */
public interface ApiClients {

    /** All clients, active ones first, by name. */
    List<ApiClient> all();

    boolean isActive(String id);

    /**
     * Registers a client, or gives an existing one a new name, scopes and secret and makes it active again.
     *
     * @param id lower-case letters, digits and hyphens
     * @param secret the secret to hash; it cannot be read back
     * @throws IllegalArgumentException naming what is wrong with the id or the scopes
     */
    void register(String id, String name, String secret, Set<Scope> scopes);

    /** Takes effect at the client's next request. */
    void deactivate(String id);

    record ApiClient(String id, String name, Set<Scope> scopes, boolean active) {

        public ApiClient {
            scopes = Set.copyOf(scopes);
        }
    }

    /** What a client may do. There is no scope that approves anything. */
    enum Scope {
        EVIDENCE_WRITE("evidence:write", "record completions and evidence"),
        PLANS_READ("plans:read", "read approved plans"),
        DRAFTS_READ("drafts:read", "see that drafts exist and where they stand"),
        METRICS_READ("metrics:read", "read figures on how the service runs");

        private final String value;
        private final String words;

        Scope(String value, String words) {
            this.value = value;
            this.words = words;
        }

        public String value() {
            return value;
        }

        public String words() {
            return words;
        }

        static Scope of(String value) {
            for (Scope scope : values()) {
                if (scope.value.equals(value)) {
                    return scope;
                }
            }
            throw new IllegalArgumentException("no such scope: " + value);
        }
    }
}
