package dev.trellis.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;

/**
 * A record that could not be indexed, or not by its meaning. Kept in the index itself: it is committed with the position that
 * passed it by, and goes when the index goes.
 *
 * @param reason class of what went wrong; never words of the record
 * @param attempts so far, above 0
 */
record SetAside(Subject subject, Part part, String reason, int attempts, Instant nextAttempt) {

    /** What could not be indexed. */
    enum Part {
        WORDS,
        VECTOR
    }

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final String FIELD = "set-aside-record";

    /** Waits twice as long after each attempt: 30 seconds at first, six hours at most. */
    static SetAside after(Subject subject, Part part, Throwable failure, int earlierAttempts, Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(earlierAttempts, 16));
        return new SetAside(
                subject,
                part,
                reason(failure),
                earlierAttempts + 1,
                now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    Document asDocument() {
        Document document = Documents.document(subject, Documents.SET_ASIDE);
        Map<String, Object> values = Map.of(
                "subject", subject.key(), "part", part, "reason", reason, "attempts", attempts, "next", nextAttempt);
        document.add(new StoredField(
                FIELD,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining("\n"))));
        return document;
    }

    static SetAside of(Document document) {
        Map<String, String> values = Objects.requireNonNull(document.get(FIELD))
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        return new SetAside(
                Subject.ofKey(Objects.requireNonNull(values.get("subject"))),
                Part.valueOf(Objects.requireNonNull(values.get("part"))),
                Objects.requireNonNull(values.get("reason")),
                Integer.parseInt(Objects.requireNonNull(values.get("attempts"))),
                Instant.parse(Objects.requireNonNull(values.get("next"))));
    }
}
