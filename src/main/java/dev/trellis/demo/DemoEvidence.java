package dev.trellis.demo;

import java.time.LocalDateTime;

/** Something recorded about a person, with the values every kind shares. */
public sealed interface DemoEvidence
        permits DemoGoal, DemoReflection, DemoFeedback, DemoRecognition, DemoCompletion, DemoAssertion {

    /** Unique among all evidence and the same for the same seed and anchor. */
    String code();

    /** Code of the person it is about. */
    String about();

    /** Code of the person who wrote it. */
    String author();

    DemoVisibility visibility();

    /** Local time of the organisation; at least a day before the anchor date. */
    LocalDateTime occurredOn();

    String title();

    /** What was written; paragraphs and list items are separated by line breaks. */
    String text();

    default Kind kind() {
        return switch (this) {
            case DemoGoal goal -> Kind.GOAL;
            case DemoReflection reflection -> Kind.REFLECTION;
            case DemoFeedback feedback -> Kind.FEEDBACK;
            case DemoRecognition recognition -> Kind.RECOGNITION;
            case DemoCompletion completion -> Kind.COMPLETION;
            case DemoAssertion assertion -> Kind.ASSERTION;
        };
    }

    /** The kinds of evidence. */
    enum Kind {
        GOAL,
        REFLECTION,
        FEEDBACK,
        RECOGNITION,
        COMPLETION,
        ASSERTION
    }
}
