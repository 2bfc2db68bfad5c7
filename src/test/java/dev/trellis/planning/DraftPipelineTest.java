package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.CompetencyRelation;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceRecorded;
import dev.trellis.evidence.EvidenceRecorded.Change;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.PlanDraft.DraftItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftPipelineTest {

    private final PipelineWorld world = new PipelineWorld();

    @Test
    void makesADraftThatWaitsForAPersonAndCanBeRetraced() {
        PlanDraft draft = world.drafted().orElseThrow();

        assertThat(draft.state()).isEqualTo(DraftState.WAITING_FOR_REVIEW);
        assertThat(draft.items()).hasSize(3);
        assertThat(draft.items()).allSatisfy(item -> {
            assertThat(item.soughtLevel()).isEqualTo(item.shownLevel() + 1);
            assertThat(item.activityTitle()).isEqualTo("Course: " + item.competencyName());
            assertThat(item.runnersUp())
                    .hasSize(2)
                    .allSatisfy(other -> assertThat(other.whyNot()).isNotEmpty());
        });
        assertThat(world.db.events).containsExactly(new DraftReadyForReview(draft.id(), world.learner));

        DraftRecord record = world.words.recordOf(world.mentor, draft.id()).orElseThrow();
        assertThat(record.brief()).isEqualTo(world.drafter.briefs.getFirst());
        assertThat(record.promptHash()).isEqualTo("prompt-hash");
        assertThat(record.rankingModel()).isEqualTo("ranking-model");
        assertThat(record.calls()).extracting(call -> call.rawAnswer()).containsExactly("raw");
        assertThat(record.payload().digest()).isEqualTo(record.digest());
        assertThat(world.db.audit.of("draft:" + draft.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("digest", record.digest()));
    }

    @Test
    void offersAStepOfOneLevelAtMostAndNeverMoreThanIsExpected() {
        world.shown.put(world.catalog.delegation, 2.6);
        Brief.Focus focus = focusOn(world.catalog.delegation);
        assertThat(focus.levelSought()).isEqualTo(3.0);
        assertThat(focusOn(world.catalog.feedback).levelSought()).isEqualTo(1.0);
    }

    @Test
    void alwaysOffersTheThreeFormsThatNeedNoCatalogue() {
        assertThat(focusOn(world.catalog.planning).candidates())
                .extracting(Brief.Candidate::action)
                .contains(
                        new Action.OnTheJob(Action.Form.STRETCH_TASK),
                        new Action.OnTheJob(Action.Form.SHADOWING),
                        new Action.OnTheJob(Action.Form.MENTOR_CONVERSATION));
    }

    @Test
    void worksTowardsTheRoleTheLearnerNamedLast() {
        world.db.evidence.put(
                world.learner,
                "I want to run my own team.",
                new Detail.Aspiration(Optional.of("team-lead")),
                world.mentor);
        PlanDraft draft = world.drafted().orElseThrow();
        assertThat(draft.targetRoleName()).contains("Team lead");
        assertThat(world.drafter.briefs.getFirst().focuses())
                .allSatisfy(focus -> assertThat(focus.gap().expected()).isEqualTo(5));
    }

    @Test
    void coachingIsAboutTheWorkOfNowAndMentoringAboutThePath() {
        world.db.evidence.put(
                world.learner,
                "I want to run my own team.",
                new Detail.Aspiration(Optional.of("team-lead")),
                world.mentor);
        world.db.mentorships.end(world.mentor, world.learner, PlanningWorld.TODAY);
        PersonId coach = world.db.person(Role.MENTOR);
        world.people.add(MentorshipTable.named(coach, "Ben"));
        world.db.mentorships.start(coach, world.learner, MentoringForm.COACHING, PlanningWorld.TODAY);
        world.requests.request(world.learner, coach, "");
        world.jobs.work(world.learner);

        Brief brief = world.drafter.briefs.getFirst();
        assertThat(brief.form()).isEqualTo(MentoringForm.COACHING);
        assertThat(brief.targetRoleName()).isEmpty();
    }

    @Test
    void doesNotOfferAgainWhatWasTurnedDownAndSaysWhy() {
        PlanDraft first = world.drafted().orElseThrow();
        DraftItem item = first.items().getFirst();
        world.rejections.add(new EarlierRejections.Rejection(
                first.id(), item.id(), EarlierRejections.About.ACTIVITY, "wrong level", PlanningWorld.TODAY));

        PlanDraft second = world.drafted().orElseThrow();

        DraftItem again = itemOn(item, second);
        assertThat(again.action()).isNotEqualTo(item.action());
        assertThat(again.runnersUp())
                .filteredOn(other -> other.title().equals(item.activityTitle()))
                .singleElement()
                .satisfies(other ->
                        assertThat(other.whyNot()).startsWith("turned down on").endsWith("wrong level"));
    }

    @Test
    void aGapThatAReviewerSaidIsNoneComesLast() {
        PlanDraft first = world.drafted().orElseThrow();
        DraftItem item = first.items().getFirst();
        world.rejections.add(new EarlierRejections.Rejection(
                first.id(), item.id(), EarlierRejections.About.GAP, "already has it", PlanningWorld.TODAY));

        PlanDraft second = world.drafted().orElseThrow();

        assertThat(second.items().getLast().competency()).isEqualTo(item.competency());
    }

    @Test
    void whatACompetencyRequiresComesBeforeIt() {
        PlanDraft first = world.drafted().orElseThrow();
        CompetencyId leading = first.items().getFirst().competency();
        CompetencyId trailing = first.items().getLast().competency();
        world.relations.save(List.of(new CompetencyRelation(leading, CompetencyRelation.Kind.REQUIRES, trailing)));
        world.reflection("I planned the week and held to it.");

        PlanDraft second = world.drafted().orElseThrow();

        assertThat(second.items()).extracting(DraftItem::competency).containsSubsequence(trailing, leading);
    }

    @Test
    void plansWithTheHoursTheLearnerSaysTheyHave() {
        new LearningTime(world.db.jdbc, world.db.readingAs, world.settings, world.db.clock).say(world.learner, 0.5);
        world.drafted();
        assertThat(world.drafter.briefs.getFirst().hoursPerWeek()).isEqualTo(0.5);
    }

    /** Every sentence of the only reflection speaks of all gaps alike: without the wish the plan is about another role. */
    @Test
    void saysWhatWouldChangeWithoutAPiece() {
        Evidence wish = world.db.evidence.put(
                world.learner,
                "I want to run my own team.",
                new Detail.Aspiration(Optional.of("team-lead")),
                world.mentor);
        world.shown.put(world.catalog.delegation, 4.0);

        PlanDraft draft = world.drafted().orElseThrow();

        assertThat(draft.items())
                .filteredOn(item -> item.competency().equals(world.catalog.delegation))
                .singleElement()
                .satisfies(item -> assertThat(item.counterfactuals())
                        .containsExactly(new Brief.Counterfactual(wish.id(), Optional.empty(), Optional.empty())));
    }

    private static DraftItem itemOn(DraftItem same, PlanDraft draft) {
        return draft.items().stream()
                .filter(item -> item.competency().equals(same.competency()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsIntoTheBriefOnlyWhatEveryReaderMaySee() {
        PersonId second = world.db.person(Role.MENTOR);
        world.people.add(MentorshipTable.named(second, "Ben"));
        world.db.mentorships.start(second, world.learner, MentoringForm.COACHING, PlanningWorld.TODAY);
        Evidence both = world.db.evidence.put(
                world.learner,
                "Both may read this.",
                new Detail.Reflection(Detail.ReflectionForm.JOURNAL),
                world.mentor,
                second);
        world.drafted();
        Brief brief = world.drafter.briefs.getFirst();
        assertThat(brief.readers()).containsExactlyInAnyOrder(world.mentor, second);
        assertThat(brief.sources()).extracting(Brief.Source::id).containsExactly(both.id());
        assertThat(brief.focuses())
                .allSatisfy(focus -> assertThat(focus.passages())
                        .extracting(Brief.Quotable::source)
                        .containsOnly(both.id()));
        assertThat(brief.hiddenPieces()).isEqualTo(1);
    }

    @Test
    void goesToProgrammeLeadsWhereNobodyIsAssigned() {
        PersonId lead = world.db.person(Role.PROGRAMME_LEAD);
        world.people.add(new dev.trellis.people.Person(
                lead, "lead", "Lia", "Lead", "lia@example.org", "", "", true, Set.of(Role.PROGRAMME_LEAD)));
        world.db.mentorships.end(world.mentor, world.learner, PlanningWorld.TODAY);
        world.drafted();
        assertThat(world.drafter.briefs.getFirst().readers()).containsExactly(lead);
        assertThat(world.drafter.briefs.getFirst().sources()).isEmpty();
    }

    @Test
    void endsWithTheProgramme() {
        world.programme = Optional.of(new Programme(
                new ProgrammeId(PlanningWorld.newId()),
                "leads",
                "Leads",
                "Grow leads",
                List.of("Two new leads"),
                PlanningWorld.TODAY.minusMonths(1),
                PlanningWorld.TODAY.plusMonths(4),
                "every two weeks",
                "one to one"));
        assertThat(world.drafted().orElseThrow().until()).isEqualTo(PlanningWorld.TODAY.plusMonths(4));
    }

    @Test
    void repairsAFaultyDraftOnceAndKeepsWhatWasWrong() {
        world.drafter.thenDraftWith(1).thenDraftWith(0);
        PlanDraft draft = world.drafted().orElseThrow();
        assertThat(draft.items()).hasSize(3);
        assertThat(draft.findings()).isEmpty();
        assertThat(world.drafter.repairs)
                .containsExactly(List.of("Item 1, “A FALSE sentence.”: Its source says something else."));
        DraftRecord record = world.words.recordOf(draft.id()).orElseThrow();
        assertThat(record.calls()).hasSize(2);
        assertThat(record.findings()).hasSize(1);
    }

    @Test
    void leavesOutWhatIsStillFalseAfterRepair() {
        world.drafter.thenDraftWith(1).thenDraftWith(1);
        PlanDraft draft = world.drafted().orElseThrow();
        assertThat(draft.state()).isEqualTo(DraftState.WAITING_FOR_REVIEW);
        assertThat(draft.items()).hasSize(2);
        assertThat(world.drafter.repairs).hasSize(1);
    }

    @Test
    void sendsTheTemplatesWordsInPlaceOfAModelsDraftThatIsWithheld() {
        world.drafter.thenDraftWith(3).thenDraftWith(3);
        world.drafted();
        assertThat(world.all())
                .extracting(PlanDraft::state, PlanDraft::writer)
                .containsExactlyInAnyOrder(
                        tuple(DraftState.WITHHELD, "scripted"),
                        tuple(DraftState.WAITING_FOR_REVIEW, WriterRecord.TEMPLATES));
        assertThat(world.db.events).hasSize(1);
        assertThat(world.drafted()).as("the same inputs need no other draft").isEmpty();
    }

    @Test
    void withholdsADraftOfWhichTooLittleHoldsAndSaysWhy() {
        world.drafter.thenDraftWith(3).thenDraftWith(2);
        world.templates.thenDraftWith(3);
        PlanDraft draft = world.drafted().orElseThrow();
        assertThat(draft.state()).isEqualTo(DraftState.WITHHELD);
        assertThat(draft.findings()).hasSize(2);
        assertThat(world.db.events).isEmpty();
    }

    @Test
    void keepsAnAbstentionForAPersonToLookAt() {
        world.drafter.thenAbstain("Nothing was written since March.");
        PlanDraft draft = world.drafted().orElseThrow();
        assertThat(draft.abstained()).isTrue();
        assertThat(draft.state()).isEqualTo(DraftState.WAITING_FOR_REVIEW);
        assertThat(draft.missing()).containsExactly("Nothing was written since March.");
        assertThat(world.db.events).hasSize(1);
    }

    @Test
    void abstainsWithoutAskingAnyoneWhereNothingIsExpected() {
        world.catalog.competencies.keySet().forEach(id -> world.shown.put(id, 6.0));
        assertThat(world.drafted().orElseThrow().missing()).isNotEmpty();
        assertThat(world.drafter.briefs).isEmpty();
    }

    @Test
    void makesNoSecondDraftFromUnchangedInputs() {
        world.drafted();
        assertThat(world.drafted()).isEmpty();
        assertThat(world.requests.waiting()).isZero();
        assertThat(world.drafter.briefs).hasSize(1);
    }

    @Test
    void putsADraftFromNewEvidenceInThePlaceOfTheOneWaiting() {
        PlanDraft first = world.drafted().orElseThrow();
        world.reflection("I handed the release notes to Ben.");
        PlanDraft second = world.drafted().orElseThrow();
        assertThat(world.stateOf(first)).isEqualTo(DraftState.SUPERSEDED);
        assertThat(world.stateOf(second)).isEqualTo(DraftState.WAITING_FOR_REVIEW);
    }

    @Test
    void leavesADraftAloneThatSomebodyIsDecidingOn() {
        PlanDraft first = world.drafted().orElseThrow();
        world.db.drafts.transition(world.mentor, first.id(), first.version(), DraftState.IN_REVIEW);
        world.reflection("I handed the release notes to Ben.");
        assertThat(world.drafted()).isEmpty();
        assertThat(world.stateOf(first)).isEqualTo(DraftState.IN_REVIEW);
    }

    @Test
    void writesAgainWithTheChangesAMentorAskedFor() {
        PlanDraft first = world.drafted().orElseThrow();
        world.db.drafts.transition(world.mentor, first.id(), 1, DraftState.IN_REVIEW);
        world.db.drafts.transition(world.mentor, first.id(), 2, DraftState.CHANGES_REQUESTED);
        PlanDraft second = world.drafted("Smaller steps.").orElseThrow();
        assertThat(world.drafter.repairs).containsExactly(List.of("Smaller steps."));
        assertThat(world.stateOf(first)).isEqualTo(DraftState.SUPERSEDED);
        assertThat(second.state()).isEqualTo(DraftState.WAITING_FOR_REVIEW);
    }

    @Test
    void takesWithdrawnWordsOutOfEverythingAndAsksForAnotherDraft() {
        Evidence withdrawn = world.reflection("My manager scares me.");
        PlanDraft draft = world.drafted().orElseThrow();
        String digest = world.words.recordOf(draft.id()).orElseThrow().digest();
        world.db.evidence.remove(withdrawn.id());

        world.forgotten.on(
                new EvidenceRecorded(withdrawn.id(), world.learner, EvidenceKind.REFLECTION, Change.WITHDRAWN));

        assertThat(world.stateOf(draft)).isEqualTo(DraftState.SUPERSEDED);
        assertThat(world.requests.waiting()).isOne();
        assertThat(everyWordKept()).doesNotContain("scares");
        DraftRecord record = world.words.recordOf(draft.id()).orElseThrow();
        assertThat(record.digest()).isEqualTo(digest);
        assertThat(record.erasedAt()).isPresent();
        assertThat(record.brief().sources()).extracting(Brief.Source::textHash).contains(withdrawn.textHash());
    }

    @Test
    void takesWordsOutOnceOneOfTheReadersMayNoLongerSeeThem() {
        Evidence narrowed = world.reflection("My manager scares me.");
        PlanDraft draft = world.drafted().orElseThrow();
        var event = new EvidenceRecorded(narrowed.id(), world.learner, EvidenceKind.REFLECTION, Change.NARROWED);

        world.forgotten.on(event);
        assertThat(world.stateOf(draft)).isEqualTo(DraftState.WAITING_FOR_REVIEW);

        world.db.evidence.hideFrom(narrowed.id(), world.mentor);
        world.forgotten.on(event);
        assertThat(world.stateOf(draft)).isEqualTo(DraftState.SUPERSEDED);
        assertThat(everyWordKept()).doesNotContain("scares");
    }

    @Test
    void takesWithdrawnWordsOutOfAPlanAndKeepsThePlan() {
        Evidence withdrawn = world.reflection("My manager scares me.");
        PlanDraft draft = world.drafted().orElseThrow();
        PlanId plan = world.db.plans.activate(
                world.mentor, draft, List.of(world.db.goalFrom(draft.items().getFirst())), "Go well.");
        assertThat(everyWordKept()).contains("scares");
        world.db.evidence.remove(withdrawn.id());
        world.forgotten.on(
                new EvidenceRecorded(withdrawn.id(), world.learner, EvidenceKind.REFLECTION, Change.WITHDRAWN));
        assertThat(everyWordKept()).doesNotContain("scares");
        assertThat(world.db
                        .plans
                        .find(world.learner, plan)
                        .orElseThrow()
                        .goals()
                        .getFirst()
                        .task())
                .isNotEmpty();
    }

    @Test
    void showsAClaimWithoutItsWordsToSomeoneWhoMayNotSeeItsSource() {
        PersonId lead = world.db.person(Role.PROGRAMME_LEAD);
        PlanDraft draft = world.drafted().orElseThrow();
        PlanDraft seen = world.db.drafts.find(lead, draft.id()).orElseThrow();
        assertThat(seen.items().getFirst().why()).singleElement().satisfies(claim -> {
            assertThat(claim.text()).isEqualTo(VisibleClaims.WITHHELD_SENTENCE);
            assertThat(claim.citations().getFirst().quote()).isEmpty();
        });
    }

    @Test
    void leavesNothingHalfWhenItFallsOverWhileKeeping() {
        world.drafted();
        world.reflection("I handed the release notes to Ben.");
        world.requests.request(world.learner, world.mentor, "");
        var request = world.requests.find(world.learner).orElseThrow();
        world.db.failNextEvent = true;

        assertThatThrownBy(() -> world.pipeline.run(request)).hasMessage("killed");

        assertThat(world.all())
                .singleElement()
                .satisfies(draft -> assertThat(draft.state()).isEqualTo(DraftState.WAITING_FOR_REVIEW));
        assertThat(world.db
                        .owner
                        .sql("select count(*) from draft_record")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(world.requests.waiting()).isOne();
    }

    private Brief.Focus focusOn(dev.trellis.catalog.CompetencyId competency) {
        if (world.drafter.briefs.isEmpty()) {
            world.drafted();
        }
        return world.drafter.briefs.getFirst().focuses().stream()
                .filter(focus -> focus.competency().id().equals(competency))
                .findFirst()
                .orElseThrow();
    }

    /** Everything the owner finds in the tables that hold words. */
    private String everyWordKept() {
        return String.join("\n", world.db.owner.sql("""
                                select document::text from plan_draft_document
                                union all select concat(brief::text, written::text, calls::text, findings::text) from draft_record
                                union all select why::text from development_goal_text
                                """).query(String.class).list());
    }
}
