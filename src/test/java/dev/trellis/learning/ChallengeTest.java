package dev.trellis.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private final List<Signal> kept = new Decisions(1)
            .keep(Decisions.SHADOWING, 150)
            .keep(Decisions.COURSE, 150)
            .keep(Decisions.STRETCH, 150)
            .told();

    @Test
    void judgesByLearnersAndByATimeItDidNotLearnFrom() {
        Challenge.Split split = Challenge.split(kept);

        assertThat(split.learnedFrom()).isNotEmpty();
        assertThat(split.heldBack()).isNotEmpty();
        Set<PersonId> both = new HashSet<>(learners(split.learnedFrom()));
        both.retainAll(learners(split.heldBack()));
        assertThat(both).isEmpty();
        assertThat(split.heldBack().getFirst().at())
                .isAfter(split.learnedFrom().getLast().at());
    }

    @Test
    void promotesWhatIsBetterAndNotWhatIsTheSameOrWorse() {
        assertThat(Challenge.between(option -> 0, option -> 2, kept, 1).promoted())
                .isTrue();
        assertThat(Challenge.between(option -> 2, option -> 2, kept, 1).promoted())
                .isFalse();
        assertThat(Challenge.between(option -> 2, option -> 0, kept, 1).promoted())
                .isFalse();
    }

    @Test
    void keepsBackWhatIsBetterForOneKindOfLearningAlone() {
        // Right about shadowing, and all but deaf to study: better on the whole, and study would all but vanish.
        List<Signal> told = new Decisions(1)
                .keep(Decisions.SHADOWING, 200)
                .keep(Decisions.COURSE, 90)
                .told();
        Challenge.Outcome outcome =
                Challenge.between(option -> -1, option -> option.feature(Option.STUDY) > 0 ? -1.4 : 4, told, 1);

        assertThat(outcome.least()).isPositive();
        assertThat(outcome.promoted()).isFalse();
        assertThat(outcome.reason()).contains("one kind of learning");
    }

    @Test
    void saysHowManyDecisionsAreMissing() {
        assertThat(Challenge.between(option -> 0, option -> 2, kept.subList(0, 7), 1)
                        .reason())
                .contains("7 decisions")
                .contains("30 are needed");
    }

    private static Set<PersonId> learners(List<Signal> signals) {
        return signals.stream().map(Signal::learner).collect(Collectors.toSet());
    }
}
