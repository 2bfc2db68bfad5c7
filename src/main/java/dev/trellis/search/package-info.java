/**
 * Lucene behind one door: passages of evidence and activities that bear on a question, and why.
 *
 * <p>Doors: {@link dev.trellis.search.EvidenceSearch}, {@link dev.trellis.search.ActivitySearch}. The index is derived: it
 * follows the change feed in PostgreSQL and may be deleted at any time. Private evidence never enters it.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "audit", "postgres"})
@NullMarked
package dev.trellis.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
