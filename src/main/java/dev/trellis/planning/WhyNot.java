package dev.trellis.planning;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.ActivityMix;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Brief.Candidate;
import dev.trellis.drafting.Brief.Focus;
import dev.trellis.drafting.DraftText;
import dev.trellis.planning.PlanDraft.RunnerUp;
import dev.trellis.ranking.RankedActivities;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why the plan has one activity for a gap and not another: from the figures alone, whoever chose. */
final class WhyNot {

    /** What was possible and not chosen: more is a catalogue, not a reason. */
    private static final int RUNNERS_UP = 2;

    private final Brief brief;
    private final List<DraftText.Item> items;

    WhyNot(Brief brief, List<DraftText.Item> items) {
        this.brief = brief;
        this.items = items;
    }

    /** @param position of the item, from 0 */
    List<RunnerUp> runnersUp(Focus focus, Candidate chosen, int position) {
        Stream<RunnerUp> possible = focus.candidates().stream()
                .filter(other -> other != chosen)
                .limit(RUNNERS_UP)
                .map(other -> new RunnerUp(
                        other.title(), other.kind(), other.effortHours(), whyNot(other, chosen, position)));
        Stream<RunnerUp> leftOut = focus.leftOut().stream()
                .map(other -> new RunnerUp(other.title(), other.kind(), other.effortHours(), other.why()));
        return Stream.concat(possible, leftOut).toList();
    }

    private String whyNot(Candidate other, Candidate chosen, int position) {
        Optional<String> elsewhere = elsewhere(other);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (!fits(other, position)) {
            return "its hours do not fit beside the rest of the plan";
        }
        if (other.score() < chosen.score()) {
            return lower(other, chosen);
        }
        String ranked = other.score() > chosen.score() ? "ranked higher" : "ranked as high";
        List<ActivityKind> before =
                items.stream().limit(position).map(this::kindOf).toList();
        return ActivityMix.lacking(chosen.kind(), before) > ActivityMix.lacking(other.kind(), before)
                ? ranked + ", but the plan lacks more " + words(chosen.kind())
                : ranked + "; the writer chose the other";
    }

    private static String lower(Candidate other, Candidate chosen) {
        if (other.contributions().isEmpty()) {
            return "kept for when the catalogue has nothing that fits better";
        }
        List<String> shortcomings = RankedActivities.against(chosen.contributions(), other.contributions());
        return shortcomings.isEmpty() ? "ranked a little lower" : String.join(", ", shortcomings);
    }

    private Optional<String> elsewhere(Candidate other) {
        return IntStream.range(0, items.size())
                .filter(item -> other.action() instanceof Action.OfCatalogue
                        && items.get(item).action().equals(other.action()))
                .mapToObj(item -> "already item " + (item + 1) + " of this plan")
                .findFirst();
    }

    private boolean fits(Candidate other, int position) {
        double taken = IntStream.range(0, items.size())
                .filter(item -> item != position)
                .mapToDouble(item -> items.get(item).effortHours())
                .sum();
        return taken + other.effortHours() <= brief.hoursInAll();
    }

    private ActivityKind kindOf(DraftText.Item item) {
        return brief.focuses().stream()
                .filter(focus -> focus.competency().id().equals(item.competency()))
                .flatMap(focus -> focus.candidates().stream())
                .filter(candidate -> candidate.action().equals(item.action()))
                .map(Candidate::kind)
                .findFirst()
                .orElse(ActivityKind.EXPERIENCE);
    }

    private static String words(ActivityKind kind) {
        return switch (kind) {
            case EXPERIENCE -> "doing";
            case EXPOSURE -> "learning from others";
            case EDUCATION -> "study";
        };
    }
}
