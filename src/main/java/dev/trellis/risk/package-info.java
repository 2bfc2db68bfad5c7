/**
 * Which goals may be missed, and why: a calibrated model over what was done by when. It knows no person and reads nothing
 * anybody wrote; gender, age, region, disability and deprivation are in none of its signals.
 *
 * <p>It never decides, never ranks and never tells a learner: what it says is a reason for a mentor to talk.
 */
@ApplicationModule(allowedDependencies = "reading")
@NullMarked
package dev.trellis.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
