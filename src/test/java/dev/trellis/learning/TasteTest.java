package dev.trellis.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TasteTest {

    @Test
    void saysNothingOfAMentorWhoDecidedNothing() {
        assertThat(taste(new Decisions(1)).of(Decisions.SHADOWING)).isZero();
    }

    @Test
    void tellsTwoMentorsApart() {
        Taste likes = taste(new Decisions(1).keep(Decisions.SHADOWING, 10).drop(Decisions.COURSE, 10));
        Taste dislikes = taste(new Decisions(2).drop(Decisions.SHADOWING, 10).keep(Decisions.COURSE, 10));

        assertThat(likes.of(Decisions.SHADOWING) - likes.of(Decisions.COURSE)).isGreaterThan(2);
        assertThat(dislikes.of(Decisions.SHADOWING) - dislikes.of(Decisions.COURSE))
                .isLessThan(-2);
    }

    @Test
    void believesLittleOfOneDecision() {
        assertThat(Math.abs(taste(new Decisions(1).drop(Decisions.COURSE, 1)).of(Decisions.COURSE)))
                .isBetween(0.1, 1.5);
    }

    @Test
    void followsATasteThatTurnsWithinAHundredDecisions() {
        Decisions turned = new Decisions(1);
        for (int i = 0; i < 100; i++) {
            turned.keep(Decisions.SHADOWING, 1).drop(Decisions.COURSE, 1);
        }
        assertThat(prefersShadowing(turned)).isTrue();
        for (int i = 0; i < 50; i++) {
            turned.drop(Decisions.SHADOWING, 1).keep(Decisions.COURSE, 1);
        }
        assertThat(prefersShadowing(turned)).isFalse();
    }

    private static boolean prefersShadowing(Decisions decisions) {
        Taste taste = taste(decisions);
        return taste.of(Decisions.SHADOWING) > taste.of(Decisions.COURSE);
    }

    private static Taste taste(Decisions decisions) {
        return Taste.of(decisions.told(), option -> 0);
    }
}
