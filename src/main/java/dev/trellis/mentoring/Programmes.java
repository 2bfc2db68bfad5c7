package dev.trellis.mentoring;

import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programmes and who is in them. */
public interface Programmes {

    List<Programme> all();

    /** The programme a learner is in on a day; the one that started last where there are several. */
    Optional<Programme> of(PersonId learner, LocalDate on);

    Set<PersonId> members(ProgrammeId programme);

    /** Saves by code; the given id is used only where it is new. */
    Programme save(Programme programme);

    void enrol(ProgrammeId programme, Collection<PersonId> learners);
}
