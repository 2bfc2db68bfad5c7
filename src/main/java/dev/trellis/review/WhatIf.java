package dev.trellis.review;

import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.review.DraftPage.WithoutIt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what an item would be without one piece of evidence: of those this person may read, cited ones first. */
final class WhatIf {

    /** More than three conditions are no answer. */
    private static final int MOST = 3;

    /** Each of these, left out, leaves nothing of the plan: said once, and not beside every item. */
    private final Set<EvidenceId> carryingAll;

    private final Map<EvidenceId, Evidence> readable;
    private final EvidencePane pane;
    private final Function<PersonId, String> names;
    private final InWords inWords;

    WhatIf(
            PlanDraft draft,
            Collection<Evidence> readable,
            EvidencePane pane,
            Function<PersonId, String> names,
            InWords inWords) {
        this.carryingAll = carryingAll(draft.items());
        this.readable = readable.stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
        this.pane = pane;
        this.names = names;
        this.inWords = inWords;
    }

    static Set<EvidenceId> pieces(PlanDraft draft) {
        return draft.items().stream()
                .flatMap(item -> item.counterfactuals().stream())
                .map(Counterfactual::without)
                .collect(Collectors.toSet());
    }

    private static Set<EvidenceId> carryingAll(List<DraftItem> items) {
        return items.size() < 2
                ? Set.of()
                : items.stream()
                        .map(item -> item.counterfactuals().stream()
                                .filter(one -> one.later().isEmpty())
                                .map(Counterfactual::without)
                                .collect(Collectors.toSet()))
                        .reduce((all, some) -> {
                            all.retainAll(some);
                            return all;
                        })
                        .orElseGet(Set::of);
    }

    /** What the whole plan hangs on. */
    List<WithoutIt> ofAll() {
        return carryingAll.stream()
                .sorted(Comparator.comparing(EvidenceId::value))
                .flatMap(piece -> without(piece, "none of this would be in the plan"))
                .toList();
    }

    List<WithoutIt> of(DraftItem item) {
        return item.counterfactuals().stream()
                .filter(one -> !carryingAll.contains(one.without()))
                .sorted(Comparator.comparing(one -> pane.chip(one.without()).isEmpty()))
                .flatMap(one -> without(one.without(), change(one)))
                .limit(MOST)
                .toList();
    }

    /** Empty where this person may not read the piece. */
    private Stream<WithoutIt> without(EvidenceId piece, String change) {
        return Optional.ofNullable(readable.get(piece))
                .map(found -> new WithoutIt(
                        "Without " + words(found) + ", " + change + ".",
                        pane.chip(piece).stream().toList()))
                .stream();
    }

    private String words(Evidence piece) {
        return "the " + EvidencePane.kind(piece.detail()).toLowerCase(Locale.ROOT) + " by "
                + EvidencePane.author(piece.author(), names) + " of "
                + inWords.day(inWords.dayOf(piece.occurredAt()));
    }

    private static String change(Counterfactual one) {
        if (one.later().isEmpty()) {
            return "this would not be in the plan";
        }
        int later = one.later().get();
        List<String> changes = new ArrayList<>();
        if (later != 0) {
            changes.add(
                    "this would come " + InWords.count(Math.abs(later), "place") + (later > 0 ? " later" : " earlier"));
        }
        one.firstChoice().ifPresent(title -> changes.add("“" + title + "” would be the first choice for it"));
        return String.join(", and ", changes);
    }
}
