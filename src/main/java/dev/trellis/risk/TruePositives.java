package dev.trellis.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * Of those who missed their goal, the share that was flagged, by group: whom a mentor would have been told of.
 *
 * @param groups by attribute
 */
record TruePositives(Map<String, List<Group>> groups) {

    /** Smaller groups are shown with their interval and not compared: at 200 it is 12 points wide, and a gap of 5 says nothing. */
    static final int FEWEST_COMPARED = 200;

    private static final double CONFIDENCE = 0.95;
    private static final int DRAWS = 500;
    private static final long SEED = 20261101;

    /** @param missed how many missed, of whom {@code flagged} were flagged */
    record Group(String name, int missed, int flagged) {

        double share() {
            return flagged / (double) missed;
        }

        boolean isCompared() {
            return missed >= FEWEST_COMPARED;
        }

        /** Wilson's. */
        ConfidenceInterval interval() {
            return BinomialProportion.getWilsonScoreInterval(missed, share(), CONFIDENCE);
        }
    }

    static TruePositives of(List<Judged> judged, Grouping grouping) {
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        for (String attribute : new TreeSet<>(CourseFolder.PROTECTED.values())) {
            Map<String, List<Judged>> members = judged.stream()
                    .filter(Judged::missed)
                    .collect(Collectors.groupingBy(
                            one -> grouping.of(one.enrolment().groups(), attribute),
                            TreeMap::new,
                            Collectors.toList()));
            members.remove("");
            groups.put(
                    attribute,
                    members.entrySet().stream()
                            .map(group -> group(group.getKey(), group.getValue()))
                            .toList());
        }
        return new TruePositives(groups);
    }

    private static Group group(String name, List<Judged> missed) {
        return new Group(name, missed.size(), (int)
                missed.stream().filter(Judged::flagged).count());
    }

    private List<Group> compared(String attribute) {
        return groups.getOrDefault(attribute, List.of()).stream()
                .filter(Group::isCompared)
                .toList();
    }

    /** Between the group flagged most and the one flagged least of those large enough; 0 where there are not two. */
    double gap(String attribute) {
        return range(compared(attribute).stream().mapToDouble(Group::share));
    }

    /** The gap to be expected between groups of these sizes if all were flagged alike. */
    double gapByChance(String attribute) {
        List<Group> compared = compared(attribute);
        double share = compared.stream().mapToInt(Group::flagged).sum()
                / (double) Math.max(1, compared.stream().mapToInt(Group::missed).sum());
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, DRAWS)
                .mapToDouble(draw -> range(compared.stream()
                        .mapToDouble(group -> random.doubles(group.missed())
                                        .filter(at -> at < share)
                                        .count()
                                / (double) group.missed())))
                .average()
                .orElse(0);
    }

    private static double range(DoubleStream shares) {
        var all = shares.summaryStatistics();
        return all.getCount() < 2 ? 0 : all.getMax() - all.getMin();
    }
}
