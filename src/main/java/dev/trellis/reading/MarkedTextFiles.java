package dev.trellis.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trellis.TrellisCommand.CommandFailed;
import dev.trellis.reading.MarkedText.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads texts with marked personal data, and sentences with holes for it. Plain or gzip. */
final class MarkedTextFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@code <ORGANIZATION>} in the advertisements; several in a row are one name of several words. */
    private static final Pattern HIDDEN_NAME = Pattern.compile("<(ORGANIZATION|LOCATION|NAME|ADDRESS)>(?: <\\1>)*");

    private static final Pattern HIDDEN_OTHERWISE = Pattern.compile("<[A-Z]+>");

    private MarkedTextFiles() {}

    /**
     * Texts in the form of Presidio's research set: an array of objects with {@code full_text}, {@code masked} and
     * {@code spans} of {@code entity_type}, {@code start_position}, {@code end_position}.
     *
     * @throws CommandFailed naming the file and the case
     */
    static List<MarkedText> cases(Path path) {
        JsonNode file;
        try {
            file = JSON.readTree(read(path));
        } catch (JacksonException e) {
            throw new CommandFailed(path + " is not JSON: " + e.getOriginalMessage());
        }
        if (!file.isArray() || file.isEmpty()) {
            throw new CommandFailed(path + " is not an array of cases.");
        }
        List<MarkedText> texts = new ArrayList<>();
        for (JsonNode node : file) {
            texts.add(marked(path, texts.size() + 1, node));
        }
        return texts;
    }

    private static MarkedText marked(Path path, int number, JsonNode node) {
        String text = node.path("full_text").asString("");
        if (text.isEmpty() || !node.path("spans").isArray()) {
            throw new CommandFailed(path + ", case " + number + ": full_text and spans are needed.");
        }
        List<Mark> marks = new ArrayList<>();
        for (JsonNode span : node.path("spans")) {
            int start = span.path("start_position").asInt(-1);
            int end = span.path("end_position").asInt(-1);
            String type = span.path("entity_type").asString("");
            if (type.isEmpty() || start < 0 || end <= start || end > text.length()) {
                throw new CommandFailed(path + ", case " + number + ": a span from " + start + " to " + end
                        + " in a text of " + text.length() + " characters.");
            }
            marks.add(new Mark(type, start, end));
        }
        return new MarkedText(text, node.path("masked").asString(text), marks);
    }

    /** Sentences with holes such as {@code {{PERSON}}}, one a line; lines that begin with {@code #} are left out. */
    static List<String> sentences(Path path) {
        return read(path)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** A CSV file's column {@code text}. */
    static List<String> texts(Path path) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(read(path))) {
            List<String> texts = new ArrayList<>();
            for (NamedCsvRecord row : csv) {
                texts.add(row.findField("text")
                        .orElseThrow(() -> new CommandFailed(
                                path + ", line " + row.getStartingLineNumber() + ": a column \"text\" is needed.")));
            }
            return texts;
        } catch (CsvParseException e) {
            throw new CommandFailed(path + " is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailed(path + " cannot be read: " + e.getMessage());
        }
    }

    /** SkillSpan's sentences, JSON lines with {@code tokens}: what was hidden there becomes a hole, the rest is as written. */
    static List<String> advertisements(Path path) {
        List<String> sentences = new ArrayList<>();
        int number = 0;
        for (String line : read(path).lines().toList()) {
            number++;
            try {
                JsonNode tokens = JSON.readTree(line).path("tokens");
                if (!tokens.isArray()) {
                    throw new CommandFailed(path + ", line " + number + ": tokens are needed.");
                }
                List<String> words = new ArrayList<>();
                tokens.forEach(token -> words.add(token.asString("")));
                sentences.add(withHoles(String.join(" ", words)));
            } catch (JacksonException e) {
                throw new CommandFailed(path + ", line " + number + " is not JSON.");
            }
        }
        return sentences.stream()
                .filter(sentence -> !sentence.isBlank())
                .distinct()
                .toList();
    }

    private static String withHoles(String sentence) {
        Matcher hidden = HIDDEN_NAME.matcher(sentence);
        String holes = hidden.replaceAll(name -> switch (name.group(1)) {
            case "LOCATION" -> "{{GPE}}";
            case "NAME" -> "{{PERSON}}";
            case "ADDRESS" -> "{{STREET_ADDRESS}}";
            default -> "{{ORGANIZATION}}";
        });
        String plain = HIDDEN_OTHERWISE.matcher(holes).find() ? "" : holes;
        return plain.replaceAll(" ([.,;:!?)])", "$1").replace("( ", "(");
    }

    static String read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new CommandFailed("There is no file " + path + ".");
        }
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailed(path + " cannot be read: " + e.getMessage());
        }
    }
}
