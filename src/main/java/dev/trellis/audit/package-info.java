/**
 * The append-only, hash-chained record of who did what to which draft, plan, model or import. Holds digests and ids, never
 * what a person wrote.
 *
 * <p>Door: {@link dev.trellis.audit.AuditTrail}.
 *
 * <p>What holds against whom. The service's own role may add entries and read them; PostgreSQL refuses it everything else.
 * The owner of the tables is refused too, but could switch the triggers off: then a changed, removed or inserted entry breaks
 * the chain, and an end cut off no longer fits its head, so {@link dev.trellis.audit.AuditTrail#verify} shows either. An owner
 * who computes every later hash and the head anew leaves a chain that is whole in itself. Against that helps only a copy of a
 * number and its hash kept where that owner cannot write: they are on the audit page and in the log at each start.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.trellis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
