package dev.trellis.review;

import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.planning.PlanDrafts;
import dev.trellis.review.Inbox.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what waits for a person, what they sent back and what is decided. */
@Component
class Queue {

    private static final Set<DraftState> WAITING = Routes.WAITING;

    /** More that waited too long would bury what is a lead's own. */
    private static final int MOST_ESCALATED = 200;

    private static final Set<DraftState> DONE = Set.of(DraftState.APPROVED, DraftState.REJECTED);
    private static final Set<DraftState> SHOWN = Set.of(
            DraftState.WAITING_FOR_REVIEW,
            DraftState.IN_REVIEW,
            DraftState.CHANGES_REQUESTED,
            DraftState.APPROVED,
            DraftState.REJECTED);

    private final PlanDrafts drafts;
    private final Routes routes;
    private final JdbcReviews reviews;
    private final People people;
    private final Later later;
    private final RoutingRules rules;
    private final ReviewSettings settings;
    private final Clock clock;

    Queue(
            PlanDrafts drafts,
            Routes routes,
            JdbcReviews reviews,
            People people,
            Later later,
            RoutingRules rules,
            ReviewSettings settings,
            Clock clock) {
        this.drafts = drafts;
        this.routes = routes;
        this.reviews = reviews;
        this.people = people;
        this.later = later;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** Waiting and changes: due first, which is oldest first. Done: latest first. The same number of queries whatever waits. */
    Inbox of(PersonId me, boolean programmeLead) {
        List<PlanDraft> all = drafts(me, programmeLead);
        Map<PlanDraftId, Review> begun = reviews.as(
                me, () -> reviews.findAll(all.stream().map(PlanDraft::id).toList()));
        Set<PersonId> ids = new HashSet<>();
        all.forEach(draft -> ids.add(draft.learner()));
        begun.values().forEach(review -> {
            ids.add(review.openedBy());
            review.signOff().ifPresent(signOff -> ids.add(signOff.by()));
        });
        Map<PersonId, Person> names = people.findAll(ids);
        Map<PlanDraftId, LocalDate> putOff = later.of(me, LocalDate.now(clock));
        Lines lines = new Lines(me, begun, names, putOff, new InWords(clock));
        return new Inbox(
                lines.of(all, draft -> WAITING.contains(draft.state()) && !putOff.containsKey(draft.id())),
                lines.of(all, draft -> WAITING.contains(draft.state()) && putOff.containsKey(draft.id())),
                lines.of(all, draft -> draft.state() == DraftState.CHANGES_REQUESTED),
                lines.of(all, draft -> DONE.contains(draft.state())).reversed(),
                cycle(all));
    }

    /** A lead's: also those that waited too long elsewhere, oldest first among the others. */
    private List<PlanDraft> drafts(PersonId me, boolean programmeLead) {
        List<PlanDraft> own = drafts.list(me, routes.learnersOf(me, programmeLead), SHOWN);
        if (!programmeLead) {
            return own;
        }
        Instant before = rules.writtenBefore();
        Set<PlanDraftId> known = own.stream().map(PlanDraft::id).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        drafts.list(me, WAITING, MOST_ESCALATED).stream()
                                .filter(draft -> draft.createdAt().isBefore(before))
                                .filter(draft -> !draft.learner().equals(me) && !known.contains(draft.id())))
                .sorted(Comparator.comparing(PlanDraft::createdAt))
                .toList();
    }

    private Inbox.Cycle cycle(List<PlanDraft> all) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.with(IsoFields.DAY_OF_QUARTER, 1);
        InWords inWords = new InWords(clock);
        List<PlanDraft> came = all.stream()
                .filter(draft -> !inWords.dayOf(draft.createdAt()).isBefore(since))
                .toList();
        long waiting =
                came.stream().filter(draft -> WAITING.contains(draft.state())).count();
        return new Inbox.Cycle((int) (came.size() - waiting), came.size(), inWords.day(since));
    }

    private final class Lines {

        private final PersonId me;
        private final Map<PlanDraftId, Review> begun;
        private final Map<PersonId, Person> names;
        private final Map<PlanDraftId, LocalDate> putOff;
        private final InWords inWords;

        Lines(
                PersonId me,
                Map<PlanDraftId, Review> begun,
                Map<PersonId, Person> names,
                Map<PlanDraftId, LocalDate> putOff,
                InWords inWords) {
            this.me = me;
            this.begun = begun;
            this.names = names;
            this.putOff = putOff;
            this.inWords = inWords;
        }

        List<Entry> of(List<PlanDraft> drafts, Predicate<PlanDraft> wanted) {
            return drafts.stream().filter(wanted).map(this::entry).toList();
        }

        private Entry entry(PlanDraft draft) {
            Optional<Review> review = Optional.ofNullable(begun.get(draft.id()));
            boolean waits = WAITING.contains(draft.state());
            LocalDate due = inWords.dayOf(draft.createdAt().plus(settings.decideWithin()));
            return new Entry(
                    draft.id().toString(),
                    name(draft.learner()),
                    team(draft.learner()),
                    draft.targetRoleName().map(role -> "towards " + role).orElse("in the role as it is"),
                    due,
                    waits ? inWords.due(due) : "",
                    waits && inWords.soon(due),
                    HonestReview.thin(draft),
                    note(draft, review));
        }

        private String note(PlanDraft draft, Optional<Review> review) {
            Optional<SignOff> ended = review.flatMap(Review::signOff);
            if (ended.isPresent()) {
                return switch (ended.get()) {
                    case SignOff.Approved signOff ->
                        "signed off by " + name(signOff.by()) + ", " + inWords.ago(signOff.at());
                    case SignOff.ChangesRequested signOff ->
                        "sent back by " + name(signOff.by()) + ", " + inWords.ago(signOff.at());
                    case SignOff.Rejected signOff ->
                        "closed without a plan by " + name(signOff.by()) + ", " + inWords.ago(signOff.at());
                };
            }
            if (putOff.get(draft.id()) instanceof LocalDate again) {
                return "put off until " + inWords.day(again);
            }
            if (draft.abstained()) {
                return "too little to go on";
            }
            return review.map(open -> open.decisions().isEmpty()
                            ? "opened by " + name(open.openedBy())
                            : open.decisions().size() + " decided")
                    .orElse("");
        }

        private String team(PersonId id) {
            Person person = names.get(id);
            return person == null ? "" : person.team();
        }

        private String name(PersonId id) {
            if (id.equals(me)) {
                return "you";
            }
            Person person = names.get(id);
            return person == null ? "someone no longer here" : person.displayName();
        }
    }
}
