/**
 * What decisions teach: each becomes a labelled signal with its features at the time, and changes the next draft for whoever
 * made it. Read {@link dev.trellis.learning.Learned} first.
 *
 * <p>Two things are learned. One model of the whole organisation says which activities mentors keep. On top of it each mentor
 * has a taste, from their own latest decisions, and habits of setting a plan down. It decides nothing: it changes what is
 * proposed, and a person decides about that again.
 *
 * <p>It never looks at who a learner is, and at no words but the number of them in a success measure.
 */
@ApplicationModule(
        allowedDependencies = {"people", "catalog", "audit", "drafting", "planning", "ranking", "reading", "review"})
@NullMarked
package dev.trellis.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
