package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.BesideOthers;
import dev.trellis.trends.TrendsInMemory.Flag;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HR sees the two planted changes, dated and named, and nothing else, on whatever day the demo is made. */
@BesideOthers
class DemoOnAnyDayTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 2, 1);

    /** More than a year, with a leap day, two turns of the year's months and both lengths of February. */
    private static final int DAYS = 400;

    /** Mentors see it from the middle of the programme on, and a few weeks after its end. */
    private static final int GAP_CLOSES_FROM = 6;

    private static final int GAP_CLOSES_UNTIL = 1;

    private static final SaidByReading SAID = SaidByReading.recorded();

    static Stream<Long> seeds() {
        return SaidByReading.SEEDS.stream();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTwoPlantedChangesAreFoundAndNothingElse(long seed) {
        ToldYear told = ToldYear.tell(seed);
        Map<Set<String>, List<LocalDate>> alike = FIRST.datesUntil(FIRST.plusDays(DAYS))
                .collect(Collectors.groupingBy(day -> counted(told.before(day), day)));

        assertThat(wrong(alike.values(), day -> complaints(told, seed, day, day)))
                .isEmpty();
    }

    /** A demo is looked at for longer than a day: the month it was made in becomes one of those counted, whole or not. */
    @Test
    void theyAreStillFoundInTheMonthsThatFollow() {
        long seed = MadeUpOrganisation.SEED;
        ToldYear told = ToldYear.tell(seed);
        List<List<LocalDate>> days = FIRST.datesUntil(FIRST.plusMonths(1), Period.ofDays(3))
                .map(day -> List.of(day))
                .toList();

        for (int months : List.of(1, 2)) {
            assertThat(wrong(
                            days,
                            day -> complaints(
                                    told, seed, day, day.plusMonths(months).withDayOfMonth(1))))
                    .isEmpty();
        }
    }

    /** A change that was not planted is complained of, and one that was planted and is gone as well. */
    @Test
    void notices() {
        LocalDate day = FIRST.plusDays(20);
        ToldYear told = ToldYear.tell(MadeUpOrganisation.SEED);
        DemoOrganisation demo = told.before(day);

        assertThat(complaints(
                        without(
                                demo,
                                piece -> piece instanceof DemoReflection one
                                        && one.theme().equals(DemoStory.WORKLOAD)
                                        && one.occurredOn().getDayOfYear() % 3 > 0),
                        MadeUpOrganisation.SEED,
                        day))
                .singleElement()
                .asString()
                .contains("no rise");
        assertThat(complaints(
                        without(
                                demo,
                                piece -> piece instanceof DemoAssertion one
                                        && one.competency().equals(DemoStory.FEEDBACK)
                                        && one.occurredOn()
                                                .isAfter(demo.programmes()
                                                        .getFirst()
                                                        .startsOn()
                                                        .atStartOfDay())),
                        MadeUpOrganisation.SEED,
                        day))
                .singleElement()
                .asString()
                .contains("no gap");
    }

    private static DemoOrganisation without(DemoOrganisation demo, Predicate<DemoEvidence> left) {
        return new DemoOrganisation(
                demo.anchor(),
                demo.framework(),
                demo.roles(),
                demo.activities(),
                demo.teams(),
                demo.people(),
                demo.programmes(),
                demo.mentorings(),
                demo.aspirations(),
                demo.evidence().stream().filter(left.negate()).toList());
    }

    /** What HR's figures of that day rest on: days of which it is the same are looked at once. */
    private static Set<String> counted(DemoOrganisation demo, LocalDate day) {
        LocalDate until = day.withDayOfMonth(1);
        return demo.evidence().stream()
                .filter(piece -> piece.occurredOn().isBefore(until.atStartOfDay()))
                .filter(piece -> piece instanceof DemoReflection || piece instanceof DemoAssertion)
                .map(piece -> piece.code() + " "
                        + (piece instanceof DemoReflection
                                ? YearMonth.from(piece.occurredOn())
                                : piece.occurredOn().toLocalDate()))
                .collect(Collectors.toSet());
    }

    private static List<String> wrong(Collection<List<LocalDate>> alike, Function<LocalDate, List<String>> complaints) {
        return alike.stream()
                .map(List::getFirst)
                .flatMap(day -> complaints.apply(day).stream())
                .sorted()
                .toList();
    }

    private static List<String> complaints(ToldYear told, long seed, LocalDate made, LocalDate seen) {
        return complaints(told.before(made), seed, seen);
    }

    private static List<String> complaints(DemoOrganisation demo, long seed, LocalDate seen) {
        LocalDate made = demo.anchor();
        List<Flag> flags = new DemoInMemory(demo, reflection -> SAID.about(seed, reflection)).flags(seen, 12);
        List<String> wrong = new ArrayList<>();
        if (flags.stream().noneMatch(flag -> isTheRise(flag, made))) {
            wrong.add("no rise");
        }
        if (flags.stream().noneMatch(flag -> isTheGap(flag, made))) {
            wrong.add("no gap");
        }
        if (flags.size() > 2) {
            wrong.add("more");
        }
        return wrong.isEmpty() ? List.of() : List.of("made " + made + ", seen " + seen + ": " + wrong + " " + flags);
    }

    private static boolean isTheRise(Flag flag, LocalDate made) {
        return flag.measure().equals("THEME rises")
                && flag.competency().equals("Workload and boundaries")
                && flag.team().equals("Platform")
                && flag.since().equals(YearMonth.from(DemoStory.workloadRisesOn(made)));
    }

    private static boolean isTheGap(Flag flag, LocalDate made) {
        return flag.measure().equals("GAP falls")
                && flag.competency().equals("Giving feedback")
                && flag.team().equals("Sales")
                && !flag.since().isBefore(YearMonth.from(made).minusMonths(GAP_CLOSES_FROM))
                && flag.since().isBefore(YearMonth.from(made).minusMonths(GAP_CLOSES_UNTIL));
    }
}
