package dev.trellis.drafting;

import dev.trellis.reading.PersonalText;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The models of this installation, in order of preference. */
record LanguageModels(List<Configured> configured) {

    /** @param model what is asked; its endpoint's settings are for showing */
    record Configured(ModelSettings.Endpoint endpoint, ShelteredModel model) {}

    LanguageModels {
        configured = List.copyOf(configured);
    }

    /** None of them learns who anybody is, and none is asked without being booked. */
    static LanguageModels of(
            List<ModelSettings.Endpoint> endpoints,
            ModelAccounts accounts,
            BooleanSupplier stopped,
            MeterRegistry meters,
            Supplier<DirectoryNames> directory,
            PersonalText recogniser) {
        return new LanguageModels(endpoints.stream()
                .map(endpoint -> new Configured(
                        endpoint,
                        new ShelteredModel(
                                new PseudonymousModel(
                                        new AccountedModel(
                                                new ChatEndpoint(endpoint, stopped), endpoint, accounts, meters),
                                        directory,
                                        recogniser),
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
