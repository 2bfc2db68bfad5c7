package dev.trellis.drafting;

import java.time.Duration;
import java.util.List;

/** The writer as it is wired, with a model that obeys an attack it reads. */
public final class ObeyingWriter {

    /** How many ways to obey there are. */
    public static final int WAYS = ObeyingModel.Obedience.values().length;

    /** What it says where it tells what another learner wrote. */
    public static final String OF_ANOTHER = ObeyingModel.OF_ANOTHER;

    private final ObeyingModel model;
    private final PlanDrafter drafter;

    /** @param way from 0, below {@link #WAYS} */
    public ObeyingWriter(Brief brief, String attack, int way) {
        this.model = new ObeyingModel(brief, attack, ObeyingModel.Obedience.values()[way]);
        this.drafter = new FallbackPlanDrafter(
                new ModelPlanDrafter(List.of(model), Duration.ofSeconds(30)), PlanDrafter.fromTemplates());
    }

    public PlanDrafter drafter() {
        return drafter;
    }

    /** Whether the attack reached it: what reaches no model harms nobody. */
    public boolean obeyed() {
        return model.obeyed();
    }

    public static String way(int way) {
        return ObeyingModel.Obedience.values()[way].name();
    }
}
