/**
 * What a sentence speaks of: the competencies of a loaded framework. What a sentence of a reflection does. What a set of texts is about.
 * What in a text tells who someone is.
 *
 * <p>Doors: {@link dev.trellis.reading.Reading}, {@link dev.trellis.reading.ReflectionReading}, {@link dev.trellis.reading.TextThemes},
 * {@link dev.trellis.reading.PersonalText}.
 */
@ApplicationModule(allowedDependencies = {"catalog", "evidence", "search"})
@NullMarked
package dev.trellis.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
