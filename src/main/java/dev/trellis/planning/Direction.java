package dev.trellis.planning;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.Person;
import java.util.Optional;

/**
 * The role a plan works towards.
 *
 * @param current the learner's role, where the catalogue has it
 * @param target the role aimed for, where the learner named another
 */
record Direction(Optional<RoleProfile> current, Optional<RoleProfile> target) {

    static Direction of(Person learner, SharedEvidence evidence, Catalog catalog) {
        Optional<RoleProfile> current = catalog.role(learner.roleCode());
        Optional<RoleProfile> target = evidence.roleAimedFor()
                .filter(code -> !code.equals(learner.roleCode()))
                .flatMap(catalog::role);
        return new Direction(current, target);
    }

    /** Whose expectations the gaps are measured against. */
    Optional<RoleProfile> measure() {
        return target.or(() -> current);
    }

    String currentName(Person learner) {
        return current.map(RoleProfile::name).orElse(learner.roleCode());
    }

    /** One step on a scale: one level on the usual short scales (O*NET's runs from 0 to 7), a seventh of a long one. */
    static double step(Framework framework) {
        double length = framework.highestLevel() - framework.lowestLevel();
        return length <= 10 ? 1.0 : length / 7;
    }
}
