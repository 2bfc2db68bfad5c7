/**
 * The PostgreSQL that Trellis runs of its own where none is configured, the settings every connection gets, and the clock that
 * service and database go by.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.trellis.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
