package dev.trellis.drafting;

import java.util.List;

/** Writes a plan from a brief. The one bean of this type asks the configured model first and falls back to templates. */
public interface PlanDrafter {

    DraftOutcome draft(Brief brief);

    /**
     * Writes again with the faults named. Called at most once a draft.
     *
     * @param faults one sentence each, naming the sentence at fault
     */
    DraftOutcome repair(Brief brief, DraftText previous, List<String> faults);

    /** The template writer alone, whatever model is configured. */
    static PlanDrafter fromTemplates() {
        return new TemplatePlanDrafter();
    }
}
