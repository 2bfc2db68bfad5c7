package dev.trellis.drafting;

import dev.trellis.reading.PersonalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that never learns who anybody is: names and identifiers are replaced before it is asked and put back into what it
 * answers. Every configured model stands behind one of these. Where a question cannot be made harmless, the model is not asked.
 */
final class PseudonymousModel implements LanguageModel {

    static final String NOT_HIDDEN = "names-not-hidden";

    private static final Logger log = LoggerFactory.getLogger(PseudonymousModel.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LanguageModel model;
    private final Supplier<DirectoryNames> directory;
    private final PersonalText recogniser;

    /** @param directory asked before each call */
    PseudonymousModel(LanguageModel model, Supplier<DirectoryNames> directory, PersonalText recogniser) {
        this.model = model;
        this.directory = directory;
        this.recogniser = recogniser;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Map<String, String> parameters() {
        return model.parameters();
    }

    @Override
    public Reply ask(Question question, Duration atMost) {
        long begun = System.nanoTime();
        Hidden hidden;
        try {
            hidden = hidden(question);
        } catch (RuntimeException e) {
            log.warn("A call to {} was not made, as names could not be hidden: {}", name(), e.getClass());
            return Reply.Failed.forGood(NOT_HIDDEN);
        }
        Duration left = atMost.minusNanos(System.nanoTime() - begun);
        return switch (model.ask(hidden.question(), left.isPositive() ? left : Duration.ofMillis(1))) {
            case Reply.Failed failed -> failed;
            case Reply.Answered answered ->
                new Reply.Answered(
                        hidden.names().puttingBack(answered.words(), PseudonymousModel::inJson),
                        answered.inputTokens(),
                        answered.outputTokens());
        };
    }

    private record Hidden(Question question, Pseudonyms names) {}

    /** @throws IllegalStateException if putting back would not give the same words */
    private Hidden hidden(Question question) {
        DirectoryNames known = directory.get();
        List<SentText> texts = question.turns().stream().map(Turn::text).toList();
        String everything =
                String.join("\n", texts.stream().map(SentText::words).toList()).toLowerCase(Locale.ROOT);
        PersonalParts parts = new PersonalParts(known, recogniser, texts);
        Pseudonyms names = new Pseudonyms(
                question.about(),
                invented -> everything.contains(invented.toLowerCase(Locale.ROOT))
                        || known.holds(invented)
                        || recogniser.isOrdinary(invented));
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : question.turns()) {
            turns.add(Turn.own(turn.speaker(), names.hiding(parts.in(turn.text()), turn.words())));
        }
        for (int i = 0; i < turns.size(); i++) {
            if (!names.puttingBack(turns.get(i).words()).equals(texts.get(i).words())) {
                throw new IllegalStateException("turn " + i + " cannot be put back");
            }
        }
        return new Hidden(new Question(turns, question.prompt(), question.about(), question.programme()), names);
    }

    /** As it stands within a JSON string; the answers are JSON. */
    static String inJson(String original) {
        String quoted = JSON.writeValueAsString(original);
        return quoted.substring(1, quoted.length() - 1);
    }
}
