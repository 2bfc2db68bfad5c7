package dev.trellis.demo;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the demo says in the words of the evidence ledger: its codes become ids, its codes of evidence external ids, and its
 * local time is that of UTC.
 */
record DemoCodes(
        Map<String, PersonId> people, Map<String, CompetencyId> competencies, Map<String, ActivityId> activities) {

    /** When aspirations, known by the day, were stated. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    NewEvidence evidence(DemoEvidence said) {
        return evidence(
                said.code(),
                said.about(),
                said.author(),
                Visibility.valueOf(said.visibility().name()),
                said.occurredOn(),
                said.title(),
                said.text(),
                detail(said));
    }

    NewEvidence evidence(DemoAspiration stated) {
        return evidence(
                "aspiration-" + stated.person(),
                stated.person(),
                stated.person(),
                Visibility.MENTOR,
                stated.statedOn().atTime(MORNING),
                "Where I want to go",
                stated.ownWords(),
                new Detail.Aspiration(Optional.of(stated.role())));
    }

    private NewEvidence evidence(
            String code,
            String about,
            String author,
            Visibility visibility,
            LocalDateTime occurredOn,
            String title,
            String text,
            Detail detail) {
        return new NewEvidence(
                person(about),
                new Author.OfPerson(person(author)),
                visibility,
                occurredOn.toInstant(ZoneOffset.UTC),
                title,
                text,
                detail,
                Optional.of(code));
    }

    private Detail detail(DemoEvidence said) {
        return switch (said) {
            case DemoGoal goal ->
                new Detail.Goal(
                        switch (goal.horizon()) {
                            case SHORT -> Detail.Horizon.SHORT_TERM;
                            case LONG -> Detail.Horizon.LONG_TERM;
                        },
                        goal.measure(),
                        goal.whyAchievable(),
                        goal.whyRelevant(),
                        goal.dueOn(),
                        Detail.GoalState.valueOf(goal.state().name()));
            case DemoReflection reflection ->
                new Detail.Reflection(
                        Detail.ReflectionForm.valueOf(reflection.form().name()),
                        reflection.named() ? Optional.of(competency(reflection.theme())) : Optional.empty());
            case DemoFeedback feedback -> new Detail.Feedback(Optional.of(competency(feedback.competency())));
            case DemoRecognition recognition -> new Detail.Recognition();
            case DemoCompletion completion ->
                new Detail.Completion(of(activities, completion.activity()), Optional.empty());
            case DemoAssertion assertion ->
                new Detail.Assertion(
                        competency(assertion.competency()),
                        assertion.level(),
                        assertion.confidence(),
                        Detail.Asserter.valueOf(assertion.by().name()),
                        Optional.empty());
        };
    }

    PersonId person(String code) {
        return of(people, code);
    }

    CompetencyId competency(String code) {
        return of(competencies, code);
    }

    private static <T> T of(Map<String, T> ids, String code) {
        T id = ids.get(code);
        if (id == null) {
            throw new IllegalArgumentException("nothing was saved as " + code);
        }
        return id;
    }
}
