package dev.trellis.planning;

import dev.trellis.people.PersonId;
import dev.trellis.planning.Earlier.TurnedDown;
import dev.trellis.planning.EarlierRejections.Rejection;
import dev.trellis.planning.PlanDraft.DraftItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what became of earlier plans and drafts of a learner. */
class EarlierPlans {

    private final DevelopmentPlans plans;
    private final DraftWords words;
    private final EarlierRejections rejections;

    EarlierPlans(DevelopmentPlans plans, DraftWords words, EarlierRejections rejections) {
        this.plans = plans;
        this.words = words;
        this.rejections = rejections;
    }

    Earlier of(PersonId reader, PersonId learner, LocalDate today) {
        List<Rejection> turnedDown = rejections.of(
                reader,
                learner,
                today.minusMonths(Earlier.ACTIVITY_MONTHS)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        Map<DraftItemId, DraftItem> items =
                words
                        .documentsOf(
                                reader,
                                turnedDown.stream()
                                        .map(Rejection::draft)
                                        .distinct()
                                        .toList())
                        .stream()
                        .flatMap(document -> document.items().stream())
                        .collect(Collectors.toMap(DraftItem::id, item -> item));
        return new Earlier(
                Earlier.done(plans.of(reader, learner)),
                turnedDown.stream()
                        .flatMap(rejection -> turnedDown(rejection, items))
                        .toList(),
                today);
    }

    private static Stream<TurnedDown> turnedDown(Rejection rejection, Map<DraftItemId, DraftItem> items) {
        DraftItem item = items.get(rejection.item());
        return item == null
                ? Stream.empty()
                : Stream.of(new TurnedDown(
                        item.competency(), item.action(), rejection.about(), rejection.reason(), rejection.on()));
    }
}
