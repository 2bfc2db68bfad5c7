package dev.trellis.demo;

import dev.trellis.TrellisCommand.CommandFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hidden tastes in a file: {@code {"mentors": [{"strictness": 0.2, "likes": [{"what": "study", "weight": -2}], …}]}}. */
final class TastesFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TastesFile() {}

    /** @throws CommandFailed naming the file and the place in it */
    static List<Tastes> read(Path file) {
        if (!Files.isReadable(file)) {
            throw new CommandFailed("--tastes " + file + ": there is no such file.");
        }
        try {
            JsonNode mentors = JSON.readTree(file.toFile()).path("mentors");
            if (!mentors.isArray() || mentors.isEmpty()) {
                throw new CommandFailed("--tastes " + file + ": /mentors is missing or empty.");
            }
            List<Tastes> all = new ArrayList<>();
            for (int i = 0; i < mentors.size(); i++) {
                all.add(tastes(mentors.get(i), file + ": /mentors/" + i));
            }
            return all;
        } catch (JacksonException e) {
            throw new CommandFailed("--tastes " + file + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Tastes tastes(JsonNode mentor, String place) {
        List<Tastes.Like> likes = new ArrayList<>();
        JsonNode given = mentor.path("likes");
        for (int i = 0; i < given.size(); i++) {
            String what = given.get(i).path("what").asString("");
            if (!Tastes.WHAT.contains(what)) {
                throw new CommandFailed(place + "/likes/" + i + "/what: “" + what + "” is none of " + Tastes.WHAT);
            }
            likes.add(new Tastes.Like(what, number(given.get(i), "weight", 0, -20, 20, place + "/likes/" + i)));
        }
        return new Tastes(
                number(mentor, "strictness", 0, -20, 20, place),
                likes,
                (int) number(mentor, "measureWordsAtMost", 0, 0, 200, place),
                (int) number(mentor, "daysLater", 0, -180, 180, place),
                number(mentor, "levelsFurther", 0, -7, 7, place),
                number(mentor, "rewrites", 0, 0, 1, place),
                number(mentor, "noise", 0, 0, 1, place),
                number(mentor, "hasty", 0, 0, 1, place));
    }

    private static double number(
            JsonNode node, String name, double otherwise, double least, double most, String place) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            throw new CommandFailed(place + "/" + name + ": a number from " + least + " to " + most + ", not " + value);
        }
        return value.doubleValue();
    }
}
