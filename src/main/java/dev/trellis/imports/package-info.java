/**
 * Takes in files: O*NET, ESCO, and an organisation's people, goals, reflections and activities as CSV. All or nothing, with
 * a dry run and errors by row and column.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "audit", "postgres"})
@NullMarked
package dev.trellis.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
