package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Brief.Candidate;
import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.drafting.Brief.Focus;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.planning.CheckedWriter.Written;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.verification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The words of a draft, kept as one immutable document. */
record DraftDocument(
        Optional<String> targetRoleName,
        List<Claim> direction,
        List<DraftItem> items,
        List<String> missing,
        List<Finding> findings) {

    DraftDocument {
        direction = List.copyOf(direction);
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }

    /** The document of what a writer wrote; names, levels and titles come from the brief, never from the writer. */
    static DraftDocument of(Brief brief, Written written, Supplier<UUID> newId) {
        List<DraftItem> items = new ArrayList<>();
        WhyNot whyNot = new WhyNot(brief, written.text().items());
        for (DraftText.Item item : written.text().items()) {
            items.add(item(brief, item, items.size(), whyNot, newId));
        }
        return new DraftDocument(
                brief.targetRoleName(), written.text().direction(), items, written.missing(), written.toTell());
    }

    private static DraftItem item(Brief brief, DraftText.Item item, int position, WhyNot whyNot, Supplier<UUID> newId) {
        Focus focus = brief.focuses().stream()
                .filter(one -> one.competency().id().equals(item.competency()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a checked draft names a competency not in its brief"));
        Candidate chosen = focus.candidates().stream()
                .filter(one -> one.action().equals(item.action()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a checked draft names an activity not in its brief"));
        return new DraftItem(
                new DraftItemId(newId.get()),
                position,
                item.competency(),
                focus.competency().name(),
                focus.gap().shown(),
                focus.levelSought(),
                item.action(),
                chosen.title(),
                chosen.kind(),
                chosen.url(),
                item.task(),
                item.why(),
                item.firstStep(),
                item.successMeasure(),
                item.dueOn(),
                item.effortHours(),
                item.support(),
                whyNot.runnersUp(focus, chosen, position),
                focus.counterfactuals());
    }

    /** What is left once nobody may read {@code gone}: items that rest on it keep what was computed and lose what was written. */
    DraftDocument without(Set<EvidenceId> gone) {
        return new DraftDocument(
                targetRoleName,
                VisibleClaims.without(gone, direction),
                items.stream().map(item -> without(gone, item)).toList(),
                missing,
                findings.stream().map(DraftDocument::withoutSentence).toList());
    }

    private static DraftItem without(Set<EvidenceId> gone, DraftItem item) {
        DraftItem left = withoutCounterfactuals(gone, item);
        if (VisibleClaims.sources(item.why()).stream().noneMatch(gone::contains)) {
            return left;
        }
        return item(left, "", VisibleClaims.without(gone, item.why()), "", "");
    }

    private static DraftItem withoutCounterfactuals(Set<EvidenceId> gone, DraftItem item) {
        return item(
                item,
                item.task(),
                item.why(),
                item.firstStep(),
                item.successMeasure(),
                item.counterfactuals().stream()
                        .filter(one -> !gone.contains(one.without()))
                        .toList());
    }

    static DraftItem item(DraftItem item, String task, List<Claim> why, String firstStep, String successMeasure) {
        return item(item, task, why, firstStep, successMeasure, item.counterfactuals());
    }

    private static DraftItem item(
            DraftItem item,
            String task,
            List<Claim> why,
            String firstStep,
            String successMeasure,
            List<Counterfactual> counterfactuals) {
        return new DraftItem(
                item.id(),
                item.position(),
                item.competency(),
                item.competencyName(),
                item.shownLevel(),
                item.soughtLevel(),
                item.action(),
                item.activityTitle(),
                item.kind(),
                item.url(),
                task,
                why,
                firstStep,
                successMeasure,
                item.dueOn(),
                item.effortHours(),
                item.support(),
                item.runnersUp(),
                counterfactuals);
    }

    static Finding withoutSentence(Finding finding) {
        return new Finding(finding.code(), finding.severity(), finding.item(), "", finding.reason());
    }
}
