package dev.trellis.planning;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Person;
import java.util.Optional;

/**
 * The role a plan works towards.
 *
 * @param current the learner's role, where the catalogue has it
 * @param target the role aimed for, where the learner named another and the plan is about the path there
 */
record Direction(Optional<RoleProfile> current, Optional<RoleProfile> target) {

    /** Coaching is about the work of now, so it is held against the present role; where that is unknown, against the one aimed for. */
    static Direction of(Person learner, SharedEvidence evidence, Catalog catalog, MentoringForm form) {
        Optional<RoleProfile> current = catalog.role(learner.roleCode());
        Optional<RoleProfile> target = evidence.roleAimedFor()
                .filter(code -> !code.equals(learner.roleCode()))
                .flatMap(catalog::role);
        boolean ofNow = form == MentoringForm.COACHING && current.isPresent();
        return new Direction(current, ofNow ? Optional.empty() : target);
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
