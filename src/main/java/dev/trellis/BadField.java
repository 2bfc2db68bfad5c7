package dev.trellis;

/**
 * An exception that knows the field at fault; its message is one sentence a person can act on. The API answers it with 422 and a
 * JSON pointer, without this package knowing the module it comes from.
 */
public interface BadField {

    /** Such as {@code occurredAt} or {@code items[2].dueOn}. */
    String field();
}
