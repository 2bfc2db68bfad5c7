package dev.trellis.drafting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A model that remembers everything it hears, and answers as told. */
final class OverhearingModel implements LanguageModel {

    private final Function<Question, String> answers;
    final List<Question> questions = new ArrayList<>();

    OverhearingModel(Function<Question, String> answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "overhearing";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Reply ask(Question question, Duration atMost) {
        questions.add(question);
        return new Reply.Answered(answers.apply(question), 10, 20);
    }

    /** What it heard besides the instructions, which are the same for everybody. */
    String heard() {
        StringBuilder heard = new StringBuilder();
        questions.forEach(question -> question.turns().stream()
                .filter(turn -> turn.speaker() != Speaker.INSTRUCTIONS)
                .forEach(turn -> heard.append(turn.words()).append('\n')));
        return heard.toString();
    }
}
