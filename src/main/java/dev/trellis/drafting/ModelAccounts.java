package dev.trellis.drafting;

import java.time.Duration;

/** Books every call to a model before it is made and settles it after, so that no budget is ever passed. */
interface ModelAccounts {

    /** @param mostTokens that the call can cost */
    Booking book(Call call, long mostTokens);

    /** @param cost in the currency of the configured prices */
    void settle(Booked booked, String outcome, int inputTokens, int outputTokens, Duration took, double cost);

    /** @param programme empty for none */
    record Call(String model, String prompt, String programme) {}

    sealed interface Booking {}

    /** @param id of the call, for {@link #settle} */
    record Booked(java.util.UUID id) implements Booking {}

    /** No call is to be made. @param outcome why, as a stable word */
    record Refused(String outcome) implements Booking {}
}
