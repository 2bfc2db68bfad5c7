package dev.trellis.learning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retrains every night on which enough was decided since. */
@Configuration(proxyBeanMethods = false)
class LearningJobs {

    /** With fewer new decisions a new model would be the old one. */
    private static final int NEW_DECISIONS = 25;

    /** The same every night: what changes between two models is what was decided. */
    static final long SEED = 20_261_101;

    @Bean
    RecurringTask<Void> retrainNightly(JdbcSignals signals, LearnedModels models, Retraining retraining) {
        return Tasks.recurring("learning-retrain", new Daily(LocalTime.of(2, 30)))
                .execute((instance, context) -> {
                    signals.catchUp();
                    if (signals.count() >= models.decisionsLearnedFrom() + NEW_DECISIONS) {
                        retraining.retrain(SEED, Retraining.BY_ITSELF);
                    }
                });
    }
}
