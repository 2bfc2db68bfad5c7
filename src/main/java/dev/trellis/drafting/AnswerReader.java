package dev.trellis.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a model's answer into values, or says what is wrong with it. Tolerates words around the JSON, never another shape. */
@FunctionalInterface
interface AnswerReader<T> {

    /** @throws UnreadableAnswer if it is not in the form asked for */
    T read(String answer);

    JsonMapper JSON = JsonMapper.builder().build();

    /** The one JSON object of an answer; fences and chatter around it are left aside. */
    static JsonNode object(String answer) {
        int from = answer.indexOf('{');
        int until = answer.lastIndexOf('}');
        if (answer.isBlank()) {
            throw new UnreadableAnswer("empty", "it is empty.");
        }
        if (from < 0 || until < from) {
            throw new UnreadableAnswer("malformed", "it holds no JSON object.");
        }
        try {
            return JSON.readTree(answer.substring(from, until + 1));
        } catch (JacksonException e) {
            throw new UnreadableAnswer("malformed", "it is not valid JSON.");
        }
    }

    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isString()) {
            throw new UnreadableAnswer("wrong-shape", "\"" + field + "\" must be a string.");
        }
        return value.stringValue().strip();
    }

    /** Sentences, one a string. */
    static List<String> sentences(JsonNode object, String field) {
        return list(object, field, sentence -> {
            if (!sentence.isString()) {
                throw new UnreadableAnswer("wrong-shape", "\"" + field + "\" must hold strings.");
            }
            return sentence.stringValue().strip();
        });
    }

    static int number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isInt()) {
            throw new UnreadableAnswer("wrong-shape", "\"" + field + "\" must be a whole number.");
        }
        return value.intValue();
    }

    static <E> List<E> list(JsonNode object, String field, Function<JsonNode, E> element) {
        JsonNode value = object.path(field);
        if (!value.isArray()) {
            throw new UnreadableAnswer("wrong-shape", "\"" + field + "\" must be an array.");
        }
        List<E> list = new ArrayList<>();
        value.forEach(node -> list.add(element.apply(node)));
        return list;
    }
}
