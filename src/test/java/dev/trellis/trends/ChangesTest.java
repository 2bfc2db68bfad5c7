package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void findsAPlantedRiseAndItsMonth() {
        int found = 0;
        int near = 0;
        for (int world = 0; world < 50; world++) {
            SplittableRandom random = new SplittableRandom(world);
            int[] totals = new int[14];
            int[] hits = new int[14];
            for (int month = 0; month < 14; month++) {
                totals[month] = 25;
                for (int i = 0; i < 25; i++) {
                    hits[month] += random.nextDouble() < (month < 6 ? 0.09 : 0.27) ? 1 : 0;
                }
            }
            Optional<ShareChange.Found> change = ShareChange.in(hits, totals, world);
            if (change.isPresent() && change.get().pValue() < 0.05) {
                found++;
                near += Math.abs(change.get().at() - 6) <= 1 ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(45);
        assertThat(near).isGreaterThanOrEqualTo(found * 6 / 10);
    }

    @Test
    void cryWolfNoMoreOftenThanTheLevelSays() {
        int flagged = 0;
        for (int world = 0; world < 200; world++) {
            SplittableRandom random = new SplittableRandom(1000 + world);
            int[] totals = new int[12];
            int[] hits = new int[12];
            for (int month = 0; month < 12; month++) {
                totals[month] = 15 + random.nextInt(10);
                for (int i = 0; i < totals[month]; i++) {
                    hits[month] += random.nextDouble() < 0.15 ? 1 : 0;
                }
            }
            flagged += ShareChange.in(hits, totals, world)
                            .filter(c -> c.pValue() < 0.05)
                            .isPresent()
                    ? 1
                    : 0;
        }
        // 5 % of 200 is 10; more than 20 would happen by chance about once in a thousand.
        assertThat(flagged).isLessThanOrEqualTo(20);
    }

    @Test
    void sameInputsGiveTheSameAnswer() {
        int[] hits = {1, 2, 1, 2, 6, 7, 6, 8};
        int[] totals = {20, 20, 20, 20, 20, 20, 20, 20};
        assertThat(ShareChange.in(hits, totals, 5)).isEqualTo(ShareChange.in(hits, totals, 5));
    }

    @Test
    void nothingToSayWhereNothingVariesOrMonthsAreFew() {
        assertThat(ShareChange.in(new int[12], filled(12, 9), 1)).isEmpty();
        assertThat(ShareChange.in(filled(12, 9), filled(12, 9), 1)).isEmpty();
        assertThat(ShareChange.in(new int[] {1, 0, 2}, filled(3, 9), 1)).isEmpty();
        assertThatThrownBy(() -> ShareChange.in(filled(12, 10), filled(12, 9), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsThatAGapOfTheSamePeopleClosed() {
        double[][] gaps = new double[20][12];
        SplittableRandom random = new SplittableRandom(3);
        for (double[] person : gaps) {
            double own = 1.4 + random.nextDouble() - 0.5;
            for (int month = 0; month < 12; month++) {
                person[month] = month < 7 ? own : own - 0.8;
            }
        }

        GapChange.Found change = GapChange.in(gaps, 1).orElseThrow();

        assertThat(change.at()).isEqualTo(7);
        assertThat(change.before() - change.after()).isCloseTo(0.8, within(1e-9));
        assertThat(change.pValue()).isLessThan(0.001);
    }

    @Test
    void oneMoverAmongManyIsNoChange() {
        double[][] gaps = new double[20][12];
        Arrays.fill(gaps[0], 6, 12, -2);

        assertThat(GapChange.in(gaps, 1).orElseThrow().pValue()).isGreaterThan(0.2);
    }

    @Test
    void adjustsAsBenjaminiAndHochbergDo() {
        assertThat(FalseDiscoveries.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
        assertThat(FalseDiscoveries.adjust(new double[] {})).isEmpty();
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }
}
