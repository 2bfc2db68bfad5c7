package dev.trellis.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The whole story of a seed on its own calendar, to be laid before any day: what people say, about what and in which month does
 * not depend on that day.
 *
 * @param told with its days those of {@link DemoCalendar#STORY_ENDS}, without what was written by hand
 */
record ToldYear(Stage stage, DemoOrganisation told) {

    static ToldYear tell(long seed) {
        Stage stage = Stage.set(seed);
        KeptByHand kept = KeptByHand.read(stage, DemoCalendar.STORY_ENDS);
        Pairing pairing = new Pairing(stage);
        List<DemoProgramme> programmes = pairing.programmes();
        List<DemoMentoring> mentorings = pairing.mentorings(programmes);
        ColleagueWriter colleagues = new ColleagueWriter(stage);

        List<DemoEvidence> evidence = new ArrayList<>();
        evidence.addAll(new ReflectionWriter(stage).write(kept));
        evidence.addAll(new GoalWriter(stage).write(kept));
        evidence.addAll(colleagues.feedback(kept));
        evidence.addAll(colleagues.recognitions(kept));
        evidence.addAll(new CompletionWriter(stage).write());
        evidence.addAll(new AssertionWriter(stage, mentorings).write(kept, leads(programmes)));

        return new ToldYear(
                stage,
                new DemoOrganisation(
                        DemoCalendar.STORY_ENDS,
                        stage.catalogue().framework(),
                        stage.catalogue().roles(),
                        stage.catalogue().activities(),
                        Cast.TEAMS,
                        stage.cast().members().stream().map(Member::person).toList(),
                        programmes,
                        mentorings,
                        pairing.aspirations(kept),
                        evidence));
    }

    private static DemoProgramme leads(List<DemoProgramme> programmes) {
        return programmes.stream()
                .filter(programme -> programme.code().equals(DemoStory.FEEDBACK_PROGRAMME))
                .findFirst()
                .orElseThrow();
    }

    /** What has not happened by the anchor date is left out. */
    DemoOrganisation before(LocalDate anchor) {
        DemoCalendar calendar = new DemoCalendar(anchor);
        List<DemoEvidence> evidence =
                new ArrayList<>(KeptByHand.read(stage, anchor).evidence());
        told.evidence().forEach(piece -> placed(piece, calendar).ifPresent(evidence::add));
        evidence.sort(Comparator.comparing(DemoEvidence::occurredOn).thenComparing(DemoEvidence::code));
        return new DemoOrganisation(
                anchor,
                told.framework(),
                told.roles(),
                told.activities(),
                told.teams(),
                told.people().stream().map(person -> placed(person, calendar)).toList(),
                told.programmes().stream()
                        .map(programme -> placed(programme, calendar))
                        .toList(),
                told.mentorings().stream()
                        .map(mentoring -> new DemoMentoring(
                                mentoring.mentor(),
                                mentoring.learner(),
                                mentoring.form(),
                                calendar.day(mentoring.startedOn()),
                                mentoring.programme()))
                        .toList(),
                told.aspirations().stream()
                        .map(aspiration -> placed(aspiration, calendar))
                        .toList(),
                List.copyOf(evidence));
    }

    private static DemoPerson placed(DemoPerson person, DemoCalendar calendar) {
        return new DemoPerson(
                person.code(),
                person.givenName(),
                person.familyName(),
                person.email(),
                person.team(),
                person.role(),
                calendar.day(person.hiredOn()),
                person.access(),
                person.mentorCapacity());
    }

    private static DemoProgramme placed(DemoProgramme programme, DemoCalendar calendar) {
        return new DemoProgramme(
                programme.code(),
                programme.name(),
                programme.purpose(),
                programme.objectives(),
                programme.format(),
                programme.lead(),
                programme.cadenceWeeks(),
                calendar.day(programme.startsOn()),
                calendar.day(programme.endsOn()),
                programme.members());
    }

    private static DemoAspiration placed(DemoAspiration aspiration, DemoCalendar calendar) {
        LocalDate on = calendar.day(aspiration.statedOn());
        return new DemoAspiration(aspiration.person(), aspiration.role(), DayWords.on(on, aspiration.ownWords()), on);
    }

    private static Optional<DemoEvidence> placed(DemoEvidence piece, DemoCalendar calendar) {
        var on = calendar.moment(piece.occurredOn());
        LocalDate day = on.toLocalDate();
        if (!day.isBefore(calendar.anchor())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (piece) {
                    case DemoReflection one ->
                        new DemoReflection(
                                one.code(),
                                one.about(),
                                one.author(),
                                one.visibility(),
                                on,
                                DayWords.on(day, one.title()),
                                DayWords.on(day, one.text()),
                                one.form(),
                                one.theme(),
                                one.named());
                    case DemoGoal one -> {
                        LocalDate due = calendar.day(one.dueOn());
                        yield new DemoGoal(
                                one.code(),
                                one.about(),
                                one.author(),
                                one.visibility(),
                                on,
                                DayWords.on(day, one.title()),
                                DayWords.on(day, one.text()),
                                one.competency(),
                                DayWords.on(day, one.measure()),
                                DayWords.on(day, one.whyAchievable()),
                                DayWords.on(day, one.whyRelevant()),
                                due,
                                one.horizon(),
                                due.isBefore(calendar.anchor()) ? one.state() : DemoGoal.State.OPEN);
                    }
                    case DemoFeedback one ->
                        new DemoFeedback(
                                one.code(),
                                one.about(),
                                one.author(),
                                one.visibility(),
                                on,
                                one.title(),
                                DayWords.on(day, one.text()),
                                one.competency(),
                                one.tone());
                    case DemoRecognition one ->
                        new DemoRecognition(
                                one.code(),
                                one.about(),
                                one.author(),
                                one.visibility(),
                                on,
                                one.title(),
                                DayWords.on(day, one.text()));
                    case DemoCompletion one ->
                        new DemoCompletion(
                                one.code(),
                                one.about(),
                                one.author(),
                                one.visibility(),
                                on,
                                one.title(),
                                one.text(),
                                one.activity(),
                                one.hoursSpent());
                    case DemoAssertion one ->
                        new DemoAssertion(
                                one.code(),
                                one.about(),
                                one.author(),
                                one.visibility(),
                                on,
                                one.title(),
                                one.text(),
                                one.competency(),
                                one.level(),
                                one.confidence(),
                                one.by());
                });
    }
}
