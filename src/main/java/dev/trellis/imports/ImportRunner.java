package dev.trellis.imports;

import dev.trellis.postgres.TrellisHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;

/**
 * Runs imports asked for on a page. An upload lies in a folder of the node's home until its import is over; what a crash left
 * there is removed at the next start, because it may hold what people wrote.
 */
class ImportRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    private final Imports imports;
    private final Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ImportRunner(Imports imports, TrellisHome home) {
        this.imports = imports;
        this.folder = home.folder().resolve("uploads");
        try {
            Files.createDirectories(folder);
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Keeps the upload, records the job and starts it; the upload is gone when it is over. */
    UUID start(ImportKind kind, MultipartFile upload, boolean dryRun, String by) {
        Path file = folder.resolve(UUID.randomUUID() + (kind.framework() ? ".zip" : ".csv"));
        try {
            upload.transferTo(file);
        } catch (IOException e) {
            remove(file);
            throw new UnreadableFile("The file could not be kept while it is read. Is the disk of the server full?");
        }
        try {
            return start(new Imports.Request(kind, file, nameOf(upload), dryRun, by), () -> remove(file));
        } catch (RuntimeException e) {
            remove(file);
            throw e;
        }
    }

    /** Starts an import of a folder or zip on the server's own disk. */
    UUID start(ImportKind kind, Path path, boolean dryRun, String by) {
        return start(new Imports.Request(kind, path, path.toString(), dryRun, by), () -> {});
    }

    private UUID start(Imports.Request request, Runnable afterwards) {
        UUID job = imports.create(request);
        threads.execute(() -> {
            try {
                imports.run(job, request, (share, rows) -> {});
            } catch (RuntimeException e) {
                log.error("the import {} was not finished", job, e);
            } finally {
                afterwards.run();
            }
        });
        return job;
    }

    /** Browsers send a name, some a whole path. */
    private static String nameOf(MultipartFile upload) {
        String name = upload.getOriginalFilename() == null ? "" : upload.getOriginalFilename();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.length() <= 200 ? last : last.substring(0, 200);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("an upload could not be removed: {}", file);
        }
    }

    /** An import that is still running is undone by PostgreSQL. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
