package dev.trellis.drafting;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The writers of this installation: the configured model with the templates behind it, or the templates alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class DraftingConfiguration {

    @Bean
    PlanDrafter planDrafter(ModelSettings settings) {
        PlanDrafter templates = new TemplatePlanDrafter();
        return settings.isConfigured()
                ? new FallbackPlanDrafter(
                        new ModelPlanDrafter(new OpenAiCompatibleModel(settings), settings.timeout()), templates)
                : templates;
    }

    @Bean
    SessionBriefWriter sessionBriefWriter(ModelSettings settings) {
        SessionBriefWriter templates = new TemplateSessionBriefWriter();
        return settings.isConfigured()
                ? new FallbackSessionBriefWriter(
                        new ModelSessionBriefWriter(new OpenAiCompatibleModel(settings), settings.timeout()), templates)
                : templates;
    }
}
