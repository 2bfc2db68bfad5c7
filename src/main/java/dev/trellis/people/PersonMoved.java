package dev.trellis.people;

/** A person's role changed from one known role profile to another. Raised in the transaction that changed it. */
public record PersonMoved(PersonId person, String fromRoleCode, String toRoleCode) {}
