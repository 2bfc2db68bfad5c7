package dev.trellis.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Manner;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final Action SHADOWING = new Action.OnTheJob(Action.Form.SHADOWING);
    private static final Action STRETCH = new Action.OnTheJob(Action.Form.STRETCH_TASK);

    private final LearningWorld world = new LearningWorld();
    private final JdbcSignals signals = world.the(JdbcSignals.class);
    private final LearnedSuiting suiting = world.the(LearnedSuiting.class);
    private final Retraining retraining = world.the(Retraining.class);
    private final PersonId ada = world.person(Role.MENTOR);
    private final PersonId kim = world.person(Role.MENTOR);
    private final List<PersonId> learners = learners(10, 20);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatAMentorChangesTodayShowsInTheirNextDraftAndInNobodyElses() {
        for (int i = 0; i < 10; i++) {
            world.signedOff(ada, brief(ada, i), STRETCH, "EDITED", 14, true);
        }

        assertThat(suiting.suited(brief(ada, 20)).manner()).contains(new Manner(0, 14, 0));
        assertThat(suiting.suited(brief(kim, 20)).manner()).isEmpty();
    }

    @Test
    void followsNoHabitThatWasSwitchedOff() {
        for (int i = 0; i < 10; i++) {
            world.signedOff(ada, brief(ada, i), STRETCH, "EDITED", 14, true);
        }
        SwitchedOff switchedOff = world.the(SwitchedOff.class);
        switchedOff.off(ada, Habit.DATES);
        switchedOff.off(ada, Habit.DATES);
        assertThat(suiting.suited(brief(ada, 20)).manner()).isEmpty();

        switchedOff.on(ada, Habit.DATES);
        assertThat(suiting.suited(brief(ada, 20)).manner()).isPresent();
    }

    @Test
    void goesPastADraftWhoseRecordCannotBeRead() {
        world.signedOff(ada, brief(ada, 0), STRETCH, "ACCEPTED", 0, false);
        world.signedOff(ada, brief(ada, 1), STRETCH, "ACCEPTED", 0, true);

        signals.catchUp();
        signals.catchUp();

        assertThat(signals.all()).hasSize(1);
        assertThat(signals.all().getFirst().learner()).isEqualTo(learners.get(1));
    }

    @Test
    void takesEachDecisionInOnceAndReadsBackWhatItTook() {
        world.signedOff(ada, brief(ada, 0), SHADOWING, "REJECTED", 0, true);
        signals.catchUp();
        List<Signal> once = signals.all();
        signals.catchUp();

        assertThat(signals.all()).isEqualTo(once).hasSize(1);
        assertThat(once.getFirst().verdict()).isEqualTo(Signal.Verdict.UNWANTED);
        assertThat(once.getFirst().option().features()).containsEntry("shadowing", 1.0);
        assertThat(signals.of(kim, 10)).isEmpty();
    }

    @Test
    void putsABetterModelToUseAndGoesBackWithOneCommand() {
        // Mentors of this organisation keep nearly everything; the ranking is less sure.
        for (int i = 0; i < 420; i++) {
            world.signedOff(
                    i % 2 == 0 ? ada : kim,
                    brief(ada, i % 30),
                    i % 7 < 4 ? STRETCH : SHADOWING,
                    i % 29 == 0 ? "REJECTED" : "ACCEPTED",
                    0,
                    true);
        }

        Retraining.Result first = retraining.retrain(3, "test");

        assertThat(first.outcome().reason()).startsWith("Promoted");
        assertThat(first.outcome().least()).isPositive();
        assertThat(suiting.suited(brief(kim, 5)).modelId())
                .contains(first.model().orElseThrow());
        assertThat(retraining.retrain(3, "test").model())
                .as("same decisions, same seed")
                .isEqualTo(first.model());

        assertThat(retraining.rollBack("test")).isEmpty();
        assertThat(world.the(LearnedModels.class).champion()).isEmpty();
        assertThat(suiting.suited(brief(kim, 5)).modelId()).doesNotContain("learned:");
        assertThatThrownBy(() -> retraining.rollBack("test")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAModelBackWhereThereIsTooLittleToJudgeBy() {
        assertThat(retraining.retrain(3, "test").model()).isEmpty();
        world.signedOff(ada, brief(ada, 0), STRETCH, "ACCEPTED", 0, true);

        Retraining.Result result = retraining.retrain(3, "test");

        assertThat(result.outcome().promoted()).isFalse();
        assertThat(result.outcome().reason()).contains("30 are needed");
        assertThat(world.the(LearnedModels.class).champion()).isEqualTo(Optional.empty());
    }

    /** Who is held back is left to their ids; here it is not. */
    private List<PersonId> learners(int heldBack, int others) {
        List<PersonId> learners = new ArrayList<>();
        int heldBackSoFar = 0;
        while (learners.size() < heldBack + others) {
            PersonId learner = world.person(Role.LEARNER);
            boolean isHeldBack = Challenge.isHeldBack(learner);
            if (isHeldBack ? heldBackSoFar < heldBack : learners.size() - heldBackSoFar < others) {
                heldBackSoFar += isHeldBack ? 1 : 0;
                learners.add(learner);
            }
        }
        return learners;
    }

    private Brief brief(PersonId reader, int learner) {
        return world.brief(reader, learners.get(learner));
    }
}
