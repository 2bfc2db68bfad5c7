package dev.trellis.review;

import dev.trellis.Days;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.Decision.Rejected;
import dev.trellis.review.DraftPage.Alternative;
import dev.trellis.review.DraftPage.Ending;
import dev.trellis.review.DraftPage.Item;
import dev.trellis.review.DraftPage.Sentence;
import dev.trellis.review.DraftPage.Standing;
import dev.trellis.review.DraftPage.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets a draft for a person: reads its evidence on their behalf and puts what was decided beside what was drafted. */
@Component
class DraftPages {

    private final EvidenceLedger ledger;
    private final People people;
    private final Routes routes;
    private final Clock clock;

    DraftPages(EvidenceLedger ledger, People people, Routes routes, Clock clock) {
        this.ledger = ledger;
        this.people = people;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * @param at number of the item the person is at, or 0
     * @param problem about the item typed in, or about the draft where none is
     */
    DraftPage page(PersonId me, Reviews.Opened opened, int at, Typed typed, @Nullable String problem) {
        PlanDraft draft = opened.draft();
        Set<EvidenceId> spokenOf = new HashSet<>(EvidencePane.cited(draft));
        spokenOf.addAll(WhatIf.pieces(draft));
        List<Evidence> evidence = ledger.findAll(new Reader.OfPerson(me), spokenOf);
        Names names = names(me, draft, opened.review(), evidence);
        InWords inWords = new InWords(clock);
        EvidencePane pane = EvidencePane.of(draft, evidence, me, names::of, inWords);
        WhatIf whatIf = new WhatIf(draft, evidence, pane, names::of, inWords);
        Map<DraftItemId, ItemDecision> decisions =
                opened.review().map(Review::decisions).orElse(Map.of());
        boolean open = draft.state() == DraftState.IN_REVIEW;
        Optional<DraftItemId> about = typed.about();
        List<Item> items = IntStream.range(0, draft.items().size())
                .mapToObj(position -> {
                    DraftItem item = draft.items().get(position);
                    boolean here = about.filter(item.id()::equals).isPresent();
                    return item(
                            draft,
                            item,
                            position + 1,
                            position + 1 == at,
                            Optional.ofNullable(decisions.get(item.id())),
                            here ? typed : new Typed.Nothing(),
                            here ? problem : null,
                            pane,
                            whatIf,
                            names,
                            inWords);
                })
                .toList();
        return new DraftPage(
                draft.id().toString(),
                names.full(draft.learner()),
                names.given(draft.learner()),
                towards(draft, inWords),
                draft.writer().equals(WriterRecord.TEMPLATES)
                        ? "written from templates"
                        : "written by " + draft.writer(),
                open,
                draft.state() == DraftState.SUPERSEDED,
                draft.abstained(),
                draft.direction().stream()
                        .map(claim -> Sentence.of(claim, pane, draft.findings()))
                        .toList(),
                whatIf.ofAll(),
                items,
                draft.missing(),
                decisions.size(),
                !decisions.isEmpty()
                        && decisions.values().stream().allMatch(decision -> decision.decision() instanceof Rejected),
                opened.review()
                        .flatMap(Review::signOff)
                        .map(signOff -> ending(signOff, me, draft, decisions, names, inWords)),
                pane.sources(),
                leftOut(draft),
                history(draft, opened.review(), names, inWords),
                opened.review().map(Review::version).orElse(0),
                clock.millis(),
                typed,
                about.isEmpty() ? problem : null);
    }

    /** The sentence for someone who was second: who decided what, and when. */
    String decidedBy(PersonId me, ItemDecision standing) {
        String who = standing.by().equals(me)
                ? "You"
                : Optional.ofNullable(people.findAll(Set.of(standing.by())).get(standing.by()))
                        .map(Person::displayName)
                        .orElse("Someone");
        return who + " " + ItemWords.verb(standing.decision()) + " this item " + new InWords(clock).ago(standing.at())
                + ".";
    }

    private static Item item(
            PlanDraft draft,
            DraftItem item,
            int number,
            boolean current,
            Optional<ItemDecision> decision,
            Typed typed,
            @Nullable String problem,
            EvidencePane pane,
            WhatIf whatIf,
            Names names,
            InWords inWords) {
        Typed.InEdit edit = typed instanceof Typed.InEdit here ? here : null;
        boolean asksForALook = HonestReview.asksForALook(draft, item);
        boolean beside =
                typed instanceof Typed.InLook || typed instanceof Typed.InSecondLook || edit != null && asksForALook;
        return new Item(
                item.id().toString(),
                number,
                current,
                item.competencyName(),
                InWords.number(item.shownLevel()),
                decision.map(ItemDecision::decision).map(ItemWords::state).orElse(""),
                item.support().strength(),
                item.support().reason(),
                asksForALook,
                beside ? pane.of(item.why()) : null,
                standing(item, decision.map(ItemDecision::decision), inWords),
                item.why().stream()
                        .map(claim -> Sentence.of(claim, pane, draft.findings()))
                        .toList(),
                ItemWords.kind(item),
                ItemWords.title(item),
                ItemWords.link(item.url()),
                item.runnersUp().stream().map(Alternative::of).toList(),
                whatIf.of(item),
                draft.from().toString(),
                draft.until().toString(),
                decision.map(made -> verdict(made, names, inWords)).orElse(null),
                decision.map(made -> made.id().toString()).orElse(""),
                edit == null ? null : edit.form(),
                edit == null ? Map.of() : edit.problems(),
                typed instanceof Typed.InRejection rejection ? rejection : null,
                problem);
    }

    private static Standing standing(DraftItem item, Optional<Decision> decision, InWords inWords) {
        Edit before = Edit.of(item);
        Edit after = decision.isPresent() && decision.get() instanceof Edited edited ? edited.edit() : before;
        return new Standing(
                WordDifference.between(before.task(), after.task()),
                WordDifference.between(before.firstStep(), after.firstStep()),
                WordDifference.between(before.successMeasure(), after.successMeasure()),
                WordDifference.between(InWords.number(before.soughtLevel()), InWords.number(after.soughtLevel())),
                WordDifference.whole(inWords.day(before.dueOn()), inWords.day(after.dueOn())),
                WordDifference.whole(InWords.hours(before.effortHours()), InWords.hours(after.effortHours())),
                after.dueOn().toString(),
                inWords.away(after.dueOn()));
    }

    private static Verdict verdict(ItemDecision made, Names names, InWords inWords) {
        Optional<Rejected> rejection =
                made.decision() instanceof Rejected rejected ? Optional.of(rejected) : Optional.empty();
        return new Verdict(
                ItemWords.verdict(made.decision()),
                names.of(made.by()),
                inWords.ago(made.at()),
                rejection.map(Rejected::reason).map(RejectReason::words).orElse(""),
                rejection.map(Rejected::words).orElse(""));
    }

    private static Ending ending(
            SignOff signOff,
            PersonId me,
            PlanDraft draft,
            Map<DraftItemId, ItemDecision> decisions,
            Names names,
            InWords inWords) {
        int kept = (int) decisions.values().stream()
                .filter(decision -> !(decision.decision() instanceof Rejected))
                .count();
        return new Ending(
                switch (signOff) {
                    case SignOff.Approved approved -> "APPROVED";
                    case SignOff.ChangesRequested requested -> "CHANGES_REQUESTED";
                    case SignOff.Rejected rejected -> "REJECTED";
                },
                names.of(signOff.by()),
                inWords.ago(signOff.at()),
                signOff instanceof SignOff.Approved approved ? approved.plan().toString() : null,
                kept,
                signOff.words(),
                signOff.by().equals(me));
    }

    private static String towards(PlanDraft draft, InWords inWords) {
        return draft.targetRoleName().map(role -> "Towards " + role).orElse("In the role as it is") + ", by "
                + inWords.day(draft.until());
    }

    private static @Nullable String leftOut(PlanDraft draft) {
        return draft.hiddenPieces() == 0
                ? null
                : InWords.count(draft.hiddenPieces(), "note") + " marked private. Trellis has not read "
                        + (draft.hiddenPieces() == 1 ? "it." : "them.");
    }

    private List<String> history(PlanDraft draft, Optional<Review> review, Names names, InWords inWords) {
        List<String> history = new ArrayList<>();
        history.add("Written " + inWords.ago(draft.createdAt()));
        List<Person> reviewers = routes.reviewersOf(draft);
        history.add("Goes to "
                + Days.list(reviewers.stream().map(Person::displayName).toList())
                + routes.toLeads(draft)
                        .map(why -> switch (why) {
                            case NO_MENTOR -> ", because nobody mentors " + names.given(draft.learner());
                            case ALL_AWAY -> ", because whoever mentors " + names.given(draft.learner()) + " is away";
                            case WAITED_TOO_LONG -> ", because it has waited so long";
                        })
                        .orElse(""));
        review.ifPresent(begun ->
                history.add("Opened first by " + names.of(begun.openedBy()) + ", " + inWords.ago(begun.openedAt())));
        return history;
    }

    private Names names(PersonId me, PlanDraft draft, Optional<Review> review, List<Evidence> evidence) {
        Set<PersonId> ids = new HashSet<>();
        ids.add(draft.learner());
        evidence.forEach(piece -> {
            if (piece.author() instanceof Author.OfPerson author) {
                ids.add(author.id());
            }
        });
        review.ifPresent(begun -> {
            ids.add(begun.openedBy());
            begun.decisions().values().forEach(decision -> ids.add(decision.by()));
            begun.signOff().ifPresent(signOff -> ids.add(signOff.by()));
        });
        return new Names(me, people.findAll(ids));
    }

    private record Names(PersonId me, Map<PersonId, Person> people) {

        String full(PersonId id) {
            Person person = people.get(id);
            return person == null ? "someone no longer here" : person.displayName();
        }

        String given(PersonId id) {
            Person person = people.get(id);
            return person == null ? "they" : person.givenName();
        }

        String of(PersonId id) {
            return id.equals(me) ? "you" : full(id);
        }
    }
}
