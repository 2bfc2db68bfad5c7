package dev.trellis.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Series of teams with or without a planted change, to measure flags on. A person's value is their own level, plus the
 * organisation's season, plus noise that hangs together from month to month; some months are missing, and part of a team is
 * replaced by people of another level half way, which is no change of anybody.
 *
 * @param since index of the month from which the change was planted; -1 for none
 */
record MadeUpSeries(double[][] values, int since) {

    static final int MONTHS = 24;
    private static final int PEOPLE = 30;

    /** Share of this month's noise that is last month's. */
    private static final double HANGS_TOGETHER = 0.3;

    /** In standard deviations of a person's noise, as all that follow. */
    private static final double SEASON = 0.5;

    private static final double OTHER_LEVEL = 1;
    private static final double MISSING = 0.1;
    private static final double REPLACED = 0.1;
    private static final int EARLIEST = 6;
    private static final int LATEST = 18;

    /**
     * @param changed how many of them change
     * @param size of each change, in standard deviations of a person's noise
     */
    static List<MadeUpSeries> draw(int series, int changed, double size, SplittableRandom random) {
        double phase = random.nextDouble() * 2 * Math.PI;
        double[] season = new double[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            season[month] = SEASON * Math.sin(2 * Math.PI * month / 12 + phase);
        }
        List<MadeUpSeries> all = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            int since = i < changed ? EARLIEST + random.nextInt(LATEST - EARLIEST + 1) : -1;
            double by = random.nextBoolean() ? size : -size;
            all.add(new MadeUpSeries(team(season, since, by, random), since));
        }
        return all;
    }

    private static double[][] team(double[] season, int since, double by, SplittableRandom random) {
        int replaced = (int) Math.round(PEOPLE * REPLACED);
        double[][] values = new double[PEOPLE + replaced][MONTHS];
        for (int person = 0; person < values.length; person++) {
            boolean leaves = person < replaced;
            boolean joins = person >= PEOPLE;
            double own = random.nextGaussian() + (joins ? OTHER_LEVEL : 0);
            double noise = random.nextGaussian();
            for (int month = 0; month < MONTHS; month++) {
                noise = HANGS_TOGETHER * noise + Math.sqrt(1 - HANGS_TOGETHER * HANGS_TOGETHER) * random.nextGaussian();
                boolean there = leaves ? month < MONTHS / 2 : !joins || month >= MONTHS / 2;
                boolean missing = random.nextDouble() < MISSING;
                values[person][month] = !there || missing
                        ? Double.NaN
                        : own + season[month] + (since >= 0 && month >= since ? by : 0) + noise;
            }
        }
        return values;
    }
}
