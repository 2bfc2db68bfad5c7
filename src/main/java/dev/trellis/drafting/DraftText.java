package dev.trellis.drafting;

import dev.trellis.catalog.CompetencyId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a writer wrote.
 *
 * @param direction where the learner wants to go, cited; may be empty
 */
public record DraftText(List<Claim> direction, List<Item> items) {

    public DraftText {
        direction = List.copyOf(direction);
        items = List.copyOf(items);
    }

    /**
     * One suggestion. The competency and the action come from one {@link Brief.Focus}; date and hours were computed.
     *
     * @param task what to do, one sentence
     * @param why sentences about the learner, each cited
     * @param firstStep the first small step, one sentence
     * @param successMeasure something one can observe
     */
    public record Item(
            CompetencyId competency,
            Action action,
            String task,
            List<Claim> why,
            String firstStep,
            String successMeasure,
            LocalDate dueOn,
            double effortHours,
            Support support) {

        public Item {
            why = List.copyOf(why);
        }

        /** The same with other sentences about the learner. */
        public Item withWhy(List<Claim> others) {
            return new Item(competency, action, task, others, firstStep, successMeasure, dueOn, effortHours, support);
        }
    }

    /** How well an item is supported, in a word and its reason; computed from what is cited, never by the model. */
    public record Support(Strength strength, String reason) {}

    public enum Strength {
        WELL_SUPPORTED,
        SUPPORTED,
        THIN
    }
}
