package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanChangeTest {

    private static final int MONTHS = MadeUpSeries.MONTHS;
    private static final double[] NOTHING_USUAL = new double[MONTHS];

    @Test
    void findsAPlantedChangeDatesItAndSaysHowLarge() {
        List<MadeUpSeries> all = MadeUpSeries.draw(10, 10, 1, new SplittableRandom(4));
        double[] usual = MeanChange.usual(values(all), MONTHS);

        assertThat(all).allSatisfy(one -> {
            MeanChange.Found found = MeanChange.in(one.values(), usual, 1).orElseThrow();
            assertThat(found.pValue()).isLessThan(0.001);
            assertThat(found.since()).isCloseTo(one.since(), within(1));
            assertThat(found.earliest()).isLessThanOrEqualTo(found.since());
            assertThat(found.latest()).isGreaterThanOrEqualTo(found.since());
            assertThat(Math.abs(found.effect())).isCloseTo(1, within(0.3));
            assertThat(found.people()).isBetween(27, 33);
        });
    }

    @Test
    void takesPeopleOfAnotherLevelWhoJoinForNoChange() {
        double[][] team = new double[20][MONTHS];
        SplittableRandom random = new SplittableRandom(5);
        for (int person = 0; person < team.length; person++) {
            boolean joins = person >= 10;
            for (int month = 0; month < MONTHS; month++) {
                boolean there = joins == month >= MONTHS / 2;
                team[person][month] = there || person % 5 == 0 ? (joins ? 3 : 0) + random.nextGaussian() : Double.NaN;
            }
        }

        assertThat(MeanChange.in(team, NOTHING_USUAL, 1).orElseThrow().pValue()).isGreaterThan(0.05);
    }

    @Test
    void takesWhatMovesEverybodyForNoChangeOfATeam() {
        List<MadeUpSeries> all = MadeUpSeries.draw(12, 0, 0, new SplittableRandom(6));
        all.forEach(one -> Arrays.stream(one.values()).forEach(person -> {
            for (int month = 14; month < MONTHS; month++) {
                person[month] += 2;
            }
        }));
        double[] usual = MeanChange.usual(values(all), MONTHS);
        double[][] first = all.getFirst().values();

        assertThat(MeanChange.in(first, NOTHING_USUAL, 1).orElseThrow().pValue())
                .isLessThan(0.001);
        assertThat(MeanChange.in(first, usual, 1).orElseThrow().pValue()).isGreaterThan(0.01);
    }

    @Test
    void isSeldomSureWhereNothingChanged() {
        List<MadeUpSeries> all = MadeUpSeries.draw(200, 0, 0, new SplittableRandom(7));
        double[] usual = MeanChange.usual(values(all), MONTHS);

        long sure = all.stream()
                .filter(one ->
                        MeanChange.in(one.values(), usual, 1).orElseThrow().pValue() <= 0.05)
                .count();

        assertThat(sure).isLessThanOrEqualTo(20);
    }

    @Test
    void saysNothingOfFewPeopleFewMonthsOrNoMove() {
        assertThat(MeanChange.in(new double[4][MONTHS], NOTHING_USUAL, 1)).isEmpty();
        assertThat(MeanChange.in(new double[9][3], new double[3], 1)).isEmpty();
        assertThat(MeanChange.in(new double[9][MONTHS], NOTHING_USUAL, 1)).isEmpty();
        assertThat(MeanChange.in(new double[0][], NOTHING_USUAL, 1)).isEmpty();
    }

    private static List<double[][]> values(List<MadeUpSeries> all) {
        return all.stream().map(MadeUpSeries::values).toList();
    }
}
