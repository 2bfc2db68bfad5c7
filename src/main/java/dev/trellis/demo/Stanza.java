package dev.trellis.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One block of a content file: a heading line {@code = heading}, then {@code key: text} or {@code - text} lines. A key may come
 * more than once. Lines that begin with {@code #} are for whoever writes the content.
 */
record Stanza(String heading, Map<String, List<String>> lines) {

    /** The key under which {@code - text} lines are kept. */
    static final String ITEM = "-";

    /** @throws IllegalArgumentException if a line is neither heading, text nor comment, naming the line */
    static List<Stanza> read(String resource) {
        List<Stanza> stanzas = new ArrayList<>();
        for (String line : text(resource).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("= ")) {
                stanzas.add(new Stanza(line.substring(2).strip(), new LinkedHashMap<>()));
                continue;
            }
            boolean item = line.startsWith("- ");
            int colon = line.indexOf(": ");
            if (stanzas.isEmpty() || !item && colon < 0) {
                throw new IllegalArgumentException(resource + ": " + line);
            }
            String key = item ? ITEM : line.substring(0, colon);
            String value = line.substring(item ? 2 : colon + 2).strip();
            stanzas.getLast()
                    .lines()
                    .computeIfAbsent(key, name -> new ArrayList<>())
                    .add(value);
        }
        return List.copyOf(stanzas);
    }

    /** The content of a file in {@code resources/demo}. */
    static String text(String resource) {
        try (InputStream stream = Stanza.class.getResourceAsStream("/demo/" + resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no demo resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Every line with this key, in order; empty if there is none. */
    List<String> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    List<String> items() {
        return all(ITEM);
    }

    /** @throws IllegalArgumentException if the key does not come exactly once */
    String one(String key) {
        List<String> values = all(key);
        if (values.size() != 1) {
            throw new IllegalArgumentException("= " + heading + " has " + values.size() + " lines '" + key + "'");
        }
        return values.getFirst();
    }

    int number(String key) {
        return Integer.parseInt(one(key));
    }

    boolean has(String key) {
        return lines.containsKey(key);
    }

    /** Whether the stanza is meant for a team: its line {@code for: TEAM, TEAM} names it, or there is no such line. */
    boolean isFor(String team) {
        return !has("for") || List.of(one("for").split(", ")).contains(team);
    }
}
