package dev.trellis;

/**
 * There is no such thing, or none that this person may know of; the two look the same from outside. A page says so calmly, the
 * API with a problem of status 404.
 */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("There is nothing here, or nothing for you to see.");
    }

    /** @param message one sentence for a person; names nothing the person may not know */
    public NotFound(String message) {
        super(message);
    }
}
