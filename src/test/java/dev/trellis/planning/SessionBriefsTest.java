package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Claim;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceRecorded;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import org.junit.jupiter.api.Test;

class SessionBriefsTest {

    private final PipelineWorld world = new PipelineWorld();
    private final Person learner = world.people.find(world.learner).orElseThrow();

    @Test
    void leavesOutASentenceWhoseQuoteDoesNotStandInItsSource() {
        assertThat(world.sessionBriefs.prepare(world.mentor, learner).questions())
                .extracting(Claim::text)
                .containsExactly("What came of it?");
    }

    @Test
    void usesOnlyWhatThisMentorMaySee() {
        PersonId someoneElse = world.db.person(Role.MENTOR);
        world.db.evidence.put(
                world.learner, "Not for Ada.", new Detail.Reflection(Detail.ReflectionForm.JOURNAL), someoneElse);
        world.sessionBriefs.prepare(world.mentor, learner);
        assertThat(world.sessionWriter.asked.getFirst().sources())
                .extracting(source -> source.text())
                .doesNotContain("Not for Ada.");
    }

    @Test
    void isWrittenOnceUntilSomethingChanges() {
        world.sessionBriefs.prepare(world.mentor, learner);
        world.sessionBriefs.prepare(world.mentor, learner);
        assertThat(world.sessionWriter.asked).hasSize(1);
        world.reflection("I handed the release notes to Ben.");
        world.sessionBriefs.prepare(world.mentor, learner);
        assertThat(world.sessionWriter.asked).hasSize(2);
    }

    @Test
    void followsUpTheStepsOfThePlan() {
        PlanDraft draft = world.drafted().orElseThrow();
        world.db.plans.activate(
                world.mentor,
                draft,
                draft.items().stream().map(world.db::goalFrom).toList(),
                "");
        assertThat(world.sessionBriefs.prepare(world.mentor, learner).nextSteps())
                .hasSize(3)
                .allSatisfy(step -> assertThat(step.what()).isEqualTo("Begin."));
    }

    @Test
    void keepsNoPageThatMayQuoteWhatWasWithdrawn() {
        Evidence withdrawn = world.reflection("My manager scares me.");
        world.sessionBriefs.prepare(world.mentor, learner);
        world.db.evidence.remove(withdrawn.id());
        world.forgotten.on(new EvidenceRecorded(
                withdrawn.id(), world.learner, EvidenceKind.REFLECTION, EvidenceRecorded.Change.WITHDRAWN));
        assertThat(world.db
                        .owner
                        .sql("select count(*) from session_brief")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
