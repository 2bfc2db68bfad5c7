package dev.trellis.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a situation in a voice: which beats are told, in what order, and how they stand on the page. */
final class Telling {

    private static final List<String> BEATS = List.of("open", "h", "d", "aside", "f", "l", "i", "close");

    /** What goes first when a story gets longer than people write. */
    private static final List<String> DISPENSABLE = List.of("aside", "open", "close", "d", "f");

    private static final int FEWEST_SENTENCES = 2;
    private static final int MOST_SENTENCES = 7;

    private final Stage stage;
    private final Map<String, Stanza> extras = new LinkedHashMap<>();

    Telling(Stage stage) {
        this.stage = stage;
        Stanza.read("voices.txt").forEach(stanza -> extras.put(stanza.heading(), stanza));
    }

    String tell(Situation situation, Member teller, Scene scene, Chance chance) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String beat : BEATS) {
            if (chance.happens(share(beat, teller.voice())) && fits(beat, situation, teller.voice())) {
                say(beat, situation, teller, scene, chance).ifPresent(sentence -> told.put(beat, sentence));
            }
        }
        for (String beat : List.of("l", "i", "f", "d")) {
            if (sentences(told) < FEWEST_SENTENCES && !told.containsKey(beat) && situation.has(beat)) {
                say(beat, situation, teller, scene, chance).ifPresent(sentence -> told.put(beat, sentence));
            }
        }
        for (String beat : DISPENSABLE) {
            if (sentences(told) > MOST_SENTENCES) {
                told.remove(beat);
            }
        }
        return teller.voice() == Voice.LISTING ? points(told, chance) : String.join(" ", told.values());
    }

    private Optional<String> say(String beat, Situation situation, Member teller, Scene scene, Chance chance) {
        Voice voice = teller.voice();
        Stanza extra = extras.get(voice.mark());
        if (situation.has(beat)) {
            boolean mustBeTold = beat.equals("h");
            Optional<String> unsaid = stage.said()
                    .unsaid(() ->
                            voice.bend(Wording.say(situation.line(beat, voice, chance), scene, chance), beat, chance));
            return mustBeTold && unsaid.isEmpty()
                    ? Optional.of(Wording.say(situation.line(beat, voice, chance), scene, chance))
                    : unsaid;
        }
        if (extra == null || !extra.has(beat)) {
            return Optional.empty();
        }
        return stage.said()
                .unsaid(() -> voice.bend(Wording.say(chance.oneOf(extra.all(beat)), scene, chance), beat, chance));
    }

    /** Pride does not open a story that went wrong, nor doubt one that went well. */
    private static boolean fits(String beat, Situation situation, Voice voice) {
        return switch (beat) {
            case "open" ->
                switch (voice) {
                    case PROUD -> situation.mood() == Situation.Mood.WELL;
                    case DOUBTFUL -> situation.mood() != Situation.Mood.WELL;
                    default -> true;
                };
            case "aside" -> situation.mood() != Situation.Mood.WELL;
            case "close" -> voice != Voice.PROUD || situation.mood() == Situation.Mood.WELL;
            default -> true;
        };
    }

    /** How likely a voice is to tell a beat at all, in {@code [0, 1]}. */
    private static double share(String beat, Voice voice) {
        return switch (beat) {
            case "h" -> 1;
            case "open" ->
                Map.of(Voice.CHATTY, .4, Voice.EVEN, .12, Voice.TERSE, .0).getOrDefault(voice, .3);
            case "d" -> Map.of(Voice.CHATTY, .85, Voice.TERSE, .1).getOrDefault(voice, .55);
            case "aside" -> .28;
            case "f" -> Map.of(Voice.TERSE, .25, Voice.LISTING, .5).getOrDefault(voice, .75);
            case "l" -> Map.of(Voice.TERSE, .5, Voice.LISTING, 1.0).getOrDefault(voice, .78);
            case "i" -> Map.of(Voice.TERSE, .4, Voice.LISTING, .95).getOrDefault(voice, .68);
            case "close" -> Map.of(Voice.EVEN, .08, Voice.TERSE, .12).getOrDefault(voice, .25);
            default -> throw new IllegalArgumentException(beat);
        };
    }

    private static int sentences(Map<String, String> told) {
        return told.values().stream()
                .mapToInt(text -> Wording.sentences(text).size())
                .sum();
    }

    private static String points(Map<String, String> told, Chance chance) {
        boolean labelled = chance.happens(.5);
        Map<String, String> labels = Map.of("h", "Situation: ", "f", "Felt: ", "l", "Lesson: ", "i", "Next: ");
        return told.entrySet().stream()
                .map(beat ->
                        (labelled ? labels.getOrDefault(beat.getKey(), "") : bullet(beat.getKey())) + beat.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String bullet(String beat) {
        return beat.equals("open") || beat.equals("close") ? "" : "- ";
    }
}
