/**
 * Tribuo behind one door: which activities help this learner next, with reasons and the id of the model that said so.
 *
 * <p>Door: {@link dev.trellis.ranking.ActivityRanking}.
 */
@ApplicationModule(allowedDependencies = {"people", "catalog", "evidence", "search", "reading"})
@NullMarked
package dev.trellis.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
