/**
 * Doors for other systems: REST resources for completions, evidence, plans and drafts. No key or client can approve anything.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "drafting", "planning", "audit"})
@NullMarked
package dev.trellis.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
