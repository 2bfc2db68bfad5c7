package dev.trellis.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImpactRatiosTest {

    @Test
    void aRatioIsTheRateByTheHighestRateWithItsInterval() {
        List<Audited> cases =
                Stream.concat(group("F", 40, 20, 0), group("M", 50, 40, 1000)).toList();

        ImpactRatio women = only(cases, "gender", "F");
        ImpactRatio men = only(cases, "gender", "M");

        assertThat(women.rate()).isEqualTo(0.5);
        assertThat(men.ratio()).contains(1.0);
        assertThat(men.low()).isEmpty();
        assertThat(women.ratio().orElseThrow()).isCloseTo(0.625, within(1e-12));
        assertThat(women.belowFourFifths()).isTrue();
        // One case a person: p(1 - p) / (m - 1).
        double ofWomen = Math.sqrt(0.25 / 39);
        double ofMen = Math.sqrt(0.16 / 49);
        assertThat(women.standardError()).isCloseTo(ofWomen, within(1e-12));
        double by = 1.959963984540054 * Math.sqrt(Math.pow(ofWomen / 0.5, 2) + Math.pow(ofMen / 0.8, 2));
        assertThat(women.low().orElseThrow()).isCloseTo(0.625 * Math.exp(-by), within(1e-12));
        assertThat(women.high().orElseThrow()).isCloseTo(0.625 * Math.exp(by), within(1e-12));
    }

    @Test
    void tenCasesOfOnePersonAreNoTenPeople() {
        List<Audited> once = group("F", 40, 20, 0).toList();
        List<Audited> tenTimes = once.stream()
                .flatMap(one -> Stream.generate(() -> one).limit(10))
                .toList();

        assertThat(only(tenTimes, "gender", "F").standardError())
                .isCloseTo(only(once, "gender", "F").standardError(), within(1e-12));
        assertThat(only(tenTimes, "gender", "F").cases()).isEqualTo(400);
        assertThat(only(tenTimes, "gender", "F").people()).isEqualTo(40);
    }

    @Test
    void ofFiguresTheShareAboveTheMedianOfAllCounts() {
        List<Audited> cases = IntStream.range(0, 40)
                .mapToObj(i -> new Audited("P" + i, Map.of("site", i < 20 ? "A" : "B"), Map.of("hours", (double) i)))
                .toList();

        assertThat(only(cases, "site", "A").rate()).isZero();
        assertThat(only(cases, "site", "A").ratio()).contains(0.0);
        assertThat(only(cases, "site", "A").high()).isEmpty();
        assertThat(only(cases, "site", "B").rate()).isEqualTo(1);
    }

    @Test
    void pairsOfAttributesAreGroupsOfTheirOwn() {
        List<Audited> cases = IntStream.range(0, 80)
                .mapToObj(i -> new Audited(
                        "P" + i,
                        Map.of("gender", i % 2 == 0 ? "F" : "M", "age", i < 40 ? "to 35" : "over 35"),
                        Map.of("accepted", i % 2 == 0 && i < 40 ? 0.0 : 1.0)))
                .toList();

        assertThat(only(cases, "age × gender", "to 35 × F").ratio()).contains(0.0);
        assertThat(only(cases, "age × gender", "to 35 × M").ratio()).contains(1.0);
        assertThat(only(cases, "gender", "F").ratio()).contains(0.5);
    }

    @Test
    void smallGroupsAreNotComparedAndTheSmallestAreNotThere() {
        List<Audited> cases = Stream.of(
                        group("F", 40, 20, 0), group("M", 40, 20, 1000), group("X", 9, 9, 2000), group("Y", 4, 4, 3000))
                .flatMap(one -> one)
                .toList();

        assertThat(only(cases, "gender", "X").compared()).isFalse();
        assertThat(only(cases, "gender", "X").ratio()).isEmpty();
        assertThat(only(cases, "gender", "F").ratio())
                .as("nine that all got it set no mark")
                .contains(1.0);
        assertThat(ImpactRatios.of(cases)).noneMatch(ratio -> ratio.group().equals("Y"));
    }

    @Test
    void whereNobodyRecordedAnythingNothingIsSaid() {
        assertThat(ImpactRatios.of(List.of())).isEmpty();
        assertThat(ImpactRatios.of(List.of(new Audited("P1", Map.of(), Map.of("accepted", 1.0)))))
                .isEmpty();
        List<Audited> nobodyGotIt = group("F", 40, 0, 0).toList();
        assertThat(only(nobodyGotIt, "gender", "F").ratio()).isEmpty();
    }

    /** Where all are treated alike, hardly more than one ratio in twenty has an interval without 1 in it. */
    @Test
    void intervalsHoldWhatTheyPromise() {
        SplittableRandom random = new SplittableRandom(1);
        int without = 0;
        int worlds = 400;
        for (int world = 0; world < worlds; world++) {
            List<Audited> cases = new ArrayList<>();
            for (int person = 0; person < 200; person++) {
                double own = random.nextDouble();
                for (int item = 0; item < 3; item++) {
                    cases.add(new Audited(
                            "P" + person,
                            Map.of("gender", person % 2 == 0 ? "F" : "M"),
                            Map.of("accepted", random.nextDouble() < own ? 1.0 : 0.0)));
                }
            }
            // Against the higher of two, so one of the two sides only.
            without += ImpactRatios.of(cases).stream()
                            .anyMatch(ratio ->
                                    ratio.high().filter(high -> high < 1).isPresent())
                    ? 1
                    : 0;
        }
        assertThat(without).isLessThan((int) (worlds * 0.08));
    }

    private static Stream<Audited> group(String gender, int people, int selected, int from) {
        return IntStream.range(0, people)
                .mapToObj(i -> new Audited(
                        "P" + (from + i), Map.of("gender", gender), Map.of("accepted", i < selected ? 1.0 : 0.0)));
    }

    private static ImpactRatio only(List<Audited> cases, String attribute, String group) {
        return ImpactRatios.of(cases).stream()
                .filter(ratio ->
                        ratio.attribute().equals(attribute) && ratio.group().equals(group))
                .findFirst()
                .orElseThrow();
    }
}
