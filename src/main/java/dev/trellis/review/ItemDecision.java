package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision that stands.
 *
 * @param id new with each decision: who decides says which one they saw, so that nobody decides over someone unseen
 * @param looked how long the item lay before the person, never negative
 * @param sourceRead whether its sources lay open beside it
 */
record ItemDecision(
        UUID id, DraftItemId item, Decision decision, PersonId by, Instant at, Duration looked, boolean sourceRead) {}
