package dev.trellis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that happens to people at work, and ways to tell it.
 *
 * @param competency what the story is about
 * @param mood whether it went well, hard, or both
 */
record Situation(String competency, Mood mood, Stanza lines) {

    private static final List<String> FILES =
            List.of("workload", "leadership", "communication", "customer", "engineering", "business", "self");

    /** A line marked for the teller's voice is this much likelier than one for everybody. */
    private static final double OWN_VOICE_WEIGHT = 3;

    /** How it went. */
    enum Mood {
        WELL,
        HARD,
        BOTH
    }

    static List<Situation> readAll() {
        return FILES.stream()
                .flatMap(file -> Stanza.read("reflections/" + file + ".txt").stream())
                .map(Situation::of)
                .toList();
    }

    private static Situation of(Stanza stanza) {
        String[] heading = stanza.heading().split(" ");
        Mood mood = switch (heading[1]) {
            case "+" -> Mood.WELL;
            case "-" -> Mood.HARD;
            case "~" -> Mood.BOTH;
            default -> throw new IllegalArgumentException("no mood in = " + stanza.heading());
        };
        return new Situation(heading[0], mood, stanza);
    }

    boolean has(String beat) {
        return lines.has(beat);
    }

    String title(Chance chance) {
        return chance.oneOf(lines.all("title"));
    }

    /** A pattern for one beat: {@code h} happened, {@code d} detail, {@code f} feeling, {@code l} learned, {@code i} intention. */
    String line(String beat, Voice voice, Chance chance) {
        List<String> own = lines.all(beat + "/" + voice.mark());
        List<String> all = new ArrayList<>(own);
        all.addAll(lines.all(beat));
        return chance.weighted(all, line -> own.contains(line) ? OWN_VOICE_WEIGHT : 1);
    }

    /** How many sentence patterns there are in all. */
    static long patterns(List<Situation> situations) {
        return situations.stream()
                .flatMap(situation -> situation.lines().lines().entrySet().stream())
                .flatMap(entry -> entry.getKey().matches("[hdfli](/.*)?") ? entry.getValue().stream() : Stream.empty())
                .count();
    }
}
