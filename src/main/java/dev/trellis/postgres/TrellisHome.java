package dev.trellis.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder in which this node keeps what survives a restart: its own PostgreSQL, where none is configured, and the index.
 *
 * @param folder absolute; exists and can be written
 */
public record TrellisHome(Path folder) {

    /** @throws HomeUnusable if the folder cannot be made or written */
    public static TrellisHome at(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Files.delete(Files.createTempFile(absolute, "writable", null));
        } catch (IOException e) {
            throw new HomeUnusable(
                    absolute, "cannot be written (" + e.getClass().getSimpleName() + ")", e);
        }
        return new TrellisHome(absolute);
    }

    public Path index() {
        return folder.resolve("index");
    }

    Path postgresData() {
        return folder.resolve("postgres");
    }

    /**
     * Never the folder above {@link #postgresData}: the embedding library deletes what it takes for left-over data
     * directories below its working folder.
     */
    Path postgresBinaries() {
        return folder.resolve("postgres-binaries");
    }

    /** There only where the clock of this home is set to another day. */
    Path clock() {
        return folder.resolve("clock");
    }

    Path postgresPassword() {
        return folder.resolve("postgres-password");
    }

    /** Claims the folder for this process until the lock is closed or the process ends; empty if another process has it. */
    Optional<FileLock> claim() {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("trellis.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder, e);
        }
    }

    /** The folder cannot serve as a home; the message is for a person. */
    public static class HomeUnusable extends RuntimeException {
        HomeUnusable(Path folder, String why, Throwable cause) {
            super(
                    "Trellis keeps its data in " + folder + ", which " + why
                            + ". Make it writable or name another folder with trellis.home.",
                    cause);
        }

        public HomeUnusable(String message) {
            super(message);
        }
    }
}
