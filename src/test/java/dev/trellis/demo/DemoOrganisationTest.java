package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOrganisationTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 24);
    private static final LocalDate STORY_BEGINS = LocalDate.of(2025, 11, 1);
    private static final ToldYear TOLD = ToldYear.tell(7);
    private static final DemoOrganisation DEMO = TOLD.before(ANCHOR);

    @Test
    void hasThePeopleAndTheCatalogueItPromises() {
        assertThat(DEMO.people()).hasSize(120);
        assertThat(DEMO.teams()).hasSize(6);
        assertThat(DEMO.roles()).hasSize(12);
        assertThat(DEMO.activities()).hasSize(200);
        assertThat(DEMO.framework().competencies()).hasSizeBetween(60, 72);
        assertThat(DEMO.programmes()).hasSize(2);
        assertThat(mentorLoads())
                .hasSize(14)
                .allSatisfy((mentor, learners) -> assertThat(learners).isBetween(5L, 9L));
        assertThat(DEMO.people().stream().map(DemoPerson::email))
                .doesNotHaveDuplicates()
                .contains("learner@demo", "mentor@demo", "hr@demo", "lead@demo", "admin@demo");
    }

    @Test
    void mentorsOfTheFixedLoginsFitTogether() {
        String learner = person("learner@demo").code();

        assertThat(DEMO.mentorings().stream()
                        .filter(mentoring -> mentoring.learner().equals(learner)))
                .singleElement()
                .extracting(DemoMentoring::mentor)
                .isEqualTo(person("mentor@demo").code());
        assertThat(DEMO.programmes())
                .allSatisfy(programme -> assertThat(programme.lead())
                        .isEqualTo(person("lead@demo").code()));
        assertThat(person("hr@demo").access()).contains(DemoAccess.HR_PARTNER);
        assertThat(person("admin@demo").access()).contains(DemoAccess.ADMINISTRATOR);
    }

    @Test
    void leavesAHandfulOfLearnersWithoutAMentor() {
        Set<String> mentored =
                DEMO.mentorings().stream().map(DemoMentoring::learner).collect(Collectors.toSet());

        assertThat(DEMO.people().stream().filter(person -> !mentored.contains(person.code())))
                .hasSizeBetween(3, 8);
        assertThat(DEMO.mentorings()).noneMatch(mentoring -> mentoring.mentor().equals(mentoring.learner()));
    }

    @Test
    void rolesExpectSevenToTenCompetencies() {
        assertThat(DEMO.roles())
                .allSatisfy(role -> assertThat(role.expectations())
                        .hasSizeBetween(7, 10)
                        .allMatch(expectation -> isLevel(expectation.level()) && isLevel(expectation.importance())));
    }

    @Test
    void activitiesFollowFiftyTwentyFiveTwentyFiveAndServeEveryCompetency() {
        Map<DemoActivity.Kind, Long> kinds = counts(DEMO.activities(), DemoActivity::kind);
        Map<String, Long> served = counts(
                DEMO.activities().stream()
                        .flatMap(activity -> activity.aims().stream())
                        .toList(),
                DemoActivity.Aim::competency);

        assertThat(kinds.get(DemoActivity.Kind.EXPERIENCE)).isBetween(95L, 105L);
        assertThat(kinds.get(DemoActivity.Kind.EXPOSURE)).isBetween(45L, 55L);
        assertThat(served.keySet()).isEqualTo(codes(DEMO.framework().competencies(), DemoCompetency::code));
        assertThat(served)
                .allSatisfy((competency, activities) -> assertThat(activities).isGreaterThanOrEqualTo(2));
        assertThat(DEMO.activities()).allSatisfy(activity -> {
            assertThat(activity.effortHours()).isBetween(.5, 40.0);
            assertThat(activity.url().startsWith("https://learn.example.org/"))
                    .isEqualTo(activity.kind() == DemoActivity.Kind.EDUCATION);
            assertThat(activity.aims()).hasSizeBetween(1, 2).allMatch(aim -> aim.fromLevel() < aim.toLevel());
        });
        assertThat(DEMO.activities().stream().map(DemoActivity::title)).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceResolves() {
        Set<String> people = codes(DEMO.people(), DemoPerson::code);
        Set<String> competencies = codes(DEMO.framework().competencies(), DemoCompetency::code);
        Set<String> roles = codes(DEMO.roles(), DemoRole::code);
        Set<String> programmes = codes(DEMO.programmes(), DemoProgramme::code);
        Set<String> activities = codes(DEMO.activities(), DemoActivity::code);

        assertThat(DEMO.people()).allMatch(person -> roles.contains(person.role()));
        assertThat(codes(DEMO.people(), DemoPerson::team)).isEqualTo(codes(DEMO.teams(), DemoTeam::code));
        assertThat(DEMO.roles())
                .allMatch(role -> role.expectations().stream()
                        .allMatch(expectation -> competencies.contains(expectation.competency())));
        assertThat(DEMO.programmes()).allMatch(programme -> people.containsAll(programme.members()));
        assertThat(DEMO.mentorings())
                .allMatch(mentoring -> people.containsAll(List.of(mentoring.mentor(), mentoring.learner())))
                .allMatch(mentoring -> mentoring.programme().isEmpty() || programmes.contains(mentoring.programme()));
        assertThat(DEMO.aspirations())
                .hasSize(people.size())
                .allMatch(aspiration -> people.contains(aspiration.person()) && roles.contains(aspiration.role()));
        assertThat(DEMO.evidence().stream().map(DemoEvidence::code)).doesNotHaveDuplicates();
        assertThat(DEMO.evidence())
                .allMatch(evidence -> people.containsAll(List.of(evidence.about(), evidence.author())));
        assertThat(DEMO.evidence()).allMatch(evidence -> switch (evidence) {
            case DemoGoal goal -> competencies.contains(goal.competency());
            case DemoReflection reflection -> competencies.contains(reflection.theme());
            case DemoFeedback feedback -> competencies.contains(feedback.competency());
            case DemoAssertion assertion -> competencies.contains(assertion.competency());
            case DemoCompletion completion -> activities.contains(completion.activity());
            case DemoRecognition recognition -> true;
        });
    }

    @Test
    void evidenceLiesInTwelveWholeMonthsAndThePresentOneUpToTheAnchorAndAfterHiring() {
        Map<String, LocalDate> hired =
                DEMO.people().stream().collect(Collectors.toMap(DemoPerson::code, DemoPerson::hiredOn));

        assertThat(DEMO.evidence())
                .allSatisfy(evidence -> assertThat(evidence.occurredOn().toLocalDate())
                        .isBetween(STORY_BEGINS, ANCHOR.minusDays(1))
                        .isAfterOrEqualTo(hired.get(evidence.about()))
                        .isAfterOrEqualTo(hired.get(evidence.author())));
        assertThat(DEMO.evidence()).isSortedAccordingTo(Comparator.comparing(DemoEvidence::occurredOn));
    }

    @Test
    void peopleWithAYearBehindThemRecordAsMuchAsPromisedInItsWholeMonths() {
        assertThat(DEMO.people().stream()
                        .filter(person -> person.hiredOn().isBefore(STORY_BEGINS))
                        .map(DemoPerson::code))
                .allSatisfy(person -> {
                    // One of the present month may fall on a weekend and be written on the Friday before.
                    assertThat(about(DemoReflection.class, person)).hasSizeBetween(8, 14 + 1);
                    assertThat(about(DemoGoal.class, person)).hasSizeBetween(2, 4);
                    assertThat(about(DemoFeedback.class, person)).hasSizeBetween(3, 6 + 1);
                    assertThat(about(DemoRecognition.class, person)).hasSizeBetween(1, 3 + 1);
                    assertThat(about(DemoCompletion.class, person)).hasSizeBetween(3, 8 + 1);
                    assertThat(about(DemoAssertion.class, person)).hasSizeGreaterThan(5);
                });
    }

    /** The form offers the competencies of one's role and of the one wanted; a demo may not name what nobody could choose. */
    @Test
    void halfOfTheReflectionsSayWhatTheyAreAboutAndOnlyWhatTheirWriterCouldChoose() {
        Map<String, Set<String>> expected = DEMO.roles().stream()
                .collect(Collectors.toMap(
                        DemoRole::code, role -> codes(role.expectations(), DemoRole.Expectation::competency)));
        Set<List<String>> choices = new HashSet<>();
        DEMO.people()
                .forEach(person -> expected.getOrDefault(person.role(), Set.of())
                        .forEach(competency -> choices.add(List.of(person.code(), competency))));
        DEMO.aspirations()
                .forEach(aspiration -> expected.getOrDefault(aspiration.role(), Set.of())
                        .forEach(competency -> choices.add(List.of(aspiration.person(), competency))));
        List<DemoReflection> ofOnesRoles = DEMO.evidence(DemoReflection.class).stream()
                .filter(reflection -> choices.contains(List.of(reflection.author(), reflection.theme())))
                .toList();

        assertThat(DEMO.evidence(DemoReflection.class))
                .filteredOn(DemoReflection::named)
                .isSubsetOf(ofOnesRoles);
        assertThat(ofOnesRoles.stream()
                        .mapToInt(reflection -> reflection.named() ? 1 : 0)
                        .average())
                .hasValueCloseTo(.5, within(.05));
    }

    @Test
    void writersAreWhoTheyMayBe() {
        Map<String, String> mentors =
                DEMO.mentorings().stream().collect(Collectors.toMap(DemoMentoring::learner, DemoMentoring::mentor));

        assertThat(DEMO.evidence(DemoFeedback.class))
                .noneMatch(feedback -> feedback.author().equals(feedback.about()));
        assertThat(DEMO.evidence(DemoReflection.class))
                .allMatch(reflection -> reflection.author().equals(reflection.about()));
        assertThat(DEMO.evidence(DemoAssertion.class)).allMatch(assertion -> switch (assertion.by()) {
            case SELF -> assertion.author().equals(assertion.about());
            case MENTOR -> assertion.author().equals(mentors.get(assertion.about()));
        });
    }

    @Test
    void feedbackIsAboutWhatTheRoleExpects() {
        Map<String, Set<String>> expected = DEMO.people().stream()
                .collect(Collectors.toMap(
                        DemoPerson::code, person -> levels(person.role()).keySet()));
        Set<String> byHand = Set.of(person("learner@demo").code());

        assertThat(DEMO.evidence(DemoFeedback.class).stream().filter(feedback -> !byHand.contains(feedback.about())))
                .allMatch(feedback ->
                        expected.getOrDefault(feedback.about(), Set.of()).contains(feedback.competency()));
    }

    @Test
    void overdueGoalsAreNeverOpen() {
        assertThat(DEMO.evidence(DemoGoal.class))
                .allMatch(goal ->
                        goal.state() != DemoGoal.State.OPEN || !goal.dueOn().isBefore(ANCHOR))
                .anyMatch(goal -> goal.state() == DemoGoal.State.MISSED)
                .anyMatch(goal -> goal.horizon() == DemoGoal.Horizon.LONG);
    }

    @Test
    void anotherSeedTellsOtherStories() {
        assertThat(DemoOrganisation.generate(8, ANCHOR).evidence()).isNotEqualTo(DEMO.evidence());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void workloadRisesInPlatformAndNowhereElse(long seed) {
        DemoOrganisation demo = DemoOrganisation.generate(seed, ANCHOR);
        LocalDate rise = DemoStory.workloadRisesOn(ANCHOR);
        Predicate<DemoReflection> later =
                reflection -> !reflection.occurredOn().toLocalDate().isBefore(rise);

        assertThat(workloadShare(demo, DemoStory.WORKLOAD_TEAM, later.negate()))
                .isCloseTo(DemoStory.WORKLOAD_SHARE_BEFORE, within(.025));
        assertThat(workloadShare(demo, DemoStory.WORKLOAD_TEAM, later))
                .isCloseTo(DemoStory.WORKLOAD_SHARE_AFTER, within(.03));
        for (DemoTeam team : demo.teams()) {
            if (!team.code().equals(DemoStory.WORKLOAD_TEAM)) {
                assertThat(workloadShare(demo, team.code(), later.negate())).isCloseTo(.09, within(.06));
                assertThat(workloadShare(demo, team.code(), later)).isCloseTo(.09, within(.03));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void feedbackGapClosesInSalesAndNowhereElse(long seed) {
        DemoOrganisation demo = DemoOrganisation.generate(seed, ANCHOR);
        DemoProgramme leads = demo.programmes().getFirst();
        Predicate<String> sales = DemoStory.FEEDBACK_TEAM::equals;

        assertThat(feedbackGap(demo, leads.startsOn(), sales)).isCloseTo(1.4, within(.05));
        assertThat(feedbackGap(demo, ANCHOR, sales)).isCloseTo(.6, within(.05));
        assertThat(feedbackGap(demo, ANCHOR, sales.negate()))
                .isCloseTo(feedbackGap(demo, leads.endsOn(), sales.negate()), within(.2));
    }

    @Test
    void privateNotesAreTheMinorityTheyShouldBe() {
        List<DemoReflection> reflections = DEMO.evidence(DemoReflection.class);

        assertThat(share(reflections, DemoVisibility.PRIVATE)).isCloseTo(.15, within(.04));
        assertThat(share(reflections, DemoVisibility.ORGANISATION)).isCloseTo(.20, within(.04));
    }

    /** Prints the share, since a reader of the demo asks for it; above five percent people start to notice. */
    @Test
    void hardlyAnySentenceIsSaidTwice() {
        List<String> sentences = DEMO.evidence().stream()
                .flatMap(DemoOrganisationTest::ownWords)
                .flatMap(text -> Wording.sentences(text).stream())
                .toList();
        double twice = 1 - new HashSet<>(sentences).size() / (double) sentences.size();
        System.out.printf(Locale.ROOT, "%d sentences, %.1f %% said before%n", sentences.size(), twice * 100);

        assertThat(Situation.patterns(Situation.readAll())).isGreaterThan(400);
        assertThat(twice).isLessThan(.05);
    }

    @Test
    void reflectionsAreTwoToSevenSentencesWithNothingLeftToFillIn() {
        assertThat(DEMO.evidence(DemoReflection.class))
                .allSatisfy(reflection ->
                        assertThat(Wording.sentences(reflection.text())).hasSizeBetween(2, 8));
        assertThat(DEMO.evidence().stream().flatMap(DemoOrganisationTest::ownWords))
                .noneMatch(text -> text.matches("(?s).*[\\[\\]{}|].*"));
        assertThat(DEMO.evidence())
                .noneMatch(evidence ->
                        evidence.title().isBlank() || evidence.text().isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-02-28",
                "2026-07-31",
                "2026-08-01",
                "2026-12-01",
                "2026-12-02",
                "2027-03-01",
                "2028-02-29"
            })
    void storyFitsBeforeAnyAnchor(LocalDate anchor) {
        LocalDate rise = DemoStory.workloadRisesOn(anchor);

        assertThat(rise.plusMonths(6)).isBeforeOrEqualTo(anchor);
        assertThat(rise.plusMonths(7)).isAfter(anchor);
        assertThat(TOLD.before(anchor).evidence())
                .allMatch(evidence -> evidence.occurredOn().toLocalDate().isBefore(anchor));
        assertThat(TOLD.before(anchor).evidence(DemoReflection.class))
                .allSatisfy(reflection -> assertThat(reflection.title() + reflection.text())
                        .doesNotContainPattern("\\p{Co}")
                        .doesNotContain("  "));
    }

    /** Whatever the weekday words, whole months hold the same reflections about the same on every day of a month. */
    @Test
    void theDayOfTheMonthChangesTheMonthUnderWayAlone() {
        LocalDate first = LocalDate.of(2028, 2, 1);
        List<String> onTheFirst = wholeMonths(first);

        assertThat(onTheFirst).isNotEmpty();
        for (LocalDate day = first; day.isBefore(first.plusMonths(1)); day = day.plusDays(7)) {
            assertThat(wholeMonths(day)).isEqualTo(onTheFirst);
        }
    }

    private static List<String> wholeMonths(LocalDate anchor) {
        return TOLD.before(anchor).evidence().stream()
                .filter(piece ->
                        !isByHand(piece) && piece.occurredOn().toLocalDate().isBefore(anchor.withDayOfMonth(1)))
                .map(piece -> piece.code() + piece.occurredOn() + piece.visibility() + piece.text())
                .toList();
    }

    private static double share(List<DemoReflection> reflections, DemoVisibility visibility) {
        return reflections.stream()
                .mapToInt(reflection -> reflection.visibility() == visibility ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean isByHand(DemoEvidence piece) {
        return piece.code().startsWith("H-");
    }

    private static double workloadShare(DemoOrganisation demo, String team, Predicate<DemoReflection> when) {
        Map<String, String> teams =
                demo.people().stream().collect(Collectors.toMap(DemoPerson::code, DemoPerson::team));
        return demo.evidence(DemoReflection.class).stream()
                .filter(reflection -> reflection.visibility() != DemoVisibility.PRIVATE)
                .filter(reflection -> !isByHand(reflection))
                .filter(reflection -> team.equals(teams.get(reflection.about())))
                .filter(when)
                .mapToDouble(reflection -> reflection.theme().equals(DemoStory.WORKLOAD) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** Mean of expected minus latest asserted level among those of whom one is known on that day. */
    private static double feedbackGap(DemoOrganisation demo, LocalDate on, Predicate<String> team) {
        Map<String, Integer> latest = new HashMap<>();
        demo.evidence(DemoAssertion.class).stream()
                .filter(assertion -> assertion.competency().equals(DemoStory.FEEDBACK))
                .filter(assertion -> assertion.occurredOn().toLocalDate().isBefore(on))
                .forEach(assertion -> latest.put(assertion.about(), assertion.level()));
        List<Integer> gaps = new ArrayList<>();
        for (DemoPerson person : demo.people()) {
            Optional<Integer> expected =
                    Optional.ofNullable(levels(person.role()).get(DemoStory.FEEDBACK));
            if (team.test(person.team()) && expected.isPresent() && latest.containsKey(person.code())) {
                gaps.add(expected.get() - latest.get(person.code()));
            }
        }
        return gaps.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    private static Stream<String> ownWords(DemoEvidence evidence) {
        return switch (evidence) {
            case DemoGoal goal -> Stream.of(goal.text(), goal.measure(), goal.whyAchievable(), goal.whyRelevant());
            case DemoReflection reflection -> Stream.of(reflection.text());
            case DemoFeedback feedback -> Stream.of(feedback.text());
            case DemoRecognition recognition -> Stream.of(recognition.text());
            case DemoCompletion completion -> Stream.empty();
            case DemoAssertion assertion -> Stream.empty();
        };
    }

    private static Map<String, Integer> levels(String role) {
        return DEMO.roles().stream()
                .filter(candidate -> candidate.code().equals(role))
                .flatMap(candidate -> candidate.expectations().stream())
                .collect(Collectors.toMap(DemoRole.Expectation::competency, DemoRole.Expectation::level));
    }

    /** What the present month adds is left out. */
    private static <T extends DemoEvidence> List<T> about(Class<T> kind, String person) {
        return DEMO.evidence(kind).stream()
                .filter(piece -> piece.about().equals(person))
                .filter(piece ->
                        isByHand(piece) || piece.occurredOn().toLocalDate().isBefore(ANCHOR.withDayOfMonth(1)))
                .toList();
    }

    private static Map<String, Long> mentorLoads() {
        return counts(DEMO.mentorings(), DemoMentoring::mentor);
    }

    private static DemoPerson person(String email) {
        return DEMO.people().stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLevel(int level) {
        return level >= 1 && level <= 5;
    }

    private static <T, K> Map<K, Long> counts(List<T> items, Function<T, K> key) {
        return items.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static <T> Set<String> codes(List<T> items, Function<T, String> code) {
        return items.stream().map(code).collect(Collectors.toSet());
    }
}
