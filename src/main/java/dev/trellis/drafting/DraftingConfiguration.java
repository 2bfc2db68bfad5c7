package dev.trellis.drafting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.People;
import dev.trellis.reading.PersonalText;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The writers of this installation: the configured models with the templates behind them, or the templates alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ModelSettings.class, ModelSettings.Endpoint.class})
class DraftingConfiguration {

    @Bean
    PlanDrafter planDrafter(LanguageModels models, ModelSettings settings) {
        PlanDrafter templates = new TemplatePlanDrafter();
        return models.isEmpty()
                ? templates
                : new FallbackPlanDrafter(new ModelPlanDrafter(models.inOrder(), settings.timeout()), templates);
    }

    @Bean
    SessionBriefWriter sessionBriefWriter(LanguageModels models, ModelSettings settings) {
        SessionBriefWriter templates = new TemplateSessionBriefWriter();
        return models.isEmpty()
                ? templates
                : new FallbackSessionBriefWriter(
                        new ModelSessionBriefWriter(models.inOrder(), settings.timeout()), templates);
    }

    @Bean
    LanguageModels languageModels(
            ModelSettings settings,
            ModelSettings.Endpoint first,
            ModelAccounts accounts,
            ModelSwitch allStopped,
            MeterRegistry meters,
            People people,
            PersonalText recogniser) {
        return LanguageModels.of(
                settings.endpoints(first), accounts, allStopped, meters, new CurrentDirectory(people), recogniser);
    }

    @Bean
    ModelSwitch modelSwitch(JdbcClient jdbc, TransactionOperations transactions, AuditTrail audit, Clock clock) {
        return new ModelSwitch(jdbc, transactions, audit, clock);
    }

    @Bean
    JdbcModelAccounts modelAccounts(
            JdbcClient jdbc,
            TransactionOperations transactions,
            ModelSwitch allStopped,
            ModelSettings settings,
            Clock clock) {
        return new JdbcModelAccounts(
                jdbc, transactions, allStopped, settings.tokensPerDay(), settings.tokensPerDayAndProgramme(), clock);
    }

    @Bean
    ModelReport modelReport(JdbcClient jdbc, Clock clock) {
        return new ModelReport(jdbc, clock);
    }

    /** Left out where only a command runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "trellis.workers", havingValue = "true", matchIfMissing = true)
    static class Workers {

        /** Longer than a draft may take. */
        private static final Duration MARGIN = Duration.ofMinutes(5);

        @Bean
        RecurringTask<Void> closeLostModelCalls(JdbcModelAccounts accounts, ModelSettings settings) {
            return Tasks.recurring("lost-model-calls", FixedDelay.ofMinutes(1))
                    .execute((instance, context) ->
                            accounts.closeLost(settings.timeout().plus(MARGIN)));
        }
    }
}
