package dev.trellis.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Impact ratios by group and by pairs of groups, as the rules to New York City's Local Law 144 define them (6 RCNY § 5-300): of something
 * that one gets or does not get, the selection rate of a group by the highest selection rate; of a figure, the scoring rate, which is the share
 * above the median of all, by the highest scoring rate.
 *
 * <p>A person has several cases, and they are alike: the standard error of a rate takes people as clusters, {@code m / (m − 1) · Σ (yᵢ − p·nᵢ)² / N²}
 * (Cochran 1977, section 3.12), and the interval of a ratio is that of its logarithm, {@code exp(ln r ± 1.96 · √(s₁²/p₁² + s₂²/p₂²))} (Katz et al. 1978).
 *
 * @see <a href="https://rules.cityofnewyork.us/wp-content/uploads/2023/04/DCWP-NOA-for-Use-of-Automated-Employment-Decisionmaking-Tools-2.pdf">the rules</a>
 * @see <a href="https://doi.org/10.2307/2530610">Katz et al. 1978</a>
 */
final class ImpactRatios {

    /** Of the people whose group is known; the share below which the rules let a group be left out. */
    static final double SMALLEST_SHARE = 0.02;

    static final int FEWEST_PEOPLE = 10;

    /** Of fewer people nothing is said at all. */
    static final int FEWEST_SHOWN = 5;

    private static final double TWO_SIDED_95 = 1.959963984540054;

    private ImpactRatios() {}

    /** By outcome, attribute and group; pairs of attributes after single ones. Of groups of fewer than five people nothing. */
    static List<ImpactRatio> of(Collection<Audited> cases) {
        TreeSet<String> outcomes = new TreeSet<>();
        TreeSet<String> attributes = new TreeSet<>();
        cases.forEach(one -> {
            outcomes.addAll(one.outcomes().keySet());
            attributes.addAll(one.groups().keySet());
        });
        List<ImpactRatio> ratios = new ArrayList<>();
        for (String outcome : outcomes) {
            List<Audited> having = cases.stream()
                    .filter(one -> one.outcomes().containsKey(outcome))
                    .toList();
            double above = threshold(having, outcome);
            for (List<String> combined : combined(attributes)) {
                ratios.addAll(of(having, outcome, above, combined));
            }
        }
        return ratios;
    }

    private static List<List<String>> combined(Collection<String> attributes) {
        List<String> all = List.copyOf(attributes);
        List<List<String>> combined = new ArrayList<>();
        all.forEach(one -> combined.add(List.of(one)));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                combined.add(List.of(all.get(i), all.get(j)));
            }
        }
        return combined;
    }

    /** What a case must be above to count as selected: nothing of 0 and 1, the median of anything else. */
    private static double threshold(List<Audited> cases, String outcome) {
        double[] values =
                cases.stream().mapToDouble(one -> value(one, outcome)).sorted().toArray();
        boolean yesOrNo = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        return yesOrNo ? 0.5 : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static double value(Audited one, String outcome) {
        return one.outcomes().getOrDefault(outcome, 0.0);
    }

    /** One person's cases. */
    private static final class Cluster {
        private int cases;
        private int selected;
    }

    private record Rated(String group, int people, int cases, int selected, double rate, double standardError) {}

    private static List<ImpactRatio> of(List<Audited> cases, String outcome, double above, List<String> attributes) {
        Map<String, Map<String, Cluster>> groups = new TreeMap<>();
        for (Audited one : cases) {
            if (one.groups().keySet().containsAll(attributes)) {
                Cluster cluster = groups.computeIfAbsent(name(one, attributes), none -> new HashMap<>())
                        .computeIfAbsent(one.person(), none -> new Cluster());
                cluster.cases++;
                cluster.selected += value(one, outcome) > above ? 1 : 0;
            }
        }
        List<Rated> rated = groups.entrySet().stream()
                .filter(group -> group.getValue().size() >= FEWEST_SHOWN)
                .map(group -> rated(group.getKey(), group.getValue().values()))
                .toList();
        int people = groups.values().stream().mapToInt(Map::size).sum();
        Optional<Rated> most = rated.stream()
                .filter(group -> isCompared(group, people))
                .max(Comparator.comparingDouble(Rated::rate).thenComparing(Rated::group, Comparator.reverseOrder()));
        return rated.stream()
                .map(group -> ratio(outcome, String.join(" × ", attributes), group, isCompared(group, people), most))
                .toList();
    }

    private static String name(Audited one, List<String> attributes) {
        return String.join(
                " × ",
                attributes.stream()
                        .map(attribute -> one.groups().getOrDefault(attribute, ""))
                        .toList());
    }

    private static boolean isCompared(Rated group, int people) {
        return group.people() >= FEWEST_PEOPLE && group.people() >= SMALLEST_SHARE * people;
    }

    private static Rated rated(String group, Collection<Cluster> clusters) {
        int cases = clusters.stream().mapToInt(cluster -> cluster.cases).sum();
        int selected = clusters.stream().mapToInt(cluster -> cluster.selected).sum();
        int people = clusters.size();
        double rate = selected / (double) cases;
        double squares = clusters.stream()
                .mapToDouble(cluster -> Math.pow(cluster.selected - rate * cluster.cases, 2))
                .sum();
        double variance = people / (people - 1.0) * squares / ((double) cases * cases);
        return new Rated(group, people, cases, selected, rate, Math.sqrt(variance));
    }

    private static ImpactRatio ratio(
            String outcome, String attribute, Rated group, boolean compared, Optional<Rated> most) {
        Optional<Double> ratio = compared
                ? most.filter(other -> other.rate() > 0).map(other -> group.rate() / other.rate())
                : Optional.empty();
        Optional<Double> spread = most.filter(other -> !other.group().equals(group.group()))
                .filter(other -> ratio.isPresent() && group.rate() > 0)
                .map(other -> TWO_SIDED_95
                        * Math.sqrt(Math.pow(group.standardError() / group.rate(), 2)
                                + Math.pow(other.standardError() / other.rate(), 2)));
        return new ImpactRatio(
                outcome,
                attribute,
                group.group(),
                group.people(),
                group.cases(),
                group.selected(),
                group.rate(),
                group.standardError(),
                compared,
                ratio,
                spread.map(by -> ratio.orElse(0.0) * Math.exp(-by)),
                spread.map(by -> ratio.orElse(0.0) * Math.exp(by)));
    }

    /** Those to look at first: below four fifths and more than chance. */
    static List<ImpactRatio> worrying(Collection<ImpactRatio> ratios) {
        return ratios.stream()
                .filter(ImpactRatio::isSurelyBelowParity)
                .sorted(Comparator.comparing(ratio -> ratio.ratio().orElse(1.0)))
                .toList();
    }

    /** The lowest ratio of each outcome and attribute that has one. */
    static Stream<ImpactRatio> lowest(Collection<ImpactRatio> ratios) {
        Map<String, ImpactRatio> lowest = new TreeMap<>();
        ratios.stream()
                .filter(ratio -> ratio.ratio().isPresent())
                .forEach(ratio -> lowest.merge(
                        ratio.outcome() + "\n" + ratio.attribute(),
                        ratio,
                        (one, other) -> one.ratio().orElse(1.0) <= other.ratio().orElse(1.0) ? one : other));
        return lowest.values().stream();
    }
}
