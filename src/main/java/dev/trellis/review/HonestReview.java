package dev.trellis.review;

import static java.util.Comparator.reverseOrder;

import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.verification.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a review a review. Reviewers of written-by-machine text miss more faults than of human text, most of all when
 * they are quick: so the weakest items are read beside their source, and after a run of items accepted faster than anybody
 * reads one of them is looked at again.
 */
final class HonestReview {

    /**
     * Adults read 238 words of non-fiction a minute in silence; twice that is skimming.
     *
     * @see <a href="https://doi.org/10.1016/j.jml.2019.104047">Brysbaert 2019</a>
     */
    private static final double SKIMMED_WORDS_A_SECOND = 2 * 238 / 60.0;

    /** So many in a row are a habit and not an item one knew well. */
    private static final int RUN = 3;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private HonestReview() {}

    /** Whether an item can be accepted only beside its source: it says itself that it stands on little. */
    static boolean asksForALook(PlanDraft draft, DraftItem item) {
        return item.support().strength() == Strength.THIN
                || item.why().stream().anyMatch(claim -> barelySupported(claim, draft.findings()));
    }

    /** How many items say themselves that they stand on little; of a draft whose words are left out as well. */
    static int thin(PlanDraft draft) {
        return (int) draft.items().stream()
                .filter(item -> item.support().strength() == Strength.THIN)
                .count();
    }

    /** What speaks for the claim speaks for it only just. */
    static boolean barelySupported(Claim claim, List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.code() == Finding.Code.CLAIM_BARELY_SUPPORTED
                        && finding.sentence().equals(claim.text()));
    }

    /**
     * The item to look at once more before sign-off: of the longest run of skimmed ones the one that stands on least.
     *
     * @param decisions of one person on one draft
     * @return empty where there is no such run
     */
    static Optional<SecondLook> secondLook(PlanDraft draft, Collection<ItemDecision> decisions) {
        Map<DraftItemId, DraftItem> items =
                draft.items().stream().collect(Collectors.toMap(DraftItem::id, Function.identity()));
        List<DraftItem> run = List.of();
        List<DraftItem> now = List.of();
        for (ItemDecision decision : decisions.stream()
                .sorted(Comparator.comparing(ItemDecision::at).thenComparing(ItemDecision::id))
                .toList()) {
            DraftItem item = items.get(decision.item());
            now = item != null && skimmed(item, decision) ? with(now, item) : List.of();
            run = now.size() > run.size() ? now : run;
        }
        int length = run.size();
        return length < RUN
                ? Optional.empty()
                : run.stream()
                        .min(Comparator.comparing(
                                        (DraftItem item) -> item.support().strength(), reverseOrder())
                                .thenComparing(item -> !asksForALook(draft, item))
                                .thenComparing(DraftItem::position))
                        .map(item -> new SecondLook(item.id(), length));
    }

    /** @param run how many were accepted in a row without being read */
    record SecondLook(DraftItemId item, int run) {}

    private static List<DraftItem> with(List<DraftItem> run, DraftItem item) {
        return Stream.concat(run.stream(), Stream.of(item)).toList();
    }

    private static boolean skimmed(DraftItem item, ItemDecision decision) {
        return decision.decision() instanceof Decision.Accepted
                && !decision.sourceRead()
                && decision.looked().compareTo(skimming(item)) < 0;
    }

    private static Duration skimming(DraftItem item) {
        long words = Stream.concat(
                        Stream.of(item.task(), item.firstStep(), item.successMeasure()),
                        item.why().stream().map(Claim::text))
                .mapToLong(text -> SPACE.split(text.strip()).length)
                .sum();
        return Duration.ofMillis(Math.round(1000 * words / SKIMMED_WORDS_A_SECOND));
    }
}
