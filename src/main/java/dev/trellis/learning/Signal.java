package dev.trellis.learning;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Manner;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One decision about one item, with its features at the time.
 *
 * @param id of the decision
 * @param mentor who decided
 * @param place of the item in its draft, as a share: 0 for the first, 1 for the last
 * @param option what was proposed
 * @param verdict what was decided
 * @param asked the manner that the draft was asked for
 * @param drafted how it was set down
 * @param decided how it stands after the decision; as drafted where it was not edited
 * @param looked how long the item lay before the mentor
 */
public record Signal(
        UUID id,
        PersonId mentor,
        PersonId learner,
        Instant at,
        double place,
        Option option,
        Verdict verdict,
        Manner asked,
        Shape drafted,
        Shape decided,
        Duration looked) {

    /** What a decision says about the activity. */
    public enum Verdict {
        KEPT,
        CHANGED,
        /** Turned down for what it is. */
        UNWANTED,
        /** Turned down for another reason: the moment, the gap, the words. It says nothing about the activity. */
        NOT_NOW
    }

    /** What of an item is set down, as drafted or as it stands after an edit. */
    public record Lines(String successMeasure, LocalDate dueOn, double soughtLevel) {}

    /** Who decided what when. @param place of the item in its draft, from 0; {@code of} items in all */
    public record Decided(UUID id, PersonId mentor, Instant at, int place, int of, Verdict verdict, Duration looked) {}

    /**
     * Reads a signal off a decision.
     *
     * @param brief what the draft was written from
     * @param after as {@code drafted} where nothing was edited
     * @return empty where the brief does not offer what the item asks for
     */
    public static Optional<Signal> of(
            Decided decided, Brief brief, CompetencyId competency, Action action, Lines drafted, Lines after) {
        Manner asked = brief.manner().orElse(Manner.USUAL);
        Shape before = Shape.drafted(drafted.successMeasure(), asked);
        Shape stands = new Shape(
                Shape.words(after.successMeasure()),
                asked.daysLater() + (int) ChronoUnit.DAYS.between(drafted.dueOn(), after.dueOn()),
                asked.levelsFurther() + after.soughtLevel() - drafted.soughtLevel());
        return brief.focuses().stream()
                .filter(focus -> focus.competency().id().equals(competency))
                .flatMap(focus -> focus.candidates().stream())
                .filter(candidate -> candidate.action().equals(action))
                .findFirst()
                .map(candidate -> new Signal(
                        decided.id(),
                        decided.mentor(),
                        brief.learner(),
                        decided.at(),
                        decided.of() < 2 ? 0 : decided.place() / (decided.of() - 1.0),
                        Option.of(candidate),
                        decided.verdict(),
                        asked,
                        before,
                        stands,
                        decided.looked()));
    }

    /** Whether the activity was kept; empty where the decision says nothing about it. */
    Optional<Boolean> kept() {
        return switch (verdict) {
            case KEPT, CHANGED -> Optional.of(true);
            case UNWANTED -> Optional.of(false);
            case NOT_NOW -> Optional.empty();
        };
    }

    boolean settled() {
        return verdict == Verdict.KEPT || verdict == Verdict.CHANGED;
    }
}
