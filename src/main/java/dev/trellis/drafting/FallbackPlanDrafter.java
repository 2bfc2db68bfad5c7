package dev.trellis.drafting;

import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the model first and the templates where it is unavailable, and says so in the record. Thin evidence reaches no model. */
final class FallbackPlanDrafter implements PlanDrafter {

    private static final Logger log = LoggerFactory.getLogger(FallbackPlanDrafter.class);

    private final PlanDrafter model;
    private final PlanDrafter templates;

    FallbackPlanDrafter(PlanDrafter model, PlanDrafter templates) {
        this.model = model;
        this.templates = templates;
    }

    @Override
    public DraftOutcome draft(Brief brief) {
        return written(brief, drafter -> drafter.draft(brief));
    }

    @Override
    public DraftOutcome repair(Brief brief, DraftText previous, List<String> faults) {
        return written(brief, drafter -> drafter.repair(brief, previous, faults));
    }

    private DraftOutcome written(Brief brief, Function<PlanDrafter, DraftOutcome> work) {
        if (!ThinEvidence.missingFrom(brief).isEmpty()) {
            return work.apply(templates);
        }
        return switch (work.apply(model)) {
            case DraftOutcome.Drafted drafted -> drafted;
            case DraftOutcome.Abstained abstained -> abstained;
            case DraftOutcome.Unavailable unavailable -> {
                log.warn(
                        "The model {} gave no draft ({}); wrote from templates",
                        unavailable.how().writer(),
                        unavailable.reason());
                yield afterwards(work.apply(templates), unavailable.how());
            }
        };
    }

    private static DraftOutcome afterwards(DraftOutcome outcome, WriterRecord before) {
        WriterRecord how = outcome.how().after(before);
        return switch (outcome) {
            case DraftOutcome.Drafted drafted -> new DraftOutcome.Drafted(drafted.text(), how);
            case DraftOutcome.Abstained abstained -> new DraftOutcome.Abstained(abstained.missing(), how);
            case DraftOutcome.Unavailable unavailable -> new DraftOutcome.Unavailable(unavailable.reason(), how);
        };
    }
}
