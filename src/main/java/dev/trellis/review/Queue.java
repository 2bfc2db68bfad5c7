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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what waits for a person, what they sent back and what is decided. */
@Component
class Queue {

    private static final Set<DraftState> WAITING = Set.of(DraftState.WAITING_FOR_REVIEW, DraftState.IN_REVIEW);
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
    private final ReviewSettings settings;
    private final Clock clock;

    Queue(PlanDrafts drafts, Routes routes, JdbcReviews reviews, People people, ReviewSettings settings, Clock clock) {
        this.drafts = drafts;
        this.routes = routes;
        this.reviews = reviews;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Waiting and changes: due first, which is oldest first. Done: latest first. The same number of queries whatever waits. */
    Inbox of(PersonId me, boolean programmeLead) {
        List<PlanDraft> all = drafts.list(me, routes.learnersOf(me, programmeLead), SHOWN);
        Map<PlanDraftId, Review> begun = reviews.as(
                me, () -> reviews.findAll(all.stream().map(PlanDraft::id).toList()));
        Set<PersonId> ids = new HashSet<>();
        all.forEach(draft -> ids.add(draft.learner()));
        begun.values().forEach(review -> {
            ids.add(review.openedBy());
            review.signOff().ifPresent(signOff -> ids.add(signOff.by()));
        });
        Map<PersonId, Person> names = people.findAll(ids);
        Lines lines = new Lines(me, begun, names, new InWords(clock));
        return new Inbox(
                lines.of(all, WAITING),
                lines.of(all, Set.of(DraftState.CHANGES_REQUESTED)),
                lines.of(all, DONE).reversed());
    }

    private final class Lines {

        private final PersonId me;
        private final Map<PlanDraftId, Review> begun;
        private final Map<PersonId, Person> names;
        private final InWords inWords;

        Lines(PersonId me, Map<PlanDraftId, Review> begun, Map<PersonId, Person> names, InWords inWords) {
            this.me = me;
            this.begun = begun;
            this.names = names;
            this.inWords = inWords;
        }

        List<Entry> of(List<PlanDraft> drafts, Set<DraftState> states) {
            return drafts.stream()
                    .filter(draft -> states.contains(draft.state()))
                    .map(this::entry)
                    .toList();
        }

        private Entry entry(PlanDraft draft) {
            Optional<Review> review = Optional.ofNullable(begun.get(draft.id()));
            boolean waits = WAITING.contains(draft.state());
            LocalDate due = inWords.dayOf(draft.createdAt().plus(settings.decideWithin()));
            return new Entry(
                    draft.id().toString(),
                    name(draft.learner()),
                    draft.targetRoleName().map(role -> "towards " + role).orElse("in the role as it is"),
                    waits ? inWords.due(due) : "",
                    waits && inWords.soon(due),
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
            if (draft.abstained()) {
                return "too little to go on";
            }
            return review.map(open -> open.decisions().isEmpty()
                            ? "opened by " + name(open.openedBy())
                            : open.decisions().size() + " decided")
                    .orElse("");
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
