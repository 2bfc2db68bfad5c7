package dev.trellis.learning;

import dev.trellis.drafting.Brief;
import dev.trellis.planning.Suiting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Suits each new draft to what is known by then. Where learning fails the draft is written without it. */
@Component
class LearnedSuiting implements Suiting {

    /** Older decisions weigh next to nothing in a taste. */
    private static final int LATEST = 400;

    private static final Logger log = LoggerFactory.getLogger(LearnedSuiting.class);

    private final JdbcSignals signals;
    private final LearnedModels models;
    private final SwitchedOff switchedOff;

    LearnedSuiting(JdbcSignals signals, LearnedModels models, SwitchedOff switchedOff) {
        this.signals = signals;
        this.models = models;
        this.switchedOff = switchedOff;
    }

    @Override
    public Brief suited(Brief brief) {
        try {
            signals.catchUp();
            Optional<OrganisationModel> model = models.champion().map(models::read);
            List<Signal> own = signals.of(brief.readers().getFirst(), LATEST);
            Set<Habit> off = switchedOff.of(brief.readers().getFirst());
            return new Learned(
                            model,
                            mentor -> own,
                            mentor -> WritingHabits.of(own).without(off),
                            mentor -> !off.contains(Habit.TASTE))
                    .suited(brief);
        } catch (RuntimeException e) {
            log.error("What was learned could not be used; the draft is written without it", e);
            return brief;
        }
    }
}
