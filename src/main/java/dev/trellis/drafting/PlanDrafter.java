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

    /**
     * What a recorded call came to, made again from the record: the model is not asked, its answer is part of the record.
     *
     * @throws IllegalArgumentException if the answer in the record cannot be read
     */
    static DraftOutcome again(Brief brief, WriterRecord call) {
        if (call.writer().equals(WriterRecord.TEMPLATES)) {
            return fromTemplates().repair(brief, new DraftText(List.of(), List.of()), call.faults());
        }
        try {
            return new DraftOutcome.Drafted(ModelPlanDrafter.read(brief, call.rawAnswer()), call);
        } catch (UnreadableAnswer e) {
            String written = call.parameters().getOrDefault("prompt", "");
            throw new IllegalArgumentException(
                    written.isEmpty() || written.equals(ModelPlanDrafter.PROMPT)
                            ? "the answer in the record cannot be read: " + e.outcome()
                            : "prompt: " + written + " asked for another form of answer than " + ModelPlanDrafter.PROMPT
                                    + ", and is read no more",
                    e);
        }
    }

    /** The template writer alone, whatever model is configured. */
    static PlanDrafter fromTemplates() {
        return new TemplatePlanDrafter();
    }
}
