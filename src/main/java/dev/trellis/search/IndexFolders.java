package dev.trellis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the index: in it one numbered folder a generation. The highest that is whole serves; a higher one that is not
 * whole is being built, or was when the process ended.
 */
record IndexFolders(Path root) {

    private static final String DAMAGED = "damaged";

    /** Numbered folders, newest first. */
    List<Path> generations() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d{1,18}"))
                    .filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong(IndexFolders::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest folder whose last commit says it is whole. One that cannot be read is not. */
    Optional<Path> newestWhole() {
        return generations().stream().filter(IndexFolders::isWhole).findFirst();
    }

    private static boolean isWhole(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            return Generation.isWhole(SegmentInfos.readLatestCommit(directory).getUserData());
        } catch (IndexNotFoundException e) {
            return false;
        } catch (IOException | RuntimeException e) {
            // It was whole once, or at least begun: whoever opens it finds out and says so.
            return true;
        }
    }

    /** A folder of a number never used before. @param used one that may be gone already */
    Path nextAfter(Optional<Path> used) {
        long last = Stream.concat(generations().stream(), used.stream())
                .mapToLong(IndexFolders::number)
                .max()
                .orElse(0);
        return root.resolve(Long.toString(last + 1));
    }

    /** Keeps one damaged generation for whoever wants to look into it. */
    Path moveAside(Path generation) {
        Path aside = root.resolve(DAMAGED);
        try {
            FileSystemUtils.deleteRecursively(aside);
            if (Files.exists(generation)) {
                Files.move(generation, aside);
            }
            return aside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The damaged generation kept, if there is one. */
    Optional<Path> damaged() {
        return Optional.of(root.resolve(DAMAGED)).filter(Files::isDirectory);
    }

    void delete(Path generation) {
        try {
            FileSystemUtils.deleteRecursively(generation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path folder) {
        return Long.parseLong(folder.getFileName().toString());
    }
}
