package dev.trellis.planning;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Ids of new drafts, items and plans, in order of time. */
@Component
class PlanningIds implements Supplier<UUID> {

    @Override
    public UUID get() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
