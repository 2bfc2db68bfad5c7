package dev.trellis.reading;

import static dev.trellis.reading.SentenceKind.BELIEF;
import static dev.trellis.reading.SentenceKind.EXPERIENCE;
import static dev.trellis.reading.SentenceKind.FEELING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.reading.KindMeasures.Told;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindMeasuresTest {

    @Test
    void macroF1CountsEachKindOnceHoweverRare() {
        List<Told> told = List.of(
                new Told(EXPERIENCE, 0.9, EXPERIENCE),
                new Told(EXPERIENCE, 0.9, EXPERIENCE),
                new Told(EXPERIENCE, 0.9, FEELING),
                new Told(BELIEF, 0.9, BELIEF));

        // experience 2·2/(3+2) = .8, feeling 0, belief 1
        assertThat(KindMeasures.of(told).macroF1()).isCloseTo((0.8 + 0 + 1) / 3, within(1e-9));
        assertThat(KindMeasures.of(told).accuracy()).isEqualTo(0.75);
    }

    @Test
    void calibrationErrorIsTheDistanceBetweenStatedAndRight() {
        List<Told> halfRight = List.of(new Told(BELIEF, 0.85, BELIEF), new Told(BELIEF, 0.85, FEELING));

        assertThat(KindMeasures.of(halfRight).calibrationError()).isCloseTo(0.35, within(1e-9));
        assertThat(KindMeasures.of(Collections.nCopies(5, new Told(BELIEF, 1, BELIEF)))
                        .calibrationError())
                .isZero();
    }

    @Test
    void majorityIsRightAsOftenAsTheMostFrequentKindOccurs() {
        List<Told> told =
                List.of(new Told(BELIEF, 1, FEELING), new Told(BELIEF, 1, FEELING), new Told(BELIEF, 1, BELIEF));

        assertThat(KindMeasures.majority(told).accuracy()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(KindMeasures.majority(told).calibrationError()).isCloseTo(0, within(1e-9));
    }
}
