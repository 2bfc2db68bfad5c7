package dev.trellis.reading;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval redaction}: how much personal data in marked texts the shipped model finds, and how much else it would replace. */
@Command(
        name = "eval redaction",
        description = "Measures what would be hidden from a language model in texts with marked personal data.")
class EvalRedactionCommand implements TrellisCommand {

    @Option(names = "--cases", required = true, description = "Marked texts (JSON in Presidio's form, or .gz).")
    private Path cases = Path.of("");

    @Option(
            names = "--ordinary",
            description =
                    "Texts that hold next to nothing personal (CSV with a column \"text\"): which share is replaced?")
    private @Nullable Path ordinary;

    @Option(names = "--errors", description = "Where to write what was missed or replaced without need.")
    private @Nullable Path errors;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<MarkedText> texts = MarkedTextFiles.cases(cases);
        PersonalTextModel model = RedactionConfiguration.model(RedactionConfiguration.SHIPPED);
        RedactionMeasures measures = new RedactionMeasures();
        RedactionMeasures rules = new RedactionMeasures();
        for (MarkedText text : texts) {
            measures.add(text, LearnedPersonalText.find(text.text(), model.tagger()));
            rules.add(text, FormedIdentifiers.in(text.text()));
        }
        if (errors != null) {
            Files.write(errors, measures.wrong());
        }
        out.print(measures.table());
        Map<String, Object> named = new HashMap<>(measures.named());
        if (ordinary != null) {
            OrdinaryShare share = OrdinaryShare.of(MarkedTextFiles.texts(ordinary), model.tagger());
            share.kinds()
                    .forEach((kind, words) ->
                            out.printf(Locale.ROOT, "ordinary text: %s %d of %d words%n", kind, words, share.words()));
            named.put("ordinary_words_replaced", share.replaced());
        }
        out.println(new Measured(named, rules.named(), texts.size(), model.id()).asJson());
        return 0;
    }
}
