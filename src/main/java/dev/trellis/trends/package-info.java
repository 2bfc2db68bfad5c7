/**
 * What changes across groups: never a figure for fewer than {@code k} people, directly or by subtraction.
 *
 * <p>Door: {@link dev.trellis.trends.Trends}.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "reading", "planning", "audit", "mentoring"})
@NullMarked
package dev.trellis.trends;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
