/**
 * Programmes: their purpose, objectives, length, cadence and members.
 *
 * <p>Door: {@link dev.trellis.mentoring.Programmes}. Who mentors whom stands in {@code people}, because visibility hangs on it.
 */
@ApplicationModule(allowedDependencies = {"people", "audit"})
@NullMarked
package dev.trellis.mentoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
