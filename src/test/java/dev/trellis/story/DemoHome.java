package dev.trellis.story;

import dev.trellis.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A home with the demo organisation of a fixed day in it: drafted, indexed and told of. It is made once for the compiled program,
 * by whichever process of the tests needs it first, and copied for each test.
 */
final class DemoHome {

    /** {@code -Dstory.day=2028-02-29} plays it on another day. */
    static final LocalDate DAY = LocalDate.parse(System.getProperty("story.day", "2026-11-30"));

    private static final Path KEPT = Path.of("target", "demo-homes").toAbsolutePath();
    private static final Path PROGRAM = Path.of("target", "classes").toAbsolutePath();

    private DemoHome() {}

    /** A copy of its own in an empty or absent folder. */
    static Path copyTo(Path folder) {
        try {
            copy(made(), folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path made() throws IOException {
        Files.createDirectories(KEPT);
        Path ready = KEPT.resolve(DAY + "-" + Integer.toHexString(program()));
        try (FileChannel channel =
                        FileChannel.open(KEPT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            Objects.requireNonNull(alone);
            if (!Files.exists(ready)) {
                Path making = KEPT.resolve("making-" + ready.getFileName());
                delete(making);
                make(making);
                Files.move(making, ready, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return ready;
    }

    private static void make(Path home) {
        try (RunningTrellis trellis = RunningTrellis.in(
                home, DemoPeople.arguments("--trellis.clock.starts-on=" + DAY, "--trellis.trends.settle-for=5s"))) {
            DemoPeople people = new DemoPeople(trellis);
            people.awaitTheirDrafts();
            Browser hr = people.hrPartner();
            trellis.await("HR has been told", () -> hr.get("/trends").body().contains("<article class=\"flag\""));
            trellis.await(
                    "the index is complete",
                    () -> trellis.command("index", "compare").said().contains("equals the database"));
        }
    }

    /** Changes with the program. */
    private static int program() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            List<String> all = files.filter(Files::isRegularFile)
                    .map(file -> PROGRAM.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .toList();
            return all.hashCode();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(copy, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
