/**
 * The demo organisation: people, framework, activities and a year of evidence from a seed, loaded through the same doors as anybody's.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "mentoring", "planning", "audit", "search"})
@NullMarked
package dev.trellis.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
