package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ObjDoubleConsumer;
import org.hipparchus.util.CombinatoricsUtils;
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
            Optional<ShareChange.Found> change = ShareChange.in(hits, totals);
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
            flagged +=
                    ShareChange.in(hits, totals).filter(c -> c.pValue() < 0.05).isPresent() ? 1 : 0;
        }
        // 5 % of 200 is 10; more than 20 would happen by chance about once in a thousand.
        assertThat(flagged).isLessThanOrEqualTo(20);
    }

    @Test
    void aSharesPValueIsThatOfAllWaysToDealTheHits() {
        int[] totals = {3, 2, 4, 3, 2, 0, 4, 3};
        for (int[] hits : new int[][] {
            {0, 0, 1, 1, 1, 0, 3, 3}, {3, 2, 4, 0, 0, 0, 0, 1}, {1, 0, 2, 1, 0, 0, 1, 1}, {0, 0, 0, 0, 0, 0, 0, 1}
        }) {
            double ratio = largestRatio(hits, totals);
            double[] ways = new double[2];
            deal(new int[8], 0, Arrays.stream(hits).sum(), totals, 1, (dealt, weight) -> {
                ways[0] += weight;
                ways[1] += largestRatio(dealt, totals) >= ratio - 1e-9 ? weight : 0;
            });

            assertThat(ShareChange.in(hits, totals).orElseThrow().pValue()).isCloseTo(ways[1] / ways[0], within(1e-9));
        }
    }

    private static void deal(
            int[] dealt, int month, int left, int[] totals, double weight, ObjDoubleConsumer<int[]> each) {
        if (month == totals.length) {
            if (left == 0) {
                each.accept(dealt, weight);
            }
            return;
        }
        for (int hits = 0; hits <= Math.min(left, totals[month]); hits++) {
            dealt[month] = hits;
            deal(
                    dealt,
                    month + 1,
                    left - hits,
                    totals,
                    weight * CombinatoricsUtils.binomialCoefficientDouble(totals[month], hits),
                    each);
        }
    }

    private static double largestRatio(int[] hits, int[] totals) {
        int sum = Arrays.stream(hits).sum();
        int all = Arrays.stream(totals).sum();
        double largest = Double.NEGATIVE_INFINITY;
        for (int at = 3; at <= hits.length - 3; at++) {
            int before = Arrays.stream(hits, 0, at).sum();
            int of = Arrays.stream(totals, 0, at).sum();
            largest = Math.max(largest, fit(before, of) + fit(sum - before, all - of) - fit(sum, all));
        }
        return largest;
    }

    private static double fit(int hits, int of) {
        double misses = of - hits;
        return (hits == 0 ? 0 : hits * Math.log(hits / (double) of))
                + (misses == 0 ? 0 : misses * Math.log(misses / of));
    }

    @Test
    void aMeansPValueIsThatOfAllExchangesForFewPeopleAndNearItForMany() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] few = new double[9][8];
        for (double[] person : few) {
            for (int month = 0; month < 8; month++) {
                person[month] = random.nextGaussian() + (month < 4 ? 0 : 0.9);
            }
        }
        double observed = MeanChange.in(few, new double[8], 1).orElseThrow().pValue();
        int ways = 1 << few.length;
        double reaching = 0;
        double[] largest = new double[ways];
        for (int way = 0; way < ways; way++) {
            for (int since = 2; since <= 6; since++) {
                double sum = 0;
                for (int person = 0; person < few.length; person++) {
                    double before =
                            Arrays.stream(few[person], 0, since).average().orElseThrow();
                    double after =
                            Arrays.stream(few[person], since, 8).average().orElseThrow();
                    sum += ((way >> person & 1) == 0 ? 1 : -1) * (after - before);
                }
                largest[way] = Math.max(largest[way], Math.abs(sum) * Math.sqrt(since * (8 - since)));
            }
        }
        for (double one : largest) {
            reaching += one >= largest[0] * (1 - 1e-9) ? 1 : 0;
        }
        assertThat(observed).isCloseTo(reaching / ways, within(1e-12)).isBetween(0.001, 0.2);

        // People who never moved change nothing, but make it too many to go through.
        double[][] many = Arrays.copyOf(few, 20);
        Arrays.setAll(many, person -> person < few.length ? few[person] : new double[8]);
        assertThat(MeanChange.in(many, new double[8], 1).orElseThrow().pValue())
                .isCloseTo(observed, within(observed * 0.8));
    }

    @Test
    void nothingToSayWhereNothingVariesOrMonthsAreFew() {
        assertThat(ShareChange.in(new int[12], filled(12, 9))).isEmpty();
        assertThat(ShareChange.in(filled(12, 9), filled(12, 9))).isEmpty();
        assertThat(ShareChange.in(new int[] {1, 0, 2}, filled(3, 9))).isEmpty();
        assertThatThrownBy(() -> ShareChange.in(filled(12, 10), filled(12, 9)))
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

        MeanChange.Found change = MeanChange.in(gaps, new double[12], 1).orElseThrow();

        assertThat(change.since()).isEqualTo(7);
        assertThat(change.before() - change.after()).isCloseTo(0.8, within(1e-9));
        assertThat(change.pValue()).isLessThan(0.001);
    }

    @Test
    void oneMoverAmongManyIsNoChange() {
        double[][] gaps = new double[20][12];
        Arrays.fill(gaps[0], 6, 12, -2);

        assertThat(MeanChange.in(gaps, new double[12], 1).orElseThrow().pValue())
                .isGreaterThan(0.2);
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
