package dev.trellis.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A framework's files as they are published: a folder of text files, plain or gzip, or a zip of one. A zip is unpacked
 * beside the system's other temporary files and removed again.
 *
 * @param unpacked whether the folder is ours to remove
 */
record DataFolder(Path folder, boolean unpacked) implements AutoCloseable {

    /** O*NET's largest release unpacks to about 300 MB. */
    private static final long MOST_UNPACKED_BYTES = 2_000_000_000L;

    private static final int MOST_ENTRIES = 1_000;

    /** @throws UnreadableFile if it is neither a folder nor a zip */
    static DataFolder open(Path path) {
        if (Files.isDirectory(path)) {
            return new DataFolder(path, false);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnreadableFile("There is no folder or zip archive " + path + ", or it may not be read.");
        }
        return new DataFolder(unzip(path), true);
    }

    /** Text files in the folder itself, by name. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isText(file.getFileName().toString()))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableFile("The folder " + folder + " may not be read.");
        }
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return plain.endsWith(".txt") || plain.endsWith(".csv") || plain.endsWith(".tsv");
    }

    /** Opens a file, unpacking gzip and passing over a byte order mark; whatever is not UTF-8 fails when it is read. */
    static BufferedReader read(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            in = new BufferedInputStream(new GZIPInputStream(in, 1 << 16));
        }
        in.mark(3);
        byte[] start = in.readNBytes(3);
        if (!HexFormat.of().formatHex(start).equals("efbbbf")) {
            in.reset();
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }

    static UnreadableFile unreadable(Path file, IOException e) {
        String why = e instanceof CharacterCodingException ? "is not in UTF-8" : "cannot be read";
        return new UnreadableFile(file.getFileName() + " " + why + ".");
    }

    /** SHA-256 over names and bytes of the files, hexadecimal. */
    static String digest(List<Path> files) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file)) {
                in.transferTo(new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path unzip(Path archive) {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            DataFolder target = new DataFolder(Files.createTempDirectory("trellis-import-"), true);
            try {
                if (unpack(zip, target.folder()) == 0) {
                    throw new UnreadableFile("This is not a zip archive, or it holds no text file.");
                }
                return target.folder();
            } catch (IOException | RuntimeException e) {
                target.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnreadableFile("The zip archive cannot be unpacked: it is damaged, or the disk is full.");
        }
    }

    private static int unpack(ZipInputStream zip, Path folder) throws IOException {
        int unpacked = 0;
        int entries = 0;
        long bytes = 0;
        byte[] chunk = new byte[1 << 16];
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            // Only the last part of a name counts, so that no entry lands elsewhere.
            String name = entry.getName()
                    .substring(Math.max(
                                    entry.getName().lastIndexOf('/'),
                                    entry.getName().lastIndexOf('\\'))
                            + 1);
            if (++entries > MOST_ENTRIES) {
                throw new UnreadableFile("The zip archive holds more than 1,000 files.");
            }
            if (entry.isDirectory() || !isText(name)) {
                continue;
            }
            unpacked++;
            try (var out = Files.newOutputStream(folder.resolve(name))) {
                for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                    bytes += read;
                    if (bytes > MOST_UNPACKED_BYTES) {
                        throw new UnreadableFile("The zip archive unpacks to more than 2 GB.");
                    }
                    out.write(chunk, 0, read);
                }
            }
        }
        return unpacked;
    }

    @Override
    public void close() {
        if (!unpacked) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
