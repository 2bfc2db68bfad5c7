package dev.trellis.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Trellis as an operator runs it: a process of its own with its own home and its own PostgreSQL, which may be killed. */
final class RunningTrellis implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Path home;
    private final Path log;
    private final Process process;
    private final int port;

    private RunningTrellis(Path home, Path log, Process process, int port) {
        this.home = home;
        this.log = log;
        this.process = process;
        this.port = port;
    }

    /** Starts and waits until pages are served. */
    static RunningTrellis in(Path home, String... arguments) {
        try {
            Files.createDirectories(home);
            Path log = Files.createTempFile(home, "run-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules",
                    "jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx2g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.trellis.TrellisApplication",
                    "--trellis.home=" + home,
                    "--server.port=0"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Wait wait = new Wait(STARTS_WITHIN);
            Matcher port =
                    wait.until("Trellis serves pages", () -> PORT.matcher(read(log)), matcher -> matcher.find(), () -> {
                        if (!process.isAlive()) {
                            throw new AssertionError("Trellis ended while starting:\n" + read(log));
                        }
                    });
            return new RunningTrellis(home, log, process, Integer.parseInt(port.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        return read(log);
    }

    /** As {@code kill -9}: no shutdown hook runs, and PostgreSQL is left behind. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database behind it, as the owner of the tables. */
    JdbcClient database() {
        try {
            String port = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            String password =
                    Files.readString(home.resolve("postgres-password")).strip();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void await(String what, Duration atMost, BooleanSupplier condition) {
        new Wait(atMost).until(what, () -> condition, BooleanSupplier::getAsBoolean, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Trellis ended while waiting until " + what + ":\n" + log());
            }
        });
    }

    Visitor signIn(String email, String password) {
        Visitor visitor = new Visitor(port);
        visitor.post("/sign-in", "/sign-in", Map.of("email", email, "password", password));
        return visitor;
    }

    /** Someone with a browser: keeps cookies, follows redirects, sends the form token of the page a form stands on. */
    static final class Visitor {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        private final int port;

        Visitor(int port) {
            this.port = port;
        }

        String get(String path) {
            return send(HttpRequest.newBuilder(uri(path)).GET().build()).body();
        }

        /** @return status after redirects */
        int post(String page, String action, Map<String, String> fields) {
            Matcher csrf = CSRF.matcher(get(page));
            if (!csrf.find()) {
                throw new AssertionError("no form on " + page);
            }
            String form = fields.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(uri(action))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    form + (form.isEmpty() ? "" : "&") + "_csrf=" + encoded(csrf.group(1))))
                            .build())
                    .statusCode();
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
