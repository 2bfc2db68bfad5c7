package dev.trellis.evidence;

import dev.trellis.people.PersonId;

/** On whose behalf evidence is read. There is no way to read without one. */
public sealed interface Reader {

    record OfPerson(PersonId id) implements Reader {}

    /** The search index: everything that is not private. What it finds is read again on behalf of a person before anyone sees it. */
    record Indexing() implements Reader {}

    /** Figures about groups: everything that is not private, for counting only. */
    record Counting() implements Reader {}
}
