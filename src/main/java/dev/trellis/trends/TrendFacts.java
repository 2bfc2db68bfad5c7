package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts that trends count: who shared reflections in which month, what these speak of, and who is said to be at which level. */
interface TrendFacts {

    /** Where in the change feed the facts stand. */
    record Position(String transaction, long number) {
        static final Position START = new Position("0", 0);
    }

    /** @param subject id of the evidence that changed */
    record Change(Position position, UUID subject) {}

    /** A shared reflection and what it speaks of. */
    record Reading(Evidence reflection, String team, Set<CompetencyId> mentions) {}

    /** An assertion as it counts. */
    record Level(
            PersonId person,
            CompetencyId competency,
            double level,
            double confidence,
            Detail.Asserter by,
            LocalDate on,
            @Nullable LocalDate validUntil) {}

    /** In one transaction that may read and write the facts; others see none of them. */
    <T> T counting(Supplier<T> work);

    Position position();

    /** Changes of evidence after a position, in the order of the feed; only those no running transaction can still precede. */
    List<Change> changesAfter(Position position, int limit);

    /** Puts what changed in place of what stood, and moves the position, in one transaction. */
    void replace(Collection<UUID> changed, List<Reading> readings, List<Evidence> assertions, Position position);

    /** Somebody who shared reflections in a month; of several teams the one written in last. */
    record Writer(PersonId person, String team) {}

    List<Writer> writers(YearMonth month);

    /** Which competencies people's shared reflections of a month speak of; each once, however often. */
    Map<PersonId, Set<CompetencyId>> mentions(YearMonth month);

    /** All levels asserted of these people, oldest first. */
    List<Level> levels(Collection<PersonId> people);
}
