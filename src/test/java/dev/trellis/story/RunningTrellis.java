package dev.trellis.story;

import dev.trellis.testing.Browser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Trellis as an operator runs it: a process of its own with its own home and its own PostgreSQL, which may be killed. */
final class RunningTrellis implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int LAST_LINES = 20;

    private final Path home;
    private final Path log;
    private final Process process;

    private RunningTrellis(Path home, Path log, Process process) {
        this.home = home;
        this.log = log;
        this.process = process;
    }

    /** Starts and waits until pages are served. */
    static RunningTrellis in(Path home, String... arguments) {
        RunningTrellis trellis = starting(home, arguments);
        trellis.await("Trellis serves pages", () -> trellis.port().isPresent());
        return trellis;
    }

    /** Starts and does not wait. */
    static RunningTrellis starting(Path home, String... arguments) {
        try {
            Files.createDirectories(home);
            Path log = Files.createTempFile(home, "run-", ".log");
            List<String> command = program();
            command.addAll(List.of("--trellis.home=" + home, "--server.port=0"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningTrellis(home, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Integer> port() {
        Matcher port = PORT.matcher(log());
        return port.find() ? Optional.of(Integer.valueOf(port.group(1))) : Optional.empty();
    }

    private static List<String> program() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // None runs long enough for the second compiler to pay, and without it wide registers do not.
                "-XX:TieredStopAtLevel=1",
                "-Xmx2g",
                "-cp",
                classPath(),
                "dev.trellis.TrellisApplication"));
    }

    /** As it is packaged: without the tests, whose configurations would be found and started. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
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

    /** Waits as long as something moves in the service. */
    void await(String what, BooleanSupplier condition) {
        Wait.until(
                what,
                () -> {
                    if (condition.getAsBoolean()) {
                        return true;
                    }
                    if (!process.isAlive()) {
                        throw new AssertionError("Trellis ended while waiting until " + what + ":\n" + log());
                    }
                    return false;
                },
                this::standing);
    }

    /** How far everything is that goes on by itself. */
    private String standing() {
        List<String> lines = log().lines().toList();
        String log = String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        if (port().isEmpty()) {
            return log;
        }
        try {
            return database().sql("""
                            select 'changes ' || (select coalesce(max(number), 0) from change_feed)
                                || ', counted to ' || coalesce((select max(number) from trend_position), 0)
                                || ', told ' || coalesce((select sum(times) from trend_told_until), 0)
                                || ', vectors ' || (select count(*) from text_vector)
                                || ', drafts ' || (select count(*) from plan_draft)
                                || ', to be drafted ' || (select count(*) from draft_request)
                                || ', jobs ' || (select count(*) from scheduled_tasks where picked)
                                || ', audit ' || (select count(*) from audit_entry)
                            """).query(String.class).single() + "\n" + log;
        } catch (RuntimeException e) {
            return "the database cannot be asked: " + e.getMessage() + "\n" + log;
        }
    }

    Browser signIn(String email, String password) {
        Browser browser = browser();
        browser.signIn(email, password);
        return browser;
    }

    Browser browser() {
        return new Browser(port().orElseThrow());
    }

    String address() {
        return "http://localhost:" + port().orElseThrow();
    }

    /** A command of the same program beside it: what it printed and how it ended. */
    record Ran(int status, String said) {}

    Ran command(String... words) {
        try {
            List<String> command = program();
            command.addAll(List.of(words));
            command.add("--trellis.home=" + home);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
