package dev.trellis.planning;

import dev.trellis.TrellisCommand.CommandFailed;
import dev.trellis.verification.SupportCase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads cases of support, one JSON object a line: {@code source}, {@code claim}, {@code supported}, and {@code kind} if there is one. */
final class SupportCases {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SupportCases() {}

    static List<SupportCase> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("There is no file " + file + ".");
        }
        List<SupportCase> cases = new ArrayList<>();
        int number = 0;
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    cases.add(read(line, file + ", line " + number));
                }
            }
        }
        if (cases.isEmpty()) {
            throw new CommandFailed(file + " holds no case.");
        }
        return cases;
    }

    private static SupportCase read(String line, String where) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new CommandFailed(where + ": not a JSON object.");
        }
        JsonNode supported = node.path("supported");
        if (!node.path("source").isString() || !node.path("claim").isString() || !supported.isBoolean()) {
            throw new CommandFailed(
                    where + ": \"source\" and \"claim\" must be texts and \"supported\" true or false.");
        }
        return new SupportCase(
                node.path("source").asString(),
                node.path("claim").asString(),
                supported.asBoolean(),
                node.path("kind").isString() ? node.path("kind").asString() : "");
    }
}
