package dev.trellis.verification;

import dev.trellis.verification.Alignment.Pair;
import dev.trellis.verification.ReadText.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How near claim and source are in meaning: sentence to sentence, and for words of the claim that the source lacks. */
final class SupportNearness implements SupportSigns.Nearness {

    /** Cosines of the model in use lie between about .45 and 1; below this two words or sentences have nothing in common. */
    private static final double UNRELATED = 0.5;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern OPENING_NAME = Pattern.compile("^\\p{Lu}\\p{Ll}+(?=(?:[’']s)? \\p{Ll})");

    private final Meaning meaning;
    private final String claim;
    private final String source;

    SupportNearness(Meaning meaning, String claim, String source) {
        this.meaning = meaning;
        this.claim = claim;
        this.source = source;
    }

    @Override
    public void signs(List<Pair> pairs, List<String> missingActs, ReadText read, Map<String, Double> signs) {
        List<String> parts = new ArrayList<>(List.of(SENTENCE_END.split(source.strip())));
        if (parts.size() > 1) {
            parts.add(source);
        }
        float[] said = meaning.of(List.of(inOwnPerson(read.addresses()))).getFirst();
        double best = 0;
        for (float[] part : meaning.of(parts)) {
            best = Math.max(best, Meaning.nearness(said, part));
        }
        signs.put("sentence", scaled(best));
        List<String> missing = pairs.stream()
                .filter(pair -> !pair.found())
                .map(pair -> pair.claim().lower())
                .distinct()
                .toList();
        List<String> given = read.words().stream()
                .filter(Word::acts)
                .map(Word::lower)
                .distinct()
                .toList();
        List<Double> near = nearest(missing, given);
        signs.put(
                "missing_near", near.stream().mapToDouble(one -> one).average().orElse(1));
        signs.put("missing_worst", near.stream().mapToDouble(one -> one).min().orElse(1));
        signs.put(
                "act_near",
                nearest(missingActs, given).stream()
                        .mapToDouble(one -> one)
                        .min()
                        .orElse(1));
    }

    private List<Double> nearest(List<String> words, List<String> given) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<float[]> known = meaning.of(given);
        return meaning.of(words).stream()
                .map(word -> scaled(known.stream()
                        .mapToDouble(other -> Meaning.nearness(word, other))
                        .max()
                        .orElse(0)))
                .toList();
    }

    /** "Jonas handed over" as "I handed over", or "You" where the source addresses somebody: so that only the matter differs. */
    private String inOwnPerson(boolean addressed) {
        Matcher name = OPENING_NAME.matcher(claim);
        boolean inSource = name.find() && source.contains(name.group());
        return inSource ? claim : OPENING_NAME.matcher(claim).replaceFirst(addressed ? "You" : "I");
    }

    private static double scaled(double cosine) {
        return Math.clamp((cosine - UNRELATED) / (1 - UNRELATED), 0, 1);
    }
}
