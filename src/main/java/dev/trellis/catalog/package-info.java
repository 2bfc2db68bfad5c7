/**
 * Competency frameworks, role profiles and learning activities: what the organisation expects and what exists to learn from.
 *
 * <p>Doors: {@link dev.trellis.catalog.Catalog}, {@link dev.trellis.catalog.CompetencyRelations}. Knows nothing of any person.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.trellis.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
