package dev.trellis.postgres;

import dev.trellis.postgres.TrellisHome.HomeUnusable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL run by Trellis in its home folder, for a machine where none is configured. Durable: a commit is on disk
 * before it is acknowledged. One process owns it; a command started beside a running service uses the service's server.
 */
final class OwnPostgres implements AutoCloseable {

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(90);
    private static final Duration ORPHAN_STOPS_WITHIN = Duration.ofSeconds(60);
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    private final int port;
    private final String password;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable FileLock claim;

    private OwnPostgres(int port, String password, @Nullable EmbeddedPostgres server, @Nullable FileLock claim) {
        this.port = port;
        this.password = password;
        this.server = server;
        this.claim = claim;
    }

    /**
     * Starts the server, or joins the one that another process runs in this home.
     *
     * @param mayJoin whether this process may use another's server; a second service may not
     * @throws HomeUnusable with one sentence for a person
     */
    static OwnPostgres start(TrellisHome home, boolean mayJoin) {
        Optional<FileLock> claim = home.claim();
        try {
            if (claim.isPresent()) {
                return own(home, claim.get());
            }
            if (mayJoin) {
                return join(home);
            }
        } catch (IOException | RuntimeException e) {
            claim.ifPresent(OwnPostgres::release);
            if (e instanceof HomeUnusable unusable) {
                throw unusable;
            }
            throw new HomeUnusable("Trellis could not start its own PostgreSQL in " + home.postgresData() + ": "
                    + rootMessage(e) + ". Is there space on the disk, and may this user write there?");
        }
        throw new HomeUnusable("Another Trellis is using " + home.folder()
                + ". Stop it first, or give this one a folder of its own with trellis.home.");
    }

    private static OwnPostgres own(TrellisHome home, FileLock claim) throws IOException {
        stopOrphan(home);
        Path passwordFile = home.postgresPassword();
        if (!Files.exists(passwordFile)) {
            writePassword(passwordFile);
        }
        String password = Files.readString(passwordFile).strip();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(home.postgresData())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WITHIN)
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                // The library starts servers for tests, without fsync; this one keeps what it acknowledges.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
        return new OwnPostgres(server.getPort(), password, server, claim);
    }

    private static OwnPostgres join(TrellisHome home) throws IOException {
        List<String> lines = Files.readAllLines(home.postgresData().resolve("postmaster.pid"));
        String password = Files.readString(home.postgresPassword()).strip();
        return new OwnPostgres(Integer.parseInt(lines.get(PORT_LINE).strip()), password, null, null);
    }

    /** After {@code kill -9} of the service its server lives on, without a client; a new one would not start beside it. */
    private static void stopOrphan(TrellisHome home) throws IOException {
        Path pidFile = home.postgresData().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                        .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isEmpty()) {
            return;
        }
        log.info(
                "Stopping the PostgreSQL that an earlier run left behind (process {})",
                orphan.get().pid());
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(ORPHAN_STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new HomeUnusable("A PostgreSQL left behind by an earlier run (process "
                    + orphan.get().pid() + ") does not stop. Stop it and start Trellis again.");
        }
    }

    private static void writePassword(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, HexFormat.of().formatHex(secret));
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop", e);
            }
        }
        if (claim != null) {
            release(claim);
        }
    }

    private static void release(FileLock claim) {
        try {
            claim.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
