/**
 * A plan in words from a brief: LangChain4j where a model is configured, the template writer behind the same door where not.
 *
 * <p>Doors: {@link dev.trellis.drafting.PlanDrafter}, {@link dev.trellis.drafting.SessionBriefWriter}. Never decides which gaps
 * matter, never computes from the model's words, never reads evidence: everything it may say stands in the brief.
 */
@ApplicationModule(allowedDependencies = {"audit", "people", "catalog", "evidence", "search", "ranking", "reading"})
@NullMarked
package dev.trellis.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
