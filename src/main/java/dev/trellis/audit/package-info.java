/**
 * The append-only, hash-chained record of who did what to which draft, plan, model or import. Holds digests and ids, never
 * what a person wrote.
 *
 * <p>Door: {@link dev.trellis.audit.AuditTrail}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.trellis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
