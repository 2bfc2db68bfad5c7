package dev.trellis.evidence;

import dev.trellis.people.PersonId;

/** Who recorded a piece of evidence. */
public sealed interface Author {

    record OfPerson(PersonId id) implements Author {}

    /** A learning platform, by its client id. */
    record OfClient(String clientId) implements Author {}

    /** Trellis itself, such as what a former role expected. */
    record Trellis() implements Author {}
}
