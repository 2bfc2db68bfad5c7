/**
 * What changes across groups: never a figure for fewer than {@code k} people, directly or by subtraction.
 *
 * <p>No door: people read its pages, and no module builds on its figures. Read {@code Trends} first.
 */
@ApplicationModule(allowedDependencies = {"people", "audit", "catalog", "evidence", "reading", "mentoring"})
@NullMarked
package dev.trellis.trends;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
