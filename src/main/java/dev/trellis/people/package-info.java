/**
 * Who learners, mentors, HR partners are, and who mentors whom.
 *
 * <p>Doors: {@link dev.trellis.people.People}, {@link dev.trellis.people.Mentorships},
 * {@link dev.trellis.people.Credentials}, {@link dev.trellis.people.SetUpLinks}. Never holds what a person wrote.
 */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package dev.trellis.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
