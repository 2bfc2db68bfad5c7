package dev.trellis.evidence;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.CompetencyId;
import java.time.LocalDate;
import java.util.Optional;

/** What one kind of evidence has beyond its text. */
public sealed interface Detail {

    EvidenceKind kind();

    /** The competency it is about, where its writer named one. */
    default Optional<CompetencyId> competencyNamed() {
        return switch (this) {
            case Assertion assertion -> Optional.of(assertion.competency());
            case Feedback feedback -> feedback.competency();
            case Reflection reflection -> reflection.competency();
            case Goal goal -> Optional.empty();
            case Recognition recognition -> Optional.empty();
            case Completion completion -> Optional.empty();
            case Aspiration aspiration -> Optional.empty();
        };
    }

    /** A SMART goal: the text says what, the rest says how one knows, why it can be done, why it matters, and by when. */
    record Goal(Horizon horizon, String measure, String achievable, String relevant, LocalDate dueOn, GoalState state)
            implements Detail {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.GOAL;
        }
    }

    enum Horizon {
        SHORT_TERM,
        LONG_TERM
    }

    enum GoalState {
        OPEN,
        MET,
        MISSED,
        DROPPED
    }

    /** A look back; about a competency where its writer named one. */
    record Reflection(ReflectionForm form, Optional<CompetencyId> competency) implements Detail {

        public Reflection(ReflectionForm form) {
            this(form, Optional.empty());
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.REFLECTION;
        }
    }

    enum ReflectionForm {
        JOURNAL,
        SWOT
    }

    /** Feedback by a colleague on a behaviour seen; about a competency where the colleague named one. */
    record Feedback(Optional<CompetencyId> competency) implements Detail {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.FEEDBACK;
        }
    }

    record Recognition() implements Detail {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.RECOGNITION;
        }
    }

    /** An activity finished. @param score in {@code [0, 1]} where the platform gave one */
    record Completion(ActivityId activity, Optional<Double> score) implements Detail {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.COMPLETION;
        }
    }

    /**
     * Someone says that a person has a competency at a level.
     *
     * @param level on the scale of the competency's framework
     * @param confidence how sure the asserter is, in {@code [0, 1]}
     */
    record Assertion(
            CompetencyId competency, double level, double confidence, Asserter by, Optional<LocalDate> validUntil)
            implements Detail {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.ASSERTION;
        }
    }

    enum Asserter {
        SELF,
        MENTOR,
        PLATFORM,
        SYSTEM
    }

    /** Where the person wants to go; the text is in their own words. @param roleCode the role meant, where it is one of the catalogue */
    record Aspiration(Optional<String> roleCode) implements Detail {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.ASPIRATION;
        }
    }
}
