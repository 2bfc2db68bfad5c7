package dev.trellis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.TrellisCommand.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two made-up courses, given three times: who hands in late, little or badly often misses the goal. */
class RiskTest {

    private static final Path FOLDER = Path.of("src/test/resources/risk");
    private static final int DAY = 90;

    private static final List<Enrolment> EARLIER =
            CourseFolder.of(FOLDER + ":2020A,2020K").enrolments();
    private static final List<Enrolment> LATER =
            CourseFolder.of(FOLDER + ":2021A").enrolments();

    @Test
    void whatWasLearnedFromEarlierCoursesTellsOfLaterOnes() {
        assertThat(judged(model(EARLIER), LATER).auc()).isGreaterThan(0.75);
    }

    @Test
    void fromOutcomesDealtAtRandomNothingIsLearnedOnTheWhole() {
        assertThat(IntStream.range(0, 20)
                        .mapToDouble(seed -> judged(model(dealt(seed)), LATER).auc())
                        .average()
                        .orElseThrow())
                .isBetween(0.35, 0.65);
    }

    private static List<Enrolment> dealt(int seed) {
        List<Boolean> outcomes =
                new ArrayList<>(EARLIER.stream().map(Enrolment::missed).toList());
        Collections.shuffle(outcomes, new Random(seed));
        return IntStream.range(0, EARLIER.size())
                .mapToObj(i -> with(EARLIER.get(i), EARLIER.get(i).done(), outcomes.get(i), Map.of()))
                .toList();
    }

    @Test
    void sameCoursesSameBytes() {
        Map<String, byte[]> once = model(EARLIER).files(RiskTraining.TRAINED_AT);
        Map<String, byte[]> twice = model(EARLIER).files(RiskTraining.TRAINED_AT);
        assertThat(twice.keySet()).isEqualTo(once.keySet());
        once.forEach((name, bytes) -> assertThat(twice.get(name)).isEqualTo(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 60, 90})
    void whatHappensAfterTheDayIsNotKnownOnIt(int day) {
        List<Enrolment> cut = LATER.stream()
                .map(one -> with(
                        one,
                        one.done().stream().filter(done -> done.day() <= day).toList(),
                        !one.missed(),
                        one.groups()))
                .toList();
        assertThat(Situation.on(day, cut)).isEqualTo(Situation.on(day, LATER));
    }

    @Test
    void whoSomebodyIsChangesNothing() {
        List<Enrolment> others = LATER.stream()
                .map(one -> with(one, one.done(), one.missed(), Map.of("gender", "X", "age", "55<=")))
                .toList();
        assertThat(Situation.on(DAY, others)).isEqualTo(Situation.on(DAY, LATER));
    }

    @Test
    void nobodyWhoDidNothingIsLikelierToArriveThanWhoDidEverything() {
        RiskModel model = model(EARLIER);
        for (int i = 0; i < LATER.size(); i++) {
            List<Enrolment> idle = replaced(i, List.of());
            List<Enrolment> eager = replaced(
                    i,
                    LATER.get(i).course().steps().stream()
                            .map(step -> new Done(step, step.due() - 5, false, 85))
                            .toList());
            assertThat(model.probability(Situation.on(DAY, idle).get(i)))
                    .isGreaterThan(model.probability(Situation.on(DAY, eager).get(i)));
        }
    }

    @Test
    void measuresAreRightWhereTheyCanBeWorkedOutByHand() {
        assertThat(measures(.9, true, .8, true, .2, false, .1, false).auc()).isEqualTo(1);
        assertThat(measures(.9, false, .8, false, .2, true, .1, true).auc()).isZero();
        assertThat(measures(.5, false, .5, true).auc()).isEqualTo(0.5);
        assertThat(measures(.5, false, .5, false).auc()).isEqualTo(0.5);
        assertThat(measures(.8, true, .4, false).brier()).isCloseTo((.04 + .16) / 2, within(1e-12));
        assertThat(measures(.5, true, .5, false).calibrationError()).isZero();
        assertThat(measures(.75, true, .75, false).calibrationError()).isCloseTo(.25, within(1e-12));
    }

    @Test
    void groupsTooSmallToCompareAreShownAndNotCompared() {
        List<Judged> judged = Stream.concat(
                        group("F", 200, 150),
                        Stream.concat(group("M", 200, 170), group("X", TruePositives.FEWEST_COMPARED - 1, 0)))
                .toList();
        TruePositives positives = TruePositives.of(judged, Grouping.FINE);
        assertThat(positives.gap("gender")).isCloseTo(.1, within(1e-12));
        assertThat(positives.gap("age")).isZero();
        assertThat(positives.groups().get("gender")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            studentInfo | ONE,2020A,1000,F,Wales,A,0-10%,35-55,0,many,N,Pass   | studied_credits "many" is no number
            studentInfo | ONE,2020A,1000,F,Wales,A,0-10%,35-55,0,NaN,N,Pass    | studied_credits "NaN" is no number
            studentInfo | ONE,2020A,1000,F,Wales,A,0-10%,35-55,0,60,N,Passed   | "Passed" is no final result
            studentInfo | SIX,2020A,1000,F,Wales,A,0-10%,35-55,0,60,N,Pass     | the course SIX 2020A is unknown
            """)
    void aWrongLineIsNamed(String file, String line, String problem, @TempDir Path folder) throws IOException {
        copy(folder);
        Path wrong = folder.resolve("oulad_" + file + ".csv");
        Files.writeString(
                wrong, Files.readAllLines(FOLDER.resolve(wrong.getFileName())).getFirst() + "\n" + line + "\n");
        assertThatThrownBy(() -> CourseFolder.of(folder.toString()).enrolments())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContainingAll(wrong.getFileName().toString(), "line 2", problem);
    }

    @Test
    void aMissingFileColumnOrPresentationIsNamed(@TempDir Path folder) throws IOException {
        copy(folder);
        assertThatThrownBy(() -> CourseFolder.of(folder + ":1999Z").enrolments())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("1999Z");
        Files.writeString(folder.resolve("oulad_courses.csv"), "code_module,length\nONE,200\n");
        assertThatThrownBy(() -> CourseFolder.of(folder.toString()).enrolments())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContainingAll("oulad_courses.csv", "code_presentation");
        Files.delete(folder.resolve("oulad_courses.csv"));
        assertThatThrownBy(() -> CourseFolder.of(folder.toString()).enrolments())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("oulad_courses");
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static RiskModel model(List<Enrolment> enrolments) {
        return new RiskTraining(DAY).train(enrolments);
    }

    private static RiskMeasures judged(RiskModel model, List<Enrolment> enrolments) {
        List<Situation> situations = Situation.on(DAY, enrolments);
        return new RiskMeasures(IntStream.range(0, enrolments.size())
                .mapToObj(i -> new Judged(enrolments.get(i), model.probability(situations.get(i))))
                .toList());
    }

    private static List<Enrolment> replaced(int i, List<Done> done) {
        List<Enrolment> replaced = new ArrayList<>(LATER);
        replaced.set(i, with(LATER.get(i), done, LATER.get(i).missed(), Map.of()));
        return replaced;
    }

    private static Enrolment with(Enrolment one, List<Done> done, boolean missed, Map<String, String> groups) {
        return new Enrolment(one.course(), one.learner(), one.earlierAttempts(), one.credits(), done, missed, groups);
    }

    private static RiskMeasures measures(Object... probabilityAndMissed) {
        return new RiskMeasures(IntStream.range(0, probabilityAndMissed.length / 2)
                .mapToObj(i -> new Judged(
                        with(LATER.getFirst(), List.of(), (boolean) probabilityAndMissed[2 * i + 1], Map.of()),
                        (double) probabilityAndMissed[2 * i]))
                .toList());
    }

    private static Stream<Judged> group(String gender, int missed, int flagged) {
        Enrolment one = with(LATER.getFirst(), List.of(), true, Map.of("gender", gender));
        return IntStream.range(0, missed).mapToObj(i -> new Judged(one, i < flagged ? 1 : 0));
    }
}
