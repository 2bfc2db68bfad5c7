package dev.trellis.drafting;

import dev.trellis.drafting.LanguageModel.Question;
import dev.trellis.drafting.LanguageModel.Reply;
import dev.trellis.drafting.LanguageModel.Speaker;
import dev.trellis.drafting.LanguageModel.Turn;
import dev.trellis.drafting.SentText.Whose;
import dev.trellis.drafting.WriterRecord.Attempt;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One question to the models, in order of preference, and what it takes to get a readable answer: calls again what may succeed
 * later, asks once more for an answer it cannot read, goes to the next model, and ends at the deadline whatever happens.
 */
final class Conversation {

    /** First call and two more: our choice; templates are the better answer after that. */
    private static final int MOST_CALLS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);

    /** With less than this left, a call has no chance. */
    private static final Duration LEAST_LEFT = Duration.ofMillis(100);

    private static final int LONGEST_KEPT = 64 * 1024;

    /** Of the time left, what a model gets before the next one is asked: most of it, and enough for a second try elsewhere. */
    private static final double SHARE_OF_TIME = 0.6;

    private final List<LanguageModel> models;
    private final PromptFile prompt;
    private final PersonId about;
    private final String programme;
    private final long start = System.nanoTime();
    private final long deadline;
    private final Random jitter;
    private final List<Attempt> attempts = new ArrayList<>();
    private int inputTokens;
    private int outputTokens;
    private LanguageModel model;
    private long until;
    private long callStart = start;

    /**
     * @param models in order of preference, at least one
     * @param about whom the words are about
     * @param programme whose budget pays; empty for none
     * @param seed of the pauses' jitter
     */
    Conversation(
            List<LanguageModel> models,
            PromptFile prompt,
            PersonId about,
            String programme,
            Duration atMost,
            long seed) {
        this.models = List.copyOf(models);
        this.model = models.getFirst();
        this.prompt = prompt;
        this.about = about;
        this.programme = programme;
        this.until = start + atMost.toNanos();
        this.deadline = start + atMost.toNanos();
        this.jitter = new Random(seed);
    }

    /** What came of it: an answer or, where {@code value} is empty, why there is none. */
    record Outcome<T>(Optional<T> value, String outcome, WriterRecord how) {}

    <T> Outcome<T> ask(SentText data, AnswerReader<T> reader) {
        Iterator<LanguageModel> inOrder = models.iterator();
        while (true) {
            model = inOrder.next();
            long left = deadline - System.nanoTime();
            until = inOrder.hasNext() ? System.nanoTime() + (long) (SHARE_OF_TIME * left) : deadline;
            Outcome<T> outcome = askThisModel(data, reader);
            boolean mayGoOn = inOrder.hasNext() && deadline - System.nanoTime() > LEAST_LEFT.toNanos();
            if (outcome.value().isPresent() || !mayGoOn) {
                return outcome;
            }
        }
    }

    private <T> Outcome<T> askThisModel(SentText data, AnswerReader<T> reader) {
        List<Turn> turns = new ArrayList<>(
                List.of(Turn.own(Speaker.INSTRUCTIONS, prompt.instructions()), new Turn(Speaker.TRELLIS, data)));
        boolean mayRepair = true;
        while (true) {
            String words;
            switch (callUntilAnswered(turns)) {
                case Reply.Failed failed -> {
                    return ended(Optional.empty(), failed.outcome(), "");
                }
                case Reply.Answered answered -> words = answered.words();
            }
            try {
                T value = reader.read(words);
                note("ok", words);
                return ended(Optional.of(value), "ok", words);
            } catch (UnreadableAnswer e) {
                note(e.outcome(), words);
                if (!mayRepair || left().compareTo(LEAST_LEFT) < 0) {
                    return ended(Optional.empty(), e.outcome(), words);
                }
                mayRepair = false;
                if (!words.isBlank()) {
                    turns.add(new Turn(Speaker.MODEL, SentText.of(Whose.MODEL, kept(words))));
                }
                turns.add(Turn.own(Speaker.TRELLIS, e.askingAgain()));
            }
        }
    }

    private Reply callUntilAnswered(List<Turn> turns) {
        for (int call = 1; ; call++) {
            callStart = System.nanoTime();
            Reply reply = model.ask(new Question(turns, prompt, about, programme), left());
            switch (reply) {
                case Reply.Answered answered -> {
                    inputTokens += answered.inputTokens();
                    outputTokens += answered.outputTokens();
                    return answered;
                }
                case Reply.Failed failed -> {
                    note(failed.outcome(), "");
                    if (!failed.retriable() || call == MOST_CALLS || !pausedBefore(call, failed)) {
                        return failed;
                    }
                }
            }
        }
    }

    /** Waits as long as the endpoint asked for, or a little longer each time; false where the deadline comes first. */
    private boolean pausedBefore(int call, Reply.Failed failed) {
        Duration ownPause = FIRST_PAUSE.multipliedBy(1L << (call - 1)).plusMillis(jitter.nextInt(200));
        Duration pause = failed.retryAfter().orElse(ownPause);
        if (pause.plus(LEAST_LEFT).compareTo(left()) > 0) {
            return false;
        }
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
    }

    private void note(String outcome, String words) {
        attempts.add(new Attempt(model.name(), outcome, Duration.ofNanos(System.nanoTime() - callStart), kept(words)));
    }

    private static String kept(String words) {
        return words.length() <= LONGEST_KEPT ? words : words.substring(0, LONGEST_KEPT);
    }

    private <T> Outcome<T> ended(Optional<T> value, String outcome, String words) {
        Map<String, String> parameters = new HashMap<>(model.parameters());
        parameters.put("prompt", prompt.version());
        parameters.put("schema", prompt.schemaName());
        WriterRecord how = new WriterRecord(
                model.name(),
                List.of(),
                prompt.hash(),
                parameters,
                kept(words),
                inputTokens,
                outputTokens,
                Duration.ofNanos(System.nanoTime() - start),
                attempts);
        return new Outcome<>(value, outcome, how);
    }
}
