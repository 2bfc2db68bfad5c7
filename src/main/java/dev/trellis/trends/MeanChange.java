package dev.trellis.trends;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds the month from which a team's mean moved. Each person is compared with themselves, before and after, so that who joins
 * or leaves moves nothing; what moves the whole organisation in a month, such as a season, is taken off first.
 *
 * <p>The month is the one from which one step for everybody leaves least unexplained (least squares, a level of each person's
 * own). Whether it is more than chance is asked of
 * the data: if nothing happened, a person's before and after could be exchanged, and the p-value is how often exchanging
 * them, person by person, gives as large a statistic at any month (Fisher's randomisation test, with the maximum over all
 * months, so that looking at many months costs nothing). A person's months may hang together.
 *
 * @see <a href="https://doi.org/10.1093/biomet/78.2.301">Besag and Clifford 1991, sequential Monte Carlo p-values</a>
 */
final class MeanChange {

    /** For so few people all ways to exchange them are gone through: some thirty thousand. */
    private static final int MOST_PEOPLE_EXACTLY = 16;

    /** So many are drawn for more people: a p-value small enough to stand out of a thousand series is then known to a fifth. */
    private static final int FLIPS = 99_999;

    private static final int EIGHT = 8;

    /** So many as large by chance show that it is chance: no need to go on. */
    private static final int ENOUGH = 20;

    /** Months on either side without which there is no before or no after. */
    private static final int FEWEST_MONTHS = 2;

    /** Fewer people with a before and an after have too few exchanges for a small p-value. */
    private static final int FEWEST_PEOPLE = 5;

    /** A month is as likely as the best one while it explains less by no more than this times the variance: 95 % of a chi-square. */
    private static final double AS_LIKELY = 3.84;

    private MeanChange() {}

    /**
     * A change found.
     *
     * @param since index of the first month after it
     * @param earliest first index of the interval
     * @param latest last index of it
     * @param before mean of the people who were there before and after, over the months before
     * @param after the same over the months after
     * @param people how many they are
     * @param effect after less before, each person with themselves and the season taken off
     * @param pValue in {@code (0, 1]}, not yet adjusted for other series
     */
    record Found(
            int since,
            int earliest,
            int latest,
            double before,
            double after,
            int people,
            double effect,
            double pValue) {}

    /**
     * What moves everybody in a month: the middle over teams of the mean difference of each person from their own mean.
     *
     * @param teams values by person, then month; {@link Double#NaN} where a person was not there
     * @return by month; 0 where nobody was there, and everywhere for fewer than three teams
     */
    static double[] usual(List<double[][]> teams, int months) {
        double[] usual = new double[months];
        if (teams.size() < 3) {
            return usual;
        }
        List<double[]> means =
                teams.stream().map(team -> meanOfOwn(team, months)).toList();
        for (int month = 0; month < months; month++) {
            int at = month;
            double[] sorted = means.stream()
                    .mapToDouble(mean -> mean[at])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            usual[month] = sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
        return usual;
    }

    /**
     * @param values by person, then month; {@link Double#NaN} where a person was not there
     * @param usual what moves everybody, by month
     * @return empty where there are too few people or months, or nothing moved
     */
    static Optional<Found> in(double[][] values, double[] usual, long seed) {
        int months = usual.length;
        List<Split> splits = IntStream.rangeClosed(FEWEST_MONTHS, months - FEWEST_MONTHS)
                .mapToObj(since -> Split.at(since, values, usual))
                .filter(split -> split.people() >= FEWEST_PEOPLE)
                .toList();
        if (splits.isEmpty()) {
            return Optional.empty();
        }
        double[] statistics = splits.stream()
                .mapToDouble(split -> Math.abs(split.statistic()))
                .toArray();
        int best = IntStream.range(0, statistics.length)
                .reduce((a, b) -> statistics[b] > statistics[a] ? b : a)
                .orElseThrow();
        if (statistics[best] == 0) {
            return Optional.empty();
        }
        Split split = splits.get(best);
        double least = statistics[best] * statistics[best] - AS_LIKELY * split.variance(values, usual);
        int first = best;
        while (first > 0 && statistics[first - 1] * statistics[first - 1] >= least) {
            first--;
        }
        int last = best;
        while (last < statistics.length - 1 && statistics[last + 1] * statistics[last + 1] >= least) {
            last++;
        }
        return Optional.of(new Found(
                split.since(),
                splits.get(first).since(),
                splits.get(last).since(),
                split.mean(values, 0, split.since()),
                split.mean(values, split.since(), months),
                split.people(),
                split.effect(),
                pValue(splits, values.length, statistics[best], seed)));
    }

    private static double pValue(List<Split> splits, int people, double observed, long seed) {
        double[][] parts = splits.stream().map(split -> split.parts(people)).toArray(double[][]::new);
        double enough = observed * (1 - 1e-9);
        return people <= MOST_PEOPLE_EXACTLY ? exactly(parts, people, enough) : drawn(parts, people, enough, seed);
    }

    /** Over every way to exchange people; the last is never exchanged, since exchanging all changes the sign alone. */
    private static double exactly(double[][] parts, int people, double enough) {
        double[] sums = Arrays.stream(parts)
                .mapToDouble(part -> Arrays.stream(part).sum())
                .toArray();
        boolean[] exchanged = new boolean[people];
        int ways = 1 << (people - 1);
        int atLeast = 0;
        for (int way = 1; way <= ways; way++) {
            atLeast += reaches(sums, enough) ? 1 : 0;
            // Gray's order: from one way to the next a single person changes.
            int person = Integer.numberOfTrailingZeros(way);
            int sign = exchanged[person] ? 2 : -2;
            exchanged[person] = !exchanged[person];
            for (int split = 0; split < sums.length; split++) {
                sums[split] += sign * parts[split][person];
            }
        }
        return (double) atLeast / ways;
    }

    private static double drawn(double[][] parts, int people, double enough, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] ofEight = ofEight(parts, people);
        double[] sums = new double[parts.length];
        int atLeast = 0;
        for (int flip = 1; flip <= FLIPS; flip++) {
            Arrays.fill(sums, 0);
            for (int eight = 0; eight < ofEight.length; eight++) {
                int exchanged = 0;
                for (int person = eight * EIGHT; person < Math.min(people, (eight + 1) * EIGHT); person++) {
                    exchanged = exchanged << 1 | (random.nextBoolean() ? 1 : 0);
                }
                double[] more = ofEight[eight][exchanged];
                for (int split = 0; split < sums.length; split++) {
                    sums[split] += more[split];
                }
            }
            atLeast += reaches(sums, enough) ? 1 : 0;
            if (atLeast == ENOUGH) {
                return ENOUGH / (double) flip;
            }
        }
        return (atLeast + 1.0) / (FLIPS + 1.0);
    }

    /** What eight people at a time add to each split, by who of them is exchanged: worked out once for all draws. */
    private static double[][][] ofEight(double[][] parts, int people) {
        double[][][] ofEight = new double[(people + EIGHT - 1) / EIGHT][][];
        for (int eight = 0; eight < ofEight.length; eight++) {
            int first = eight * EIGHT;
            int count = Math.min(EIGHT, people - first);
            ofEight[eight] = new double[1 << count][parts.length];
            for (int exchanged = 0; exchanged < 1 << count; exchanged++) {
                for (int split = 0; split < parts.length; split++) {
                    double sum = 0;
                    for (int person = 0; person < count; person++) {
                        boolean isExchanged = (exchanged >> (count - 1 - person) & 1) == 1;
                        sum += isExchanged ? -parts[split][first + person] : parts[split][first + person];
                    }
                    ofEight[eight][exchanged][split] = sum;
                }
            }
        }
        return ofEight;
    }

    private static boolean reaches(double[] sums, double enough) {
        for (double sum : sums) {
            if (Math.abs(sum) >= enough) {
                return true;
            }
        }
        return false;
    }

    private static double[] meanOfOwn(double[][] team, int months) {
        double[] sums = new double[months];
        int[] counts = new int[months];
        for (double[] person : team) {
            double own =
                    Arrays.stream(person).filter(Double::isFinite).average().orElse(Double.NaN);
            for (int month = 0; month < months; month++) {
                if (Double.isFinite(person[month])) {
                    sums[month] += person[month] - own;
                    counts[month]++;
                }
            }
        }
        for (int month = 0; month < months; month++) {
            sums[month] = counts[month] == 0 ? Double.NaN : sums[month] / counts[month];
        }
        return sums;
    }

    /**
     * One month at which it may have changed.
     *
     * @param who index of each person with a before and an after
     * @param differences of each, after less before
     * @param weights of each: how much their months tell, {@code nm / (n + m)} for n months before and m after
     */
    private record Split(int since, int[] who, double[] differences, double[] weights) {

        static Split at(int since, double[][] values, double[] usual) {
            int[] who = new int[values.length];
            double[] differences = new double[values.length];
            double[] weights = new double[values.length];
            int people = 0;
            for (int person = 0; person < values.length; person++) {
                Mean before = Mean.of(values[person], usual, 0, since);
                Mean after = Mean.of(values[person], usual, since, usual.length);
                if (before.months() > 0 && after.months() > 0) {
                    who[people] = person;
                    differences[people] = after.value() - before.value();
                    weights[people] = before.months() * after.months() / (double) (before.months() + after.months());
                    people++;
                }
            }
            return new Split(
                    since,
                    Arrays.copyOf(who, people),
                    Arrays.copyOf(differences, people),
                    Arrays.copyOf(weights, people));
        }

        int people() {
            return who.length;
        }

        /** One step for everybody. */
        double effect() {
            return weighted() / Arrays.stream(weights).sum();
        }

        /** Its square is what one step for everybody explains. */
        double statistic() {
            return weighted() / Math.sqrt(Arrays.stream(weights).sum());
        }

        /** What each person adds to the statistic; 0 for those without a before or an after. */
        double[] parts(int people) {
            double scale = Math.sqrt(Arrays.stream(weights).sum());
            double[] parts = new double[people];
            for (int i = 0; i < who.length; i++) {
                parts[who[i]] = weights[i] * differences[i] / scale;
            }
            return parts;
        }

        private double weighted() {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += weights[i] * differences[i];
            }
            return sum;
        }

        /** Of the values around each person's own level before and after. */
        double variance(double[][] values, double[] usual) {
            double squares = 0;
            int free = 0;
            for (int person : who) {
                for (int[] part : new int[][] {{0, since}, {since, usual.length}}) {
                    Mean mean = Mean.of(values[person], usual, part[0], part[1]);
                    free += mean.months() - 1;
                    for (int month = part[0]; month < part[1]; month++) {
                        double off = values[person][month] - usual[month] - mean.value();
                        squares += Double.isFinite(off) ? off * off : 0;
                    }
                }
            }
            return free <= 0 ? 0 : squares / free;
        }

        /** Of the same people, the season left in. */
        double mean(double[][] values, int from, int to) {
            double[] nothing = new double[to];
            return Arrays.stream(who)
                    .mapToDouble(
                            person -> Mean.of(values[person], nothing, from, to).value())
                    .average()
                    .orElse(0);
        }
    }

    /** @param months in which the person was there; the value is 0 without any */
    private record Mean(double value, int months) {

        static Mean of(double[] values, double[] usual, int from, int to) {
            double sum = 0;
            int months = 0;
            for (int month = from; month < to; month++) {
                if (Double.isFinite(values[month])) {
                    sum += values[month] - usual[month];
                    months++;
                }
            }
            return new Mean(months == 0 ? 0 : sum / months, months);
        }
    }
}
