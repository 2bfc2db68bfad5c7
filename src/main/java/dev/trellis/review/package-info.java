/**
 * Routes every draft to a person and keeps what that person decided: queue, decisions, sign-off.
 *
 * <p>Nothing becomes part of a plan except through a decision recorded here, by a named person.
 */
@ApplicationModule(
        allowedDependencies = {
            "people",
            "catalog",
            "evidence",
            "audit",
            "mentoring",
            "planning",
            "drafting",
            "search",
            "verification"
        })
@NullMarked
package dev.trellis.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
