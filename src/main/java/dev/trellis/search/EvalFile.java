package dev.trellis.search;

import dev.trellis.TrellisCommand.CommandFailed;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of cases in UTF-8, plain or packed by gzip. What is wrong with it is said in one sentence with file and line. */
record EvalFile(Path path) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    interface Each<T> {
        void take(long line, T content);
    }

    interface Read<T> {
        T from(Reader reader) throws IOException;
    }

    <T> T read(Read<T> read) {
        try (Reader reader = new BufferedReader(new InputStreamReader(unpacked(), StandardCharsets.UTF_8))) {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return read.from(reader);
        } catch (NoSuchFileException e) {
            throw new CommandFailed("There is no file %s.".formatted(path));
        } catch (IOException e) {
            throw new CommandFailed("%s cannot be read: %s.".formatted(path, e.getMessage()));
        }
    }

    private InputStream unpacked() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** Lines that are not blank, numbered from 1. */
    void lines(Each<String> each) {
        read(reader -> {
            BufferedReader lines = new BufferedReader(reader);
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    each.take(number, line);
                }
                number++;
            }
            return number;
        });
    }

    void jsonLines(Each<JsonNode> each) {
        lines((number, line) -> {
            JsonNode node;
            try {
                node = JSON.readTree(line);
            } catch (JacksonException e) {
                throw wrong(number, "is not JSON");
            }
            if (!node.isObject()) {
                throw wrong(number, "is not a JSON object");
            }
            each.take(number, node);
        });
    }

    String text(long line, JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isString() && !value.isNumber()) {
            throw wrong(line, "has no text \"%s\"".formatted(field));
        }
        return value.asString();
    }

    CommandFailed wrong(long line, String what) {
        return new CommandFailed("%s, line %d, %s.".formatted(path, line, what));
    }

    CommandFailed wrong(String what) {
        return new CommandFailed("%s %s.".formatted(path, what));
    }
}
