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

/** Says what an item would be without one piece of evidence: of those this person may read, cited ones first. */
final class WhatIf {

    /** More than three conditions are no answer. */
    private static final int MOST = 3;

    private static final List<String> PLACES = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private final Map<EvidenceId, Evidence> readable;
    private final EvidencePane pane;
    private final Function<PersonId, String> names;
    private final InWords inWords;

    WhatIf(Collection<Evidence> readable, EvidencePane pane, Function<PersonId, String> names, InWords inWords) {
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

    /** @param number of the item, from 1 */
    List<WithoutIt> of(DraftItem item, int number) {
        return item.counterfactuals().stream()
                .sorted(Comparator.comparing(one -> pane.chip(one.without()).isEmpty()))
                .flatMap(one -> Optional.ofNullable(readable.get(one.without()))
                        .map(piece -> new WithoutIt(
                                "Without " + words(piece) + ", " + change(one, number) + ".",
                                pane.chip(one.without()).stream().toList()))
                        .stream())
                .limit(MOST)
                .toList();
    }

    private String words(Evidence piece) {
        return "the " + EvidencePane.kind(piece.detail()).toLowerCase(Locale.ROOT) + " by "
                + EvidencePane.author(piece.author(), names) + " of "
                + inWords.day(inWords.dayOf(piece.occurredAt()));
    }

    private static String change(Counterfactual one, int number) {
        if (one.place() == 0) {
            return "this would not be in the plan";
        }
        List<String> changes = new ArrayList<>();
        if (one.place() != number && one.place() <= PLACES.size()) {
            changes.add("this would come " + PLACES.get(one.place() - 1));
        }
        one.firstChoice().ifPresent(title -> changes.add("“" + title + "” would be the first choice for it"));
        return changes.isEmpty() ? "another gap would come before it" : String.join(", and ", changes);
    }
}
