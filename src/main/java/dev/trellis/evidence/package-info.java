/**
 * Takes in what people record, and is the only writer and the only reader of it.
 *
 * <p>Door: {@link dev.trellis.evidence.EvidenceLedger}; levels and gaps through {@link dev.trellis.evidence.CompetencyProfiles}.
 * Every read names its {@link dev.trellis.evidence.Reader}; PostgreSQL's row-level security decides again below it.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "audit"})
@NullMarked
package dev.trellis.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
