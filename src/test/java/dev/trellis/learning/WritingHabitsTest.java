package dev.trellis.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Manner;
import org.junit.jupiter.api.Test;

class WritingHabitsTest {

    private static final Shape SHORTER = new Shape(7, 0, 0);
    private static final Shape A_WEEK_LATER = new Shape(20, 7, 0);

    @Test
    void seesNoneInAFewEditsNorInManyThatDisagree() {
        assertThat(manner(new Decisions(1).edit(SHORTER, 7))).isEqualTo(Manner.USUAL);
        assertThat(manner(new Decisions(1)
                        .edit(new Shape(20, 7, 0), 4)
                        .edit(new Shape(20, 21, 0), 4)
                        .edit(new Shape(20, -7, 0), 4)))
                .isEqualTo(Manner.USUAL);
    }

    @Test
    void followsWhatMostOfTheLatestItemsSay() {
        assertThat(manner(new Decisions(1).edit(SHORTER, 10))).isEqualTo(new Manner(7, 0, 0));
        assertThat(manner(new Decisions(1).edit(A_WEEK_LATER, 10))).isEqualTo(new Manner(0, 7, 0));
        assertThat(manner(new Decisions(1).edit(new Shape(20, 0, 0.5), 10))).isEqualTo(new Manner(0, 0, 0.5));
    }

    @Test
    void isNotForgottenBecauseItIsFollowed() {
        Manner asked = new Manner(7, 14, 0);
        Decisions followed = new Decisions(1).edit(new Shape(7, 14, 0), 12).keepAsAsked(asked, 60);

        assertThat(manner(followed)).isEqualTo(asked);
    }

    @Test
    void endsWhereTheMentorTakesItBack() {
        Manner asked = new Manner(0, 14, 0);
        Decisions changed = new Decisions(1).edit(new Shape(20, 14, 0), 12).keepAsAsked(asked, 20);
        assertThat(manner(changed)).isEqualTo(asked);

        // Each is put back to where it would have been.
        changed.keepAsAsked(Manner.USUAL, 12);
        assertThat(manner(changed)).isEqualTo(Manner.USUAL);
    }

    @Test
    void learnsNothingFromWhatIsTurnedDown() {
        assertThat(manner(new Decisions(1).drop(Decisions.COURSE, 40))).isEqualTo(Manner.USUAL);
    }

    private static Manner manner(Decisions decisions) {
        return WritingHabits.of(decisions.told()).manner();
    }
}
