/**
 * The PostgreSQL that Trellis runs of its own where none is configured, and the settings every connection gets.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.trellis.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
