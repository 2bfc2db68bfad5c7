package dev.trellis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.CompetencyProfiles.ShownLevel;
import dev.trellis.evidence.Detail.Asserter;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFormulaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final PersonId NOOR = new PersonId(new UUID(0, 1));
    private static final CompetencyId DELEGATION = new CompetencyId(new UUID(0, 2));

    private long next;

    private Evidence said(Asserter by, int voice, double level, double confidence, int daysAgo) {
        return said(by, voice, level, confidence, daysAgo, Optional.empty());
    }

    private Evidence said(
            Asserter by, int voice, double level, double confidence, int daysAgo, Optional<LocalDate> until) {
        var at = TODAY.minusDays(daysAgo).atTime(9, 0).toInstant(ZoneOffset.UTC);
        return new Evidence(
                new EvidenceId(new UUID(1, ++next)),
                NOOR,
                new Author.OfPerson(new PersonId(new UUID(2, voice))),
                Visibility.MENTOR,
                at,
                at,
                "",
                "said",
                "",
                new Detail.Assertion(DELEGATION, level, confidence, by, until));
    }

    private static Optional<ShownLevel> shown(List<Evidence> said) {
        return Optional.ofNullable(ProfileFormula.levels(said, TODAY).get(DELEGATION));
    }

    private static double level(Evidence... said) {
        return shown(List.of(said)).orElseThrow().level();
    }

    @Test
    void oneVoiceIsTakenAtItsWord() {
        assertThat(level(said(Asserter.SELF, 1, 4.12, 0.7, 30))).isEqualTo(4.12);
        // however old and however unsure
        assertThat(level(said(Asserter.SYSTEM, 1, 4.12, 0, 3_000))).isEqualTo(4.12);
    }

    @Test
    void nothingSaidIsNothingShown() {
        assertThat(shown(List.of())).isEmpty();
    }

    @Test
    void theWorkedExampleOfTheDoor() {
        // mentor today: .9 × 1 × 1 = .9; self a year ago: .8 × .6 × .5 = .24
        ShownLevel shown = shown(List.of(said(Asserter.MENTOR, 1, 2, 0.9, 0), said(Asserter.SELF, 2, 4, 0.8, 365)))
                .orElseThrow();
        assertThat(shown.level()).isCloseTo((2 * 0.9 + 4 * 0.24) / 1.14, within(1e-12));
        assertThat(shown.confidence()).isCloseTo(1 - 0.1 * 0.76, within(1e-12));
        assertThat(shown.latest()).isEqualTo(TODAY);
    }

    @Test
    void anAssertersLatestWordIsTheOneThatCounts() {
        assertThat(level(said(Asserter.SELF, 1, 2, 1, 200), said(Asserter.SELF, 1, 3, 0.2, 10)))
                .isEqualTo(3);
        // two mentors are two voices
        assertThat(level(said(Asserter.MENTOR, 1, 2, 1, 10), said(Asserter.MENTOR, 2, 3, 1, 10)))
                .isEqualTo(2.5);
    }

    @Test
    void whatIsPastItsDateIsNotCountedAndWhatEndsTodayStillIs() {
        Evidence expired = said(Asserter.MENTOR, 1, 5, 1, 90, Optional.of(TODAY.minusDays(1)));
        Evidence ending = said(Asserter.MENTOR, 1, 4, 1, 90, Optional.of(TODAY));
        assertThat(shown(List.of(expired))).isEmpty();
        assertThat(level(expired, ending)).isEqualTo(4);
    }

    @Test
    void ofTwoOtherwiseAlikeTheNewerCountsMore() {
        assertThat(level(said(Asserter.MENTOR, 1, 2, 0.8, 300), said(Asserter.MENTOR, 2, 4, 0.8, 10)))
                .isGreaterThan(3);
        assertThat(level(said(Asserter.MENTOR, 1, 2, 0.8, 10), said(Asserter.MENTOR, 2, 4, 0.8, 300)))
                .isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLevelLiesBetweenWhatWasSaidRisesWithItAndAsksForNoOrder(long seed) {
        Random random = new Random(seed);
        for (int world = 0; world < 200; world++) {
            List<Evidence> said = new ArrayList<>();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                said.add(said(
                        Asserter.values()[random.nextInt(4)],
                        random.nextInt(3),
                        random.nextInt(0, 71) / 10.0,
                        random.nextDouble(),
                        random.nextInt(1_500)));
            }
            ShownLevel shown = shown(said).orElseThrow();
            assertThat(shown.level())
                    .isBetween(
                            said.stream()
                                    .mapToDouble(ProfileFormulaTest::levelOf)
                                    .min()
                                    .orElseThrow(),
                            said.stream()
                                    .mapToDouble(ProfileFormulaTest::levelOf)
                                    .max()
                                    .orElseThrow());
            assertThat(shown.confidence()).isBetween(0.0, 1.0);

            List<Evidence> shuffled = new ArrayList<>(said);
            Collections.shuffle(shuffled, random);
            assertThat(shown(shuffled)).contains(shown);

            int raised = random.nextInt(said.size());
            List<Evidence> higher = new ArrayList<>(said);
            higher.set(raised, raise(said.get(raised)));
            assertThat(shown(higher).orElseThrow().level()).isGreaterThanOrEqualTo(shown.level() - 1e-12);
        }
    }

    private static double levelOf(Evidence said) {
        return ((Detail.Assertion) said.detail()).level();
    }

    private static Evidence raise(Evidence said) {
        Detail.Assertion a = (Detail.Assertion) said.detail();
        return new Evidence(
                said.id(),
                said.about(),
                said.author(),
                said.visibility(),
                said.occurredAt(),
                said.recordedAt(),
                said.title(),
                said.text(),
                said.textHash(),
                new Detail.Assertion(a.competency(), a.level() + 0.5, a.confidence(), a.by(), a.validUntil()));
    }
}
