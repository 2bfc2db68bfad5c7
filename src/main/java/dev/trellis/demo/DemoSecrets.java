package dev.trellis.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * What one signs in with to the demo, kept readable so that it can be told again at each start. That is right for made-up people
 * only; everybody else's is kept as a hash.
 *
 * @param password of all demo logins
 * @param clientSecret of the demo platform
 */
record DemoSecrets(String password, String clientSecret) {

    static final String FILE = "demo-password";

    /** 96 bits: too many to guess, few enough to type. */
    private static final int RANDOM_BYTES = 12;

    /** Those configured; else those told before; else new ones. */
    static DemoSecrets choose(
            String configuredPassword, String configuredSecret, Optional<DemoSecrets> before, SecureRandom random) {
        return new DemoSecrets(
                !configuredPassword.isBlank()
                        ? configuredPassword
                        : before.map(DemoSecrets::password).orElseGet(() -> made(random)),
                !configuredSecret.isBlank()
                        ? configuredSecret
                        : before.map(DemoSecrets::clientSecret).orElseGet(() -> made(random)));
    }

    static Optional<DemoSecrets> read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String password = kept.getProperty("password");
        String clientSecret = kept.getProperty("client-secret");
        return password == null || clientSecret == null
                ? Optional.empty()
                : Optional.of(new DemoSecrets(password, clientSecret));
    }

    /** Leaves a whole file, the one before or this one, that only its owner may read. */
    void write(Path home) {
        Properties kept = new Properties();
        kept.setProperty("password", password);
        kept.setProperty("client-secret", clientSecret);
        try {
            // Made by the owner alone where the file system knows owners: no moment in which others could read it.
            Path draft = Files.createTempFile(home, FILE, null);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                kept.store(writer, "The demo organisation's logins");
            }
            Files.move(draft, home.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "DemoSecrets";
    }
}
