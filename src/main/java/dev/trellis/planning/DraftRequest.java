package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.time.Instant;

/** @param attempts how often it was tried and failed */
record DraftRequest(PersonId learner, PersonId by, String hint, Instant at, int attempts) {}
