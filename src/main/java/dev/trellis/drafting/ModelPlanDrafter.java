package dev.trellis.drafting;

import dev.trellis.drafting.Conversation.Outcome;
import java.time.Duration;
import java.util.List;

/** Has a model word the plan. Answers {@link DraftOutcome.Unavailable} where nothing readable came in time. */
final class ModelPlanDrafter implements PlanDrafter {

    static final String PROMPT = "plan/v2";

    private final List<LanguageModel> models;
    private final PromptFile prompt = PromptFile.read(PROMPT);
    private final Duration atMost;

    /** @param atMost for the whole draft */
    ModelPlanDrafter(List<LanguageModel> models, Duration atMost) {
        this.models = models;
        this.atMost = atMost;
    }

    @Override
    public DraftOutcome draft(Brief brief) {
        return write(brief, List.of());
    }

    @Override
    public DraftOutcome repair(Brief brief, DraftText previous, List<String> faults) {
        return write(brief, faults);
    }

    private DraftOutcome write(Brief brief, List<String> faults) {
        NumberedSources sources = new NumberedSources(brief.sources());
        Conversation conversation = new Conversation(
                models,
                prompt,
                brief.learner(),
                brief.programme().map(Brief.ProgrammeTerms::name).orElse(""),
                atMost,
                brief.seed());
        Outcome<PlanAnswer> answer =
                conversation.ask(PlanRequest.data(prompt, brief, sources, faults), PlanAnswer::read);
        DraftText text = answer.value()
                .map(plan -> new PlanAssembly(brief, sources).text(plan))
                .orElseGet(() -> new DraftText(List.of(), List.of()));
        WriterRecord how = answer.how().told(faults);
        return text.items().isEmpty()
                ? new DraftOutcome.Unavailable(answer.value().isPresent() ? "nothing-fits" : answer.outcome(), how)
                : new DraftOutcome.Drafted(text, how);
    }

    /** What a recorded answer says about a brief, as when it came. */
    static DraftText read(Brief brief, String rawAnswer) {
        return new PlanAssembly(brief, new NumberedSources(brief.sources())).text(PlanAnswer.read(rawAnswer));
    }
}
