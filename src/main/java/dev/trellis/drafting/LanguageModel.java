package dev.trellis.drafting;

import dev.trellis.people.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model as a stranger: it is sent words and sends words back, or fails in a way that has a name. */
interface LanguageModel {

    String name();

    /** What its answers depend on besides the words, for the record. */
    Map<String, String> parameters();

    /** Asks once. Never throws, never takes longer than {@code atMost}. */
    Reply ask(Question question, Duration atMost);

    /**
     * @param turns beginning with the instructions
     * @param about whom it is about; never sent
     * @param programme whose budget pays for it; empty for none
     */
    record Question(List<Turn> turns, PromptFile prompt, PersonId about, String programme) {

        public Question {
            turns = List.copyOf(turns);
        }
    }

    record Turn(Speaker speaker, SentText text) {

        static Turn own(Speaker speaker, String words) {
            return new Turn(speaker, SentText.own(words));
        }

        String words() {
            return text.words();
        }
    }

    enum Speaker {
        INSTRUCTIONS,
        TRELLIS,
        MODEL
    }

    sealed interface Reply {

        /** @param inputTokens 0 where the endpoint does not say, as {@code outputTokens} */
        record Answered(String words, int inputTokens, int outputTokens) implements Reply {}

        /**
         * @param outcome a stable word, such as {@code timeout} or {@code status-500}
         * @param retriable whether the same call may succeed later
         * @param retryAfter when the endpoint said so
         */
        record Failed(String outcome, boolean retriable, Optional<Duration> retryAfter) implements Reply {

            static Failed forGood(String outcome) {
                return new Failed(outcome, false, Optional.empty());
            }
        }
    }
}
