package dev.trellis.review;

import static dev.trellis.review.EvidenceShelf.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.trellis.NotFound;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.evidence.Evidence;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.DevelopmentPlan;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.EarlierRejections;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.Decision.Accepted;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.Decision.Rejected;
import dev.trellis.review.Outcome.ChangedMeanwhile;
import dev.trellis.review.Outcome.DecidedMeanwhile;
import dev.trellis.review.Outcome.Kept;
import dev.trellis.review.Outcome.LookAgain;
import dev.trellis.review.Outcome.LookFirst;
import dev.trellis.review.Outcome.Over;
import dev.trellis.review.Outcome.StillOpen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ReviewsTest {

    private static final Seen UNREAD = new Seen(Optional.empty(), Instant.EPOCH, false);
    private static final Seen READ = new Seen(Optional.empty(), Instant.EPOCH, true);

    private final ReviewWorld world = new ReviewWorld();
    private final Reviews reviews = world.reviews();
    private final PersonId ada = world.person("Ada", "Nyström", Role.MENTOR);
    private final PersonId kim = world.person("Kim", "Berg", Role.MENTOR);
    private final PersonId lea = world.person("Lea", "Roth", Role.PROGRAMME_LEAD);
    private final PersonId noor = world.person("Noor", "Haddad", Role.LEARNER);
    private final Evidence reflection = world.evidence.put(noor, noor, "I ended up doing Ben’s part at night.");

    private final PlanDraftId draft;
    private final List<DraftItem> items;

    ReviewsTest() {
        world.mentors(ada, noor);
        world.mentors(kim, noor);
        draft = world.aDraft(noor)
                .item(
                        "Delegation",
                        "Hand over the release notes.",
                        claim("She does others’ parts.", reflection, "doing Ben’s part"))
                .item("Giving feedback", "Try it on one case.")
                .item("Ticket writing", "Take the course.")
                .kept();
        items = reviews.open(ada, draft).draft().items();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsTheNextDraftWhatWasTurnedDownAndNoReviewersWords() {
        decide(ada, 1, new Rejected(RejectReason.ALREADY_HAS_IT, "She taught it."));
        decide(kim, 2, new Rejected(RejectReason.BAD_TIMING, ""));
        EarlierRejections earlier = world.context.getBean(EarlierRejections.class);

        assertThat(earlier.of(ada, noor, Instant.EPOCH))
                .extracting(
                        EarlierRejections.Rejection::item,
                        EarlierRejections.Rejection::about,
                        EarlierRejections.Rejection::reason)
                .containsExactlyInAnyOrder(
                        tuple(items.get(1).id(), EarlierRejections.About.GAP, "already has it"),
                        tuple(items.get(2).id(), EarlierRejections.About.MOMENT, "bad timing"));
        assertThat(earlier.of(ada, noor, ReviewWorld.NOON.plusSeconds(1))).isEmpty();
        assertThat(earlier.of(noor, noor, Instant.EPOCH)).isEmpty();
    }

    @Test
    void signsOffOnlyWhenEachItemIsDecided() {
        decide(ada, 0, new Accepted());
        decide(ada, 1, new Accepted());

        assertThat(signOff(ada)).isEqualTo(new StillOpen(1));
        assertThat(state()).isEqualTo(DraftState.IN_REVIEW);
        assertThat(world.plans().activeOf(ada, noor)).isEmpty();

        decide(ada, 2, new Rejected(RejectReason.DUPLICATE, ""));

        assertThat(signOff(ada)).isInstanceOf(Kept.class);
        assertThat(state()).isEqualTo(DraftState.APPROVED);
        assertThat(world.decided).containsExactly(new DraftDecided(draft, noor, ada, DraftState.APPROVED));
    }

    @Test
    void putsAcceptedAndEditedItemsInThePlanAndNoRejectedOne() {
        Edit mine = new Edit(
                "Hand over two releases to Ben.",
                "Ask Ben.",
                "Ben says so.",
                items.get(1).dueOn().plusDays(3),
                5,
                2.5);
        decide(ada, 0, new Accepted());
        decide(ada, 1, new Edited(mine));
        decide(ada, 2, new Rejected(RejectReason.ALREADY_HAS_IT, "She taught it."));
        signOff(ada);

        DevelopmentPlan plan = world.plans().activeOf(noor, noor).orElseThrow();

        assertThat(plan.signedOffBy()).isEqualTo(ada);
        assertThat(plan.words()).isEqualTo("Well begun.");
        assertThat(plan.goals())
                .extracting(DevelopmentPlan.DevelopmentGoal::item)
                .containsExactly(items.get(0).id(), items.get(1).id());
        assertThat(plan.goals().get(0).edited()).isFalse();
        assertThat(plan.goals().get(0).why()).isEqualTo(items.get(0).why());
        DevelopmentPlan.DevelopmentGoal edited = plan.goals().get(1);
        assertThat(edited.edited()).isTrue();
        assertThat(new Edit(
                        edited.task(),
                        edited.firstStep(),
                        edited.successMeasure(),
                        edited.dueOn(),
                        edited.effortHours(),
                        edited.soughtLevel()))
                .isEqualTo(mine);
    }

    @Test
    void carriesNoSentenceIntoThePlanWhoseSourceIsGone() {
        decide(ada, 0, new Accepted());
        decide(ada, 1, new Rejected(RejectReason.OTHER, ""));
        decide(ada, 2, new Rejected(RejectReason.OTHER, ""));
        world.evidence.hide(reflection);
        signOff(ada);

        assertThat(world.plans()
                        .activeOf(ada, noor)
                        .orElseThrow()
                        .goals()
                        .getFirst()
                        .why())
                .isEmpty();
    }

    @Test
    void makesNoPlanWhereEverythingIsRejected() {
        for (int item = 0; item < items.size(); item++) {
            decide(ada, item, new Rejected(RejectReason.NOT_RELEVANT, ""));
        }

        assertThat(signOff(ada)).isInstanceOf(Kept.class);
        assertThat(state()).isEqualTo(DraftState.REJECTED);
        assertThat(world.plans().of(ada, noor)).isEmpty();
    }

    @Test
    void sendsItBackWithTheHintAndAsksForAnother() {
        assertThat(reviews.askForChanges(kim, draft, "Less courses, more doing."))
                .isInstanceOf(Kept.class);

        assertThat(state()).isEqualTo(DraftState.CHANGES_REQUESTED);
        assertThat(world.requests.asked).containsExactly("Less courses, more doing.");
        assertThat(reviews.askForChanges(kim, draft, "Less courses, more doing."))
                .isInstanceOf(Over.class);
        assertThat(world.requests.asked).hasSize(1);
    }

    @Test
    void tellsTheSecondOfTwoMentorsWhoDecided() {
        decide(kim, 0, new Accepted());

        Outcome outcome = reviews.decide(
                ada,
                draft,
                items.getFirst().id(),
                new Rejected(RejectReason.TOO_VAGUE, ""),
                new Seen(Optional.empty(), Instant.EPOCH, true));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DecidedMeanwhile.class,
                        meanwhile -> assertThat(
                                        meanwhile.standing().orElseThrow().by())
                                .isEqualTo(kim));
        assertThat(standing(0).orElseThrow().decision()).isEqualTo(new Accepted());
    }

    @Test
    void letsOneMentorWinWhenTwoDecideAtTheSameMoment() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Outcome> adas = () -> {
            together.await();
            return reviews.decide(
                    ada, draft, items.getFirst().id(), new Accepted(), new Seen(Optional.empty(), Instant.EPOCH, true));
        };
        Callable<Outcome> kims = () -> {
            together.await();
            return reviews.decide(
                    kim,
                    draft,
                    items.getFirst().id(),
                    new Rejected(RejectReason.OTHER, ""),
                    new Seen(Optional.empty(), Instant.EPOCH, true));
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Outcome> outcomes = both.invokeAll(List.of(adas, kims)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(outcomes).hasAtLeastOneElementOfType(Kept.class);
            assertThat(outcomes).hasAtLeastOneElementOfType(DecidedMeanwhile.class);
        }
        assertThat(reviews.open(ada, draft).review().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void decidesInPlaceOfWhatThePersonSaw() {
        decide(kim, 0, new Accepted());
        UUID seen = standing(0).orElseThrow().id();

        assertThat(reviews.decide(
                        ada,
                        draft,
                        items.getFirst().id(),
                        new Rejected(RejectReason.WRONG_LEVEL, "Two levels up."),
                        new Seen(Optional.of(seen), Instant.EPOCH, true)))
                .isInstanceOf(Kept.class);
        assertThat(standing(0).orElseThrow().by()).isEqualTo(ada);
    }

    @Test
    void keepsOneDecisionWhereTheSameComesTwice() {
        decide(ada, 0, new Accepted());
        UUID first = standing(0).orElseThrow().id();

        assertThat(reviews.decide(
                        ada,
                        draft,
                        items.getFirst().id(),
                        new Accepted(),
                        new Seen(Optional.empty(), Instant.EPOCH, true)))
                .isInstanceOf(Kept.class);
        assertThat(standing(0).orElseThrow().id()).isEqualTo(first);
        assertThat(auditOf("item.accepted")).isEqualTo(1);
    }

    @Test
    void signsOffOnceWhereItComesTwice() {
        decideAll();
        int version = version();

        assertThat(reviews.signOff(ada, draft, version, "Well begun.", Optional.empty()))
                .isInstanceOf(Kept.class);
        assertThat(reviews.signOff(ada, draft, version, "Well begun.", Optional.empty()))
                .isInstanceOf(Over.class);
        assertThat(world.plans().of(ada, noor)).hasSize(1);
        assertThat(world.decided).hasSize(1);
    }

    @Test
    void signsOffOnlyWhatThePersonSaw() {
        decideAll();
        int seen = version();
        UUID accepted = standing(0).orElseThrow().id();
        reviews.decide(
                kim,
                draft,
                items.getFirst().id(),
                new Rejected(RejectReason.FACTUALLY_WRONG, ""),
                new Seen(Optional.of(accepted), Instant.EPOCH, true));

        assertThat(reviews.signOff(ada, draft, seen, "", Optional.empty())).isInstanceOf(ChangedMeanwhile.class);
        assertThat(state()).isEqualTo(DraftState.IN_REVIEW);
    }

    @Test
    void takesADecisionBackUntilSignOffAndNotAfter() {
        decideAll();
        UUID standing = standing(0).orElseThrow().id();
        assertThat(reviews.takeBack(ada, draft, items.getFirst().id(), Optional.of(standing)))
                .isInstanceOf(Kept.class);
        assertThat(standing(0)).isEmpty();

        decide(ada, 0, new Accepted());
        signOff(ada);
        UUID signed = standing(0).orElseThrow().id();

        assertThat(reviews.takeBack(ada, draft, items.getFirst().id(), Optional.of(signed)))
                .isInstanceOf(Over.class);
        assertThat(standing(0)).isPresent();
    }

    @Test
    void isNotThereForAnyoneWhoDoesNotAnswerForTheLearner() {
        PersonId stranger = world.person("Sam", "Vale", Role.MENTOR);

        // The learner has mentors, so not even a programme lead reads what was written to them.
        for (PersonId other : List.of(stranger, noor, lea)) {
            assertThatThrownBy(() -> reviews.open(other, draft)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reviews.decide(
                            other,
                            draft,
                            items.getFirst().id(),
                            new Accepted(),
                            new Seen(Optional.empty(), Instant.EPOCH, true)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void givesTheDraftOfSomeoneWithoutMentorToTheProgrammeLeads() {
        PersonId jonas = world.person("Jonas", "Weber", Role.LEARNER);
        PlanDraftId his = world.aDraft(jonas).item("Writing", "Write one page.").kept();

        assertThat(reviews.open(lea, his).draft().state()).isEqualTo(DraftState.IN_REVIEW);
        assertThatThrownBy(() -> reviews.open(ada, his)).isInstanceOf(NotFound.class);
        assertThat(world.queue().of(lea, true).waiting())
                .extracting(Inbox.Entry::draft)
                .containsExactly(his.toString());
        assertThat(world.queue().of(ada, false).waiting())
                .extracting(Inbox.Entry::draft)
                .containsExactly(draft.toString());
    }

    @Test
    void letsNobodyReviewADraftAboutThemselves() {
        PersonId otherLead = world.person("Ivo", "Marin", Role.PROGRAMME_LEAD);
        PlanDraftId aboutLea =
                world.aDraft(lea).item("Writing", "Write one page.").kept();

        assertThatThrownBy(() -> reviews.open(lea, aboutLea)).isInstanceOf(NotFound.class);
        assertThat(world.routes()
                        .reviewersOf(world.drafts().find(otherLead, aboutLea).orElseThrow()))
                .extracting(person -> person.id())
                .containsExactly(otherLead);
        assertThat(reviews.open(otherLead, aboutLea).draft().state()).isEqualTo(DraftState.IN_REVIEW);
        // PostgreSQL holds even where the routes would not.
        assertThatThrownBy(() -> world.context.getBean(JdbcReviews.class).as(lea, () -> {
                    world.context.getBean(JdbcReviews.class).begin(aboutLea, lea, ReviewWorld.NOON);
                    return "";
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void databaseRefusesADecisionInSomeoneElsesNameAndAnyAfterSignOff() {
        decideAll();
        JdbcReviews store = world.context.getBean(JdbcReviews.class);
        ItemDecision forged = new ItemDecision(
                UUID.randomUUID(), items.getFirst().id(), new Accepted(), kim, ReviewWorld.NOON, Duration.ZERO, false);
        assertThatThrownBy(() -> store.as(ada, () -> {
                    store.decide(draft, forged);
                    return "";
                }))
                .isInstanceOf(DataAccessException.class);

        signOff(ada);
        ItemDecision late = new ItemDecision(
                UUID.randomUUID(), items.getFirst().id(), new Accepted(), ada, ReviewWorld.NOON, Duration.ZERO, false);
        assertThatThrownBy(() -> store.as(ada, () -> {
                    store.decide(draft, late);
                    return "";
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void undoesAllOfASignOffThatFailsHalfWay() {
        decideAll();
        // A second listener of the transaction fails after plan, state and sign-off were written.
        world.context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.PayloadApplicationEvent<?> payload
                    && payload.getPayload() instanceof DraftDecided) {
                throw new IllegalStateException("the disk is full");
            }
        });

        assertThatThrownBy(() -> signOff(ada)).isInstanceOf(IllegalStateException.class);

        assertThat(state()).isEqualTo(DraftState.IN_REVIEW);
        assertThat(world.plans().of(ada, noor)).isEmpty();
        assertThat(reviews.open(ada, draft).review().orElseThrow().signOff()).isEmpty();
    }

    @Test
    void auditsEveryDecisionWithoutAWordOfIt() {
        world.clock.pass(Duration.ofSeconds(40));
        reviews.decide(
                ada,
                draft,
                items.getFirst().id(),
                new Rejected(RejectReason.SENSITIVE_OR_UNFAIR, "a secret sentence"),
                new Seen(Optional.empty(), ReviewWorld.NOON.plusSeconds(10), true));

        var entry = world.audit().of("draft:" + draft).getLast();
        assertThat(entry.action()).isEqualTo("item.rejected");
        assertThat(entry.actor()).isEqualTo(ada.toString());
        assertThat(entry.details())
                .containsEntry("reason", "SENSITIVE_OR_UNFAIR")
                .containsEntry("item", items.getFirst().id().toString())
                .containsEntry("seconds", "30");
        assertThat(world.audit().of("draft:" + draft).toString()).doesNotContain("secret");
    }

    @Test
    void opensForOneMentorWithoutShuttingTheOtherOut() {
        assertThat(reviews.open(ada, draft).review().orElseThrow().openedBy()).isEqualTo(ada);
        assertThat(reviews.open(kim, draft).review().orElseThrow().openedBy()).isEqualTo(ada);
        decide(kim, 0, new Accepted());
        assertThat(standing(0)).isPresent();
    }

    @Test
    void closesWhatTrellisCouldNotDraftAndNothingElse() {
        assertThat(reviews.close(ada, draft, "No time.")).isInstanceOf(StillOpen.class);
        PersonId wei = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, wei);
        PlanDraftId abstained =
                world.aDraft(wei).missing("Nothing was recorded since June.").kept();

        assertThat(reviews.signOff(ada, abstained, 0, "", Optional.empty())).isEqualTo(new StillOpen(0));
        assertThat(reviews.close(ada, abstained, "On leave.")).isInstanceOf(Kept.class);
        assertThat(reviews.open(ada, abstained).draft().state()).isEqualTo(DraftState.REJECTED);
    }

    @Test
    void asksTheDatabaseTheSameNumberOfTimesWhateverWaits() {
        PersonId busy = world.person("Mo", "Busy", Role.MENTOR);
        withWaiting(busy, 0, 5);
        world.source.statements.set(0);
        assertThat(world.queue().of(busy, true).waiting()).hasSize(5);
        int forFive = world.source.statements.get();
        withWaiting(busy, 5, 500);
        world.source.statements.set(0);

        assertThat(world.queue().of(busy, true).waiting()).hasSize(500);
        assertThat(world.source.statements.get()).isEqualTo(forFive);
    }

    private void withWaiting(PersonId mentor, int from, int to) {
        for (int number = from; number < to; number++) {
            PersonId learner = world.person("Learner" + number, "Number", Role.LEARNER);
            world.mentors(mentor, learner);
            world.aDraft(learner).item("Writing", "Write one page.").kept();
        }
    }

    private void decide(PersonId who, int item, Decision decision) {
        Optional<UUID> seen = standing(item).map(ItemDecision::id);
        assertThat(reviews.decide(who, draft, items.get(item).id(), decision, new Seen(seen, Instant.EPOCH, true)))
                .isInstanceOf(Kept.class);
    }

    @Test
    void keepsNothingThatStandsOnLittleUntilItsSourceWasRead() {
        PersonId li = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, li);
        PlanDraftId thin = world.aDraft(li)
                .barely("She does others’ parts.")
                .item("Giving feedback", "Try it once.", "", Strength.THIN)
                .item("Delegation", "Hand it over.", claim("She does others’ parts.", reflection, "doing Ben’s part"))
                .kept();
        List<DraftItem> weak = reviews.open(ada, thin).draft().items();

        assertThat(weak).allSatisfy(item -> {
            assertThat(reviews.decide(ada, thin, item.id(), new Accepted(), UNREAD))
                    .isInstanceOf(LookFirst.class);
            assertThat(reviews.decide(ada, thin, item.id(), new Edited(Edit.of(item)), UNREAD))
                    .isInstanceOf(LookFirst.class);
        });
        assertThat(reviews.open(ada, thin).review().orElseThrow().decisions()).isEmpty();

        assertThat(weak).allSatisfy(item -> {
            assertThat(reviews.decide(ada, thin, item.id(), new Rejected(RejectReason.OTHER, ""), UNREAD))
                    .isInstanceOf(Kept.class);
            reviews.takeBack(ada, thin, item.id(), standing(thin, item).map(ItemDecision::id));
            assertThat(reviews.decide(ada, thin, item.id(), new Accepted(), READ))
                    .isInstanceOf(Kept.class);
            assertThat(standing(thin, item).orElseThrow().sourceRead()).isTrue();
        });
    }

    @Test
    void asksForASecondLookAtOneOfARunThatNobodyCouldHaveRead() {
        for (DraftItem item : items) {
            world.clock.pass(Duration.ofMillis(800));
            reviews.decide(ada, draft, item.id(), new Accepted(), UNREAD);
        }

        Outcome asked = signOff(ada);
        DraftItemId again = items.getFirst().id();
        assertThat(asked).isEqualTo(new LookAgain(again, 3));
        assertThat(state()).isEqualTo(DraftState.IN_REVIEW);
        assertThat(reviews.signOff(
                        ada, draft, version(), "", Optional.of(items.get(1).id())))
                .as("another than the one asked for")
                .isEqualTo(asked);

        assertThat(reviews.signOff(ada, draft, version(), "Well begun.", Optional.of(again)))
                .isInstanceOf(Kept.class);
        assertThat(state()).isEqualTo(DraftState.APPROVED);
        assertThat(standing(0).orElseThrow().sourceRead()).isTrue();
        assertThat(auditOf("item.looked-again")).isEqualTo(1);
    }

    @Test
    void asksForNoSecondLookOfSomeoneWhoReads() {
        for (DraftItem item : items) {
            world.clock.pass(Duration.ofSeconds(12));
            reviews.decide(ada, draft, item.id(), new Accepted(), UNREAD);
        }

        assertThat(signOff(ada)).isInstanceOf(Kept.class);
        assertThat(auditOf("item.looked-again")).isZero();
    }

    private Optional<ItemDecision> standing(PlanDraftId of, DraftItem item) {
        return Optional.ofNullable(
                reviews.open(ada, of).review().orElseThrow().decisions().get(item.id()));
    }

    private void decideAll() {
        for (int item = 0; item < items.size(); item++) {
            decide(ada, item, new Accepted());
        }
    }

    private Outcome signOff(PersonId who) {
        return reviews.signOff(who, draft, version(), "Well begun.", Optional.empty());
    }

    private int version() {
        return reviews.open(ada, draft).review().orElseThrow().version();
    }

    private Optional<ItemDecision> standing(int item) {
        DraftItemId id = items.get(item).id();
        return Optional.ofNullable(
                reviews.open(ada, draft).review().orElseThrow().decisions().get(id));
    }

    private DraftState state() {
        return reviews.open(ada, draft).draft().state();
    }

    private long auditOf(String action) {
        return world.audit().of("draft:" + draft).stream()
                .filter(entry -> entry.action().equals(action))
                .count();
    }
}
