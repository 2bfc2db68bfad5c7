package dev.trellis.planning;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText.Support;
import dev.trellis.people.PersonId;
import dev.trellis.verification.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A draft as written by Trellis; only its state ever changes.
 *
 * @param writer {@code templates} or the model's name
 * @param direction where the learner wants to go, cited
 * @param items empty where Trellis abstained
 * @param missing what was missing where Trellis abstained; empty otherwise
 * @param findings why it was withheld; of another, what its mentor should look at
 * @param hiddenPieces evidence left out because its readers may not see it: a number only
 * @param version rises with every change of state
 */
public record PlanDraft(
        PlanDraftId id,
        PersonId learner,
        DraftState state,
        Instant createdAt,
        LocalDate from,
        LocalDate until,
        Optional<String> targetRoleName,
        String writer,
        List<Claim> direction,
        List<DraftItem> items,
        List<String> missing,
        List<Finding> findings,
        int hiddenPieces,
        int version) {

    public PlanDraft {
        direction = List.copyOf(direction);
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }

    public boolean abstained() {
        return items.isEmpty() && !missing.isEmpty();
    }

    /**
     * One suggestion.
     *
     * @param url empty for none
     * @param runnersUp what else was possible for this gap, best first, then what was left out
     * @param counterfactuals what leaving out one piece of evidence would change
     */
    public record DraftItem(
            DraftItemId id,
            int position,
            CompetencyId competency,
            String competencyName,
            double shownLevel,
            double soughtLevel,
            Action action,
            String activityTitle,
            ActivityKind kind,
            String url,
            String task,
            List<Claim> why,
            String firstStep,
            String successMeasure,
            LocalDate dueOn,
            double effortHours,
            Support support,
            List<RunnerUp> runnersUp,
            List<Counterfactual> counterfactuals) {

        public DraftItem {
            why = List.copyOf(why);
            runnersUp = List.copyOf(runnersUp);
            counterfactuals = List.copyOf(Objects.requireNonNullElse(counterfactuals, List.of()));
        }
    }

    /** @param whyNot in a few words, why it was not chosen; computed, never written by a model */
    public record RunnerUp(String title, ActivityKind kind, double effortHours, String whyNot) {

        public RunnerUp {
            whyNot = Objects.requireNonNullElse(whyNot, "");
        }
    }
}
