package dev.trellis.evidence;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What people have shown, computed from the assertions a reader may see. */
public interface CompetencyProfiles {

    /**
     * Levels from the assertions the reader may see, each the mean of the latest word of each asserter, weighted by
     * {@code confidence × asserter × 0.5^(ageDays / 365)}; asserters weigh 1 (mentor), .8 (platform), .6 (self), .4 (system).
     * Expired assertions are left out.
     */
    CompetencyProfile of(Reader reader, PersonId person);

    /**
     * Gaps against a role, by {@code size / range of the scale × importance}, widest first; met expectations are left out. A competency nobody asserted counts
     * as shown at the framework's lowest level, with {@code assertions} empty, and is marked as unknown.
     */
    default List<Gap> gaps(Reader reader, PersonId person, RoleProfile role) {
        return gaps(reader, person, role, Set.of());
    }

    /** The same as if {@code without} had never been written. */
    List<Gap> gaps(Reader reader, PersonId person, RoleProfile role, Set<EvidenceId> without);

    /** @param levels by competency */
    record CompetencyProfile(PersonId person, Map<CompetencyId, ShownLevel> levels) {}

    /**
     * @param level weighted mean of the assertions, by confidence, asserter and recency
     * @param confidence {@code 1 − Π(1 − weight)}, in {@code [0, 1]}
     * @param assertions the evidence it was computed from, weightiest first
     */
    record ShownLevel(
            CompetencyId competency, double level, double confidence, LocalDate latest, List<EvidenceId> assertions) {}

    /**
     * Expected minus shown.
     *
     * @param size {@code expected - shown}, above 0, on the framework's scale
     * @param importance of the expectation, in {@code [0, 1]}
     * @param known false where no assertion was found
     */
    record Gap(
            CompetencyId competency,
            double shown,
            double expected,
            double size,
            double importance,
            boolean known,
            List<EvidenceId> assertions) {

        /** The same gap, naming of its assertions only those that {@code named} holds for. */
        public Gap restingOn(Predicate<EvidenceId> named) {
            return new Gap(
                    competency,
                    shown,
                    expected,
                    size,
                    importance,
                    known,
                    assertions.stream().filter(named).toList());
        }
    }
}
