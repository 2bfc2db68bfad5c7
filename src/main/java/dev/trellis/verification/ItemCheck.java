package dev.trellis.verification;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText.Item;
import dev.trellis.verification.Finding.Code;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Items against what was offered: the competency, the action, its hours, its day, the load so far, and no item twice. */
final class ItemCheck {

    private static final int LONGEST_SENTENCE = 420;
    private static final double ROUNDING_HOURS = 0.02;
    private static final double DAYS_PER_WEEK = 7;

    private final List<Item> items;
    private final Brief brief;
    private final Map<CompetencyId, Brief.Focus> focuses = new HashMap<>();
    private final Map<Integer, Double> hoursUntilDue = new HashMap<>();

    ItemCheck(List<Item> items, Brief brief) {
        this.items = items;
        this.brief = brief;
        brief.focuses().forEach(focus -> focuses.putIfAbsent(focus.competency().id(), focus));
        double hours = 0;
        for (int i : inOrderOfDueDay()) {
            if (candidateOf(items.get(i)).isPresent()) {
                hours += items.get(i).effortHours();
            }
            hoursUntilDue.put(i, hours);
        }
    }

    Optional<Brief.Focus> focusOf(Item item) {
        return Optional.ofNullable(focuses.get(item.competency()));
    }

    List<Finding> check(int position) {
        Item item = items.get(position);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(offered(item, position));
        findings.addAll(inTime(item, position));
        findings.addAll(once(item, position));
        OwnWords words = new OwnWords(brief, focusOf(item), candidateOf(item), item.dueOn());
        for (String sentence : List.of(item.task(), item.firstStep(), item.successMeasure())) {
            findings.addAll(WrittenText.check(sentence, position, LONGEST_SENTENCE, words.ofCatalogue()));
            words.faultIn(sentence)
                    .ifPresent(fault -> findings.add(new Finding(fault.code(), position, sentence, fault.reason())));
        }
        return findings;
    }

    private List<Finding> offered(Item item, int position) {
        if (focusOf(item).isEmpty()) {
            return List.of(at(
                    position, Code.COMPETENCY_NOT_IN_BRIEF, "It works on a competency that is not one of the gaps."));
        }
        Optional<Brief.Candidate> candidate = candidateOf(item);
        if (candidate.isEmpty()) {
            return List.of(at(
                    position,
                    Code.ACTIVITY_NOT_OFFERED,
                    "It names an activity that was not among those found for this gap."));
        }
        if (Math.abs(candidate.get().effortHours() - item.effortHours()) > ROUNDING_HOURS) {
            return List.of(at(position, Code.HOURS_DO_NOT_FIT, "Its hours are not the activity's own."));
        }
        return List.of();
    }

    private List<Finding> inTime(Item item, int position) {
        if (item.dueOn().isBefore(brief.from()) || item.dueOn().isAfter(brief.until())) {
            return List.of(at(position, Code.DATE_OUTSIDE_PLAN, "Its day lies outside the plan."));
        }
        double weeks = (ChronoUnit.DAYS.between(brief.from(), item.dueOn()) + 1) / DAYS_PER_WEEK;
        if (hoursUntilDue.getOrDefault(position, 0.0) > brief.hoursPerWeek() * weeks + ROUNDING_HOURS) {
            return List.of(at(
                    position,
                    Code.HOURS_DO_NOT_FIT,
                    "Up to its day there is more to do than the learner has hours for."));
        }
        return List.of();
    }

    private List<Finding> once(Item item, int position) {
        if (position >= brief.itemsWanted()) {
            return List.of(at(position, Code.TOO_LONG, "There are more suggestions than were asked for."));
        }
        boolean again = items.subList(0, position).stream()
                .anyMatch(earlier -> earlier.task().equals(item.task())
                        || earlier.competency().equals(item.competency())
                        || (item.action() instanceof Action.OfCatalogue
                                && earlier.action().equals(item.action())));
        return again
                ? List.of(at(position, Code.DUPLICATE_ITEM, "An earlier suggestion asks for the same."))
                : List.of();
    }

    private Optional<Brief.Candidate> candidateOf(Item item) {
        return focusOf(item).stream()
                .flatMap(focus -> focus.candidates().stream())
                .filter(candidate -> candidate.action().equals(item.action()))
                .findFirst();
    }

    private List<Integer> inOrderOfDueDay() {
        return IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing(i -> items.get(i).dueOn()))
                .toList();
    }

    private static Finding at(int position, Code code, String reason) {
        return new Finding(code, position, "", reason);
    }
}
