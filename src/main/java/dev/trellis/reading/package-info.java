/**
 * What a sentence speaks of: the competencies of a loaded framework.
 *
 * <p>Door: {@link dev.trellis.reading.Reading}.
 */
@ApplicationModule(allowedDependencies = {"catalog", "evidence", "search"})
@NullMarked
package dev.trellis.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
