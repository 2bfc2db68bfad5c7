package dev.trellis.drafting;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The models of this installation, in order of preference. */
record LanguageModels(List<Configured> configured) {

    /** @param model what is asked; its endpoint's settings are for showing */
    record Configured(ModelSettings.Endpoint endpoint, ShelteredModel model) {}

    LanguageModels {
        configured = List.copyOf(configured);
    }

    static LanguageModels of(
            List<ModelSettings.Endpoint> endpoints,
            ModelAccounts accounts,
            BooleanSupplier stopped,
            MeterRegistry meters) {
        return new LanguageModels(endpoints.stream()
                .map(endpoint -> new Configured(
                        endpoint,
                        new ShelteredModel(
                                new AccountedModel(new ChatEndpoint(endpoint, stopped), endpoint, accounts, meters),
                                endpoint.atOnce())))
                .toList());
    }

    List<LanguageModel> inOrder() {
        return configured.stream().<LanguageModel>map(Configured::model).toList();
    }

    boolean isEmpty() {
        return configured.isEmpty();
    }
}
