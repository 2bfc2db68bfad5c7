package dev.trellis.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a mentor is away.
 *
 * @param until last day
 * @param deputy who mentors the same learners meanwhile; empty where the programme leads see to them
 */
public record Absence(long id, PersonId person, LocalDate from, LocalDate until, Optional<PersonId> deputy) {}
