package dev.trellis.drafting;

import dev.trellis.drafting.Conversation.Outcome;
import dev.trellis.drafting.SentText.Whose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Has a model word the page before a session. */
final class ModelSessionBriefWriter {

    private static final int QUESTIONS = 3;
    private static final Pattern OPEN_QUESTION = Pattern.compile("(?s)(?:What|How|Was|Wie)\\b.*\\?[”“\"]?");

    private final List<LanguageModel> models;
    private final PromptFile prompt = PromptFile.read("session-brief/v2");
    private final Duration atMost;

    /** @param atMost for the whole page */
    ModelSessionBriefWriter(List<LanguageModel> models, Duration atMost) {
        this.models = models;
        this.atMost = atMost;
    }

    /** @param brief empty where nothing readable came in time */
    record Written(Optional<SessionBriefWriter.SessionBrief> brief, String outcome, WriterRecord how) {}

    Written write(SessionBriefWriter.Material material) {
        NumberedSources sources = new NumberedSources(material.sources());
        SentText words = sources.asData(sources.chosen(List.of()));
        SentText data = prompt.filled(Map.of(
                "name", SentText.of(Whose.NAME, NumberedSources.onOneLine(material.givenName())),
                "form", SentText.own(purpose(material)),
                "language", SentText.own(Language.of(material.sources()).englishName()),
                "boundary", SentText.own(PlanRequest.boundary(words.words())),
                "sources", words));
        Outcome<Answer> answer = new Conversation(models, prompt, material.learner(), "", atMost, material.seed())
                .ask(data, Answer::read);
        return new Written(
                answer.value().map(page -> brief(page, sources, material, answer.how())),
                answer.outcome(),
                answer.how());
    }

    private static String purpose(SessionBriefWriter.Material material) {
        return switch (material.form()) {
            case COACHING -> "coaching: ask about a difficulty of here and now";
            case MENTORING -> "mentoring: ask about the path to where the person wants to go";
            case SPONSORING -> "sponsoring: ask what others should see, and which door to open";
        };
    }

    private static SessionBriefWriter.SessionBrief brief(
            Answer page, NumberedSources sources, SessionBriefWriter.Material material, WriterRecord how) {
        return new SessionBriefWriter.SessionBrief(
                page.recognise().stream().map(sources::claim).toList(),
                page.questions().stream().map(sources::claim).toList(),
                material.nextSteps(),
                page.listenFor().stream().findFirst().map(sources::claim),
                how);
    }

    private record Answer(List<String> recognise, List<String> questions, List<String> listenFor) {

        static Answer read(String words) {
            var object = AnswerReader.object(words);
            Answer answer = new Answer(
                    AnswerReader.sentences(object, "recognise"),
                    AnswerReader.sentences(object, "questions"),
                    AnswerReader.sentences(object, "listen_for"));
            boolean open = answer.questions().stream()
                    .allMatch(question -> OPEN_QUESTION.matcher(question).matches());
            if (answer.questions().size() != QUESTIONS || !open) {
                throw new UnreadableAnswer(
                        "wrong-shape",
                        "\"questions\" must hold three questions that begin with What or How, or with Was or Wie.");
            }
            return answer;
        }
    }
}
