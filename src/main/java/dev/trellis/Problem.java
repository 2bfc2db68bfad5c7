package dev.trellis;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * An error as it is told: to a page in a calm sentence, to another system as a problem of RFC 9457.
 *
 * @param type stable name, after {@code urn:trellis:problem:}
 * @param title what sort of problem it is, the same for each of its type
 * @param detail what is wrong this time and what to do, in one sentence or two
 * @param pointer JSON pointer to the field at fault
 * @param retryAfter when it is worth trying again
 */
record Problem(
        HttpStatusCode status,
        String type,
        String title,
        String detail,
        Optional<String> pointer,
        Optional<Duration> retryAfter) {

    static Problem of(HttpStatusCode status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Optional.empty(), Optional.empty());
    }

    Problem at(String pointer) {
        return new Problem(status, type, title, detail, Optional.of(pointer), retryAfter);
    }

    Problem worthRetryingAfter(Duration wait) {
        return new Problem(status, type, title, detail, pointer, Optional.of(wait));
    }

    ProblemDetail toProblemDetail() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:trellis:problem:" + type));
        problem.setTitle(title);
        pointer.ifPresent(value -> problem.setProperty("pointer", value));
        return problem;
    }
}
