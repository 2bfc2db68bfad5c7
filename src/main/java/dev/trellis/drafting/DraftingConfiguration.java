package dev.trellis.drafting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The writers of this installation. */
@Configuration(proxyBeanMethods = false)
class DraftingConfiguration {

    @Bean
    PlanDrafter planDrafter() {
        return new TemplatePlanDrafter();
    }
}
