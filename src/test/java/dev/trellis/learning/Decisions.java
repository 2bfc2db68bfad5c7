package dev.trellis.learning;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Manner;
import dev.trellis.learning.Signal.Verdict;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decisions of one mentor, told one after the other. */
final class Decisions {

    static final Option COURSE =
            Option.of(candidate(new Action.OfCatalogue(new ActivityId(new UUID(1, 1))), ActivityKind.EDUCATION));
    static final Option SHADOWING =
            Option.of(candidate(new Action.OnTheJob(Action.Form.SHADOWING), ActivityKind.EXPOSURE));
    static final Option STRETCH =
            Option.of(candidate(new Action.OnTheJob(Action.Form.STRETCH_TASK), ActivityKind.EXPERIENCE));

    private static final Instant BEGINS = Instant.parse("2026-03-02T18:00:00Z");
    private static final int USUAL_WORDS = 20;

    private final PersonId mentor;
    private final List<Signal> told = new ArrayList<>();

    Decisions(long mentor) {
        this.mentor = new PersonId(new UUID(7, mentor));
    }

    PersonId mentor() {
        return mentor;
    }

    List<Signal> told() {
        return List.copyOf(told);
    }

    Decisions keep(Option option, int times) {
        return each(option, Verdict.KEPT, 0, Manner.USUAL, USUAL_WORDS, new Shape(USUAL_WORDS, 0, 0), times);
    }

    Decisions drop(Option option, int times) {
        return each(option, Verdict.UNWANTED, 0, Manner.USUAL, USUAL_WORDS, new Shape(USUAL_WORDS, 0, 0), times);
    }

    Decisions at(double place, Option option, Verdict verdict, int times) {
        return each(option, verdict, place, Manner.USUAL, USUAL_WORDS, new Shape(USUAL_WORDS, 0, 0), times);
    }

    /** Sets down {@code times} items another way. */
    Decisions edit(Shape to, int times) {
        return each(COURSE, Verdict.CHANGED, 0, Manner.USUAL, USUAL_WORDS, to, times);
    }

    /** Keeps items that were drafted in a manner asked for. */
    Decisions keepAsAsked(Manner asked, int times) {
        int words = asked.measureWordsAtMost() == 0 ? USUAL_WORDS : asked.measureWordsAtMost();
        return each(
                COURSE,
                Verdict.KEPT,
                0,
                asked,
                words,
                new Shape(words, asked.daysLater(), asked.levelsFurther()),
                times);
    }

    private Decisions each(
            Option option, Verdict verdict, double place, Manner asked, int words, Shape decided, int times) {
        for (int i = 0; i < times; i++) {
            int number = told.size();
            told.add(new Signal(
                    new UUID(mentor.value().getLeastSignificantBits(), number),
                    mentor,
                    new PersonId(new UUID(8, number % 5)),
                    BEGINS.plus(Duration.ofHours(number)),
                    place,
                    option,
                    verdict,
                    asked,
                    new Shape(words, asked.daysLater(), asked.levelsFurther()),
                    decided,
                    Duration.ofSeconds(30)));
        }
        return this;
    }

    static Brief.Candidate candidate(Action action, ActivityKind kind) {
        return new Brief.Candidate(action, "Something", "", kind, 4, "", 0.5, List.of(), Map.of("reach", 0.8));
    }
}
