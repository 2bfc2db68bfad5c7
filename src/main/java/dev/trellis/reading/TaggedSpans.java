package dev.trellis.reading;

import dev.trellis.TrellisCommand.CommandFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sentences in which people marked the words that name a skill or a knowledge, as SkillSpan has them: JSON lines, B-I-O tags. */
final class TaggedSpans {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TAGS = List.of("tags_skill", "tags_knowledge");

    /** A stretch that shares this much of its words with a marked span, of the words of both, names the skill. */
    private static final double SAME = 0.6;

    private TaggedSpans() {}

    /** @param marked the texts of the marked spans */
    record Sentence(String text, List<String> marked) {

        boolean names(String stretch) {
            return marked.stream().anyMatch(span -> overlap(span, stretch) >= SAME);
        }

        private static double overlap(String span, String stretch) {
            List<String> a = List.of(span.split(" "));
            List<String> b = List.of(stretch.split(" "));
            Map<String, Integer> left = new HashMap<>();
            a.forEach(word -> left.merge(word, 1, Integer::sum));
            int shared = 0;
            for (String word : b) {
                if (left.merge(word, -1, Integer::sum) >= 0) {
                    shared++;
                }
            }
            return shared / (double) (a.size() + b.size() - shared);
        }
    }

    static List<Sentence> read(Path file) {
        List<Sentence> sentences = new ArrayList<>();
        int line = 0;
        for (String json : TaggingFiles.content(file).lines().toList()) {
            line++;
            try {
                sentences.add(sentence(JSON.readTree(json)));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new CommandFailed(file + ", line " + line + ": not a tagged sentence.");
            }
        }
        return sentences;
    }

    private static Sentence sentence(JsonNode node) {
        List<String> tokens = strings(node.get("tokens"));
        List<String> marked = new ArrayList<>();
        for (String kind : TAGS) {
            List<String> tags = strings(node.get(kind));
            List<String> span = new ArrayList<>();
            for (int i = 0; i <= tokens.size(); i++) {
                String tag = i < tokens.size() ? tags.get(i) : "O";
                if (!tag.startsWith("I") && !span.isEmpty()) {
                    marked.add(String.join(" ", span));
                    span.clear();
                }
                if (!tag.startsWith("O")) {
                    span.add(tokens.get(i));
                }
            }
        }
        return new Sentence(String.join(" ", tokens), marked);
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable JsonNode array) {
        if (array == null || !array.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asString()));
        return strings;
    }
}
