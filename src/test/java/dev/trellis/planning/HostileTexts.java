package dev.trellis.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Attacks, and ordinary words that look like them: ours, and the published ones where the data folder lies beside the project. */
final class HostileTexts {

    private static final Path PUBLISHED = Path.of("../shared/data/hostile-text");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OURS = lines("attacks");

    /** How many of the attacks are ours; they come first. */
    static final int OWN = OURS.size();

    private HostileTexts() {}

    static List<String> attacks() {
        List<String> attacks = new ArrayList<>(OURS);
        if (Files.isDirectory(PUBLISHED)) {
            for (String file : List.of("bipia_text_attack_train.json", "bipia_code_attack_train.json")) {
                read(file).forEach(kind -> kind.forEach(one -> attacks.add(one.asString())));
            }
            for (JsonNode one : read("injecguard_valid.json")) {
                if (one.get("label").asInt() == 1) {
                    attacks.add(one.get("prompt").asString());
                }
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(PUBLISHED.resolve("giskard.csv"))) {
                rows.forEach(row -> attacks.add(row.getField("prompt")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return attacks;
    }

    static List<String> ordinary() {
        List<String> texts = new ArrayList<>(lines("ordinary"));
        if (Files.isDirectory(PUBLISHED)) {
            for (JsonNode one : read("injecguard_valid.json")) {
                if (one.get("label").asInt() == 0) {
                    texts.add(one.get("prompt").asString());
                }
            }
            published("bipia_email_train.jsonl")
                    .lines()
                    .map(line -> JSON.readTree(line).get("context").asString())
                    .forEach(texts::add);
        }
        return texts;
    }

    private static JsonNode read(String file) {
        return JSON.readTree(published(file));
    }

    private static String published(String file) {
        try {
            return Files.readString(PUBLISHED.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String name) {
        try (InputStream in =
                Objects.requireNonNull(HostileTexts.class.getResourceAsStream("/hostile/" + name + ".txt"), name)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
