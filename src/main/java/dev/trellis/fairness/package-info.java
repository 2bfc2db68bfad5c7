/**
 * Whether what is proposed and decided falls out alike for everybody: an audit, for auditors alone. Read {@link dev.trellis.fairness.ImpactRatios} first.
 *
 * <p>Who belongs to which group is kept here, apart from evidence, and nothing else can read it: no draft, no model, no mentor.
 */
@ApplicationModule(allowedDependencies = {"people", "audit", "catalog", "drafting", "planning", "review"})
@NullMarked
package dev.trellis.fairness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
