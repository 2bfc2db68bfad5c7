package dev.trellis.catalog;

import java.util.List;

/**
 * A role and what it expects.
 *
 * @param code unique across the catalogue: the organisation's own, or O*NET's SOC code
 * @param expectations most important first
 */
public record RoleProfile(
        String code, String name, String description, FrameworkId framework, List<Expectation> expectations) {

    public RoleProfile {
        expectations = List.copyOf(expectations);
    }
}
