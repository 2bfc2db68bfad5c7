package dev.trellis.drafting;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One call to a model's endpoint, bounded in time and size. The time covers the body too, which the JDK's own request
 * timeout does not; what is longer than {@link #LONGEST_ANSWER} is not read to its end.
 */
final class BoundedHttp implements HttpClient {

    /** In bytes: a plan of ten items has about 20,000. */
    static final int LONGEST_ANSWER = 256 * 1024;

    private final java.net.http.HttpClient client;
    /** Between two looks at whether all calls are to stop: a second at most, with what a look costs. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Duration atMost;
    private final BooleanSupplier stopped;

    /** @param stopped a call under way is given up as soon as it says so */
    BoundedHttp(java.net.http.HttpClient client, Duration atMost, BooleanSupplier stopped) {
        this.client = client;
        this.atMost = atMost;
        this.stopped = stopped;
    }

    /** A client for many calls. HTTP/1.1, because local model servers stumble over the offer to upgrade; no redirects with a key. */
    static java.net.http.HttpClient client() {
        return java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(toJdk(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return judged(waitFor(call));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("interrupted", false, Optional.empty());
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private HttpResponse<byte[]> waitFor(CompletableFuture<HttpResponse<byte[]>> call)
            throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new CallFailed("timeout", false, Optional.empty());
            }
            try {
                return call.get(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (stopped.getAsBoolean()) {
                    throw new CallFailed(AccountedModel.STOPPED, false, Optional.empty());
                }
            }
        }
    }

    private java.net.http.HttpRequest toJdk(HttpRequest request) {
        var jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
        String body = request.body();
        jdk.method(
                request.method().name(),
                body == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(body));
        return jdk.build();
    }

    private static SuccessfulHttpResponse judged(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status < 200 || status >= 300) {
            throw new CallFailed("status-" + status, isRetriable(status), retryAfter(response));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(new String(response.body(), StandardCharsets.UTF_8))
                .build();
    }

    private static boolean isRetriable(int status) {
        return status == 408 || status == 429 || (status >= 500 && status != 501);
    }

    /** Seconds only: a date would need the two clocks to agree. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static CallFailed failure(Throwable cause) {
        if (cause instanceof ConnectException) {
            return new CallFailed("refused", true, Optional.empty());
        }
        if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("capacity")) {
            return new CallFailed("too-large", false, Optional.empty());
        }
        return cause instanceof IOException
                ? new CallFailed("broken-off", true, Optional.empty())
                : new CallFailed("failed", false, Optional.empty());
    }

    /** Answers are asked for as a whole. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("no streaming: " + request.url());
    }

    /** Why a call came to nothing; carries no text of request or answer. */
    static final class CallFailed extends RuntimeException {

        private final transient LanguageModel.Reply.Failed reply;

        CallFailed(String outcome, boolean retriable, Optional<Duration> retryAfter) {
            super(outcome);
            this.reply = new LanguageModel.Reply.Failed(outcome, retriable, retryAfter);
        }

        LanguageModel.Reply.Failed reply() {
            return reply;
        }
    }

    /** What LangChain4j asks for; its timeouts are replaced by the one for the whole call. */
    record Builder(BoundedHttp http) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return http.atMost;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return http.atMost;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return http;
        }
    }
}
