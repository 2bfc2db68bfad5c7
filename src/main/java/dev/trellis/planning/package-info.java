/**
 * The pipeline from evidence to a draft, and the life of drafts and plans. Read {@code DraftPipeline} first.
 *
 * <p>Doors: {@link dev.trellis.planning.PlanDrafts}, {@link dev.trellis.planning.DevelopmentPlans},
 * {@link dev.trellis.planning.DraftRequests}.
 */
@ApplicationModule(
        allowedDependencies = {
            "people",
            "catalog",
            "evidence",
            "audit",
            "mentoring",
            "search",
            "reading",
            "ranking",
            "drafting",
            "verification"
        })
@NullMarked
package dev.trellis.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
