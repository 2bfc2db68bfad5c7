/**
 * Checks a draft against its sources. Pure Java: no Spring, no SQL, no model.
 *
 * <p>Door: {@link dev.trellis.verification.DraftCheck}.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "drafting", "search", "ranking"})
@NullMarked
package dev.trellis.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
