package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftJobsTest {

    private final PipelineWorld world = new PipelineWorld();

    @Test
    void askedTwiceMakesOneDraft() {
        world.requests.request(world.learner, world.mentor, "");
        world.requests.request(world.learner, world.mentor, "");
        assertThat(world.requests.waiting()).isOne();
        assertThat(jobs()).containsExactly(world.learner.toString());
        world.jobs.work(world.learner);
        world.jobs.work(world.learner);
        assertThat(world.all()).hasSize(1);
    }

    @Test
    void aLaterRequestDoesNotForgetWhatSomebodyAskedFor() {
        world.requests.request(world.learner, world.mentor, "Smaller steps.");
        world.requests.request(world.learner, world.mentor, "");
        assertThat(world.requests.find(world.learner).orElseThrow().hint()).isEqualTo("Smaller steps.");
    }

    @Test
    void aRequestStandsOrFallsWithTheTransactionThatMadeIt() {
        world.db.transactions.executeWithoutResult(status -> {
            world.requests.request(world.learner, world.mentor, "");
            status.setRollbackOnly();
        });
        assertThat(world.requests.waiting()).isZero();
        assertThat(jobs()).isEmpty();
    }

    @Test
    void whatIsCancelledIsNotMadeEvenWhileItIsBeingWritten() {
        PersonId lead = world.db.person(Role.PROGRAMME_LEAD);
        world.requests.request(world.learner, world.mentor, "");
        assertThat(world.requests.progress().orElseThrow().made()).isZero();
        world.drafter.thenDraftAfter(
                () -> assertThat(world.requests.cancelAll(lead)).isOne());

        world.jobs.work(world.learner);

        assertThat(world.all()).isEmpty();
        assertThat(world.requests.waiting()).isZero();
        assertThat(world.requests.progress()).isEmpty();
        assertThat(world.db.audit.of("draft-requests")).hasSize(1);
        assertThat(world.drafted()).as("asked again").isPresent();
    }

    @Test
    void neverVanishesHoweverOftenItFails() {
        world.requests.request(world.learner, world.mentor, "");
        for (int attempt = 1; attempt < DraftJobs.MOST_ATTEMPTS; attempt++) {
            world.drafter.thenFail();
            world.jobs.work(world.learner);
            assertThat(world.requests.waiting()).isOne();
            assertThat(world.requests.givenUp()).isEmpty();
        }
        world.drafter.thenFail();
        world.jobs.work(world.learner);
        assertThat(world.requests.waiting()).isZero();
        assertThat(world.requests.givenUp()).singleElement().satisfies(note -> {
            assertThat(note.learner()).isEqualTo(world.learner);
            assertThat(note.attempts()).isEqualTo(5);
            assertThat(note.reason()).doesNotContain("fell over");
        });

        world.requests.request(world.learner, world.mentor, "");
        assertThat(world.requests.givenUp()).isEmpty();
    }

    @Test
    void waitsForTheIndexRatherThanDraftWithoutWhatWasJustWritten() {
        world.indexIsBehind = true;
        world.requests.request(world.learner, world.mentor, "");
        world.jobs.work(world.learner);
        assertThat(world.all()).isEmpty();
        world.indexIsBehind = false;
        world.jobs.work(world.learner);
        assertThat(world.all()).hasSize(1);
    }

    @Test
    void saysAtOnceThatNobodyIsThereToDecide() {
        PersonId alone = world.db.person(Role.LEARNER);
        world.people.add(MentorshipTable.named(alone, "Li"));
        world.requests.request(alone, world.mentor, "");
        world.jobs.work(alone);
        assertThat(world.requests.givenUp())
                .singleElement()
                .satisfies(note -> assertThat(note.reason()).contains("Nobody is there"));
    }

    @Test
    void aRequestMadeWhileItsJobWasEndingGetsAJobAgain() {
        world.requests.request(world.learner, world.mentor, "");
        world.db.owner.sql("delete from scheduled_tasks").update();
        world.requests.schedule();
        assertThat(jobs()).containsExactly(world.learner.toString());
    }

    private List<String> jobs() {
        return world.db
                .owner
                .sql("select task_instance from scheduled_tasks where task_name = 'plan-draft'")
                .query(String.class)
                .list();
    }
}
