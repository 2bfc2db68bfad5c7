package dev.trellis.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words by what they do to a statement, English and German; the lists stand in {@code verification/lexicon.txt}. */
final class Lexicon {

    static final Lexicon SHIPPED = read("/verification/lexicon.txt");

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, Set<Integer>> synonyms = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();

    private Lexicon(List<String> lines) {
        String group = "";
        int line = 0;
        for (String text : lines) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("[")) {
                group = text.substring(1, text.indexOf(']'));
                continue;
            }
            switch (group) {
                case "synonym" -> addSynonyms(text, line);
                case "opposite" -> addOpposites(text);
                case "number" -> addNumbers(text);
                default ->
                    groups.computeIfAbsent(group, name -> new HashSet<>()).addAll(words(text));
            }
        }
    }

    boolean isIn(String group, String word) {
        return groups.getOrDefault(group, Set.of()).contains(word);
    }

    /** Whether both stand in one line of words that say nearly the same. */
    boolean areNear(String one, String other) {
        Set<Integer> lines = synonyms.getOrDefault(one, Set.of());
        return synonyms.getOrDefault(other, Set.of()).stream().anyMatch(lines::contains);
    }

    boolean areOpposite(String one, String other) {
        return opposites.getOrDefault(one, Set.of()).contains(other);
    }

    /** A number written as a word; empty where it is none. */
    List<Double> number(String word) {
        Double value = numbers.get(word);
        return value == null ? List.of() : List.of(value);
    }

    private void addSynonyms(String text, int line) {
        words(text)
                .forEach(word ->
                        synonyms.computeIfAbsent(word, one -> new HashSet<>()).add(line));
    }

    private void addOpposites(String text) {
        String[] sides = text.split("\\|");
        for (String left : words(sides[0])) {
            for (String right : words(sides[1])) {
                opposites.computeIfAbsent(left, one -> new HashSet<>()).add(right);
                opposites.computeIfAbsent(right, one -> new HashSet<>()).add(left);
            }
        }
    }

    private void addNumbers(String text) {
        for (String entry : words(text)) {
            int equals = entry.indexOf('=');
            numbers.put(entry.substring(0, equals), Double.valueOf(entry.substring(equals + 1)));
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Lexicon read(String name) {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name)) {
            return new Lexicon(new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
