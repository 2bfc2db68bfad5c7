package dev.trellis.verification;

import dev.trellis.drafting.QuoteFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well a text carries a statement about it, from 0 to 1. Words in quotation marks must stand in the text; what is said around
 * them, or without any, is weighed by {@link SupportSigns}. The same inputs always give the same score.
 */
public final class SupportScore {

    static final Pattern QUOTED = Pattern.compile("“([^“”]*)”|\"([^\"]*)\"|„([^„“”]*)[“”]|«([^«»]*)»");

    /** Said of a quotation that stands in the text with nothing but who wrote it and when. */
    private static final double QUOTED_ONLY = 0.97;

    private final Optional<Meaning> meaning;
    private final SupportModel model;

    private SupportScore(Optional<Meaning> meaning, SupportModel model) {
        this.meaning = meaning;
        this.model = model;
    }

    /** Compares words alone. */
    public static SupportScore byWords() {
        return new SupportScore(Optional.empty(), SupportModel.shipped(false));
    }

    /** Compares words and, for what is said in other words, nearness of meaning. */
    public static SupportScore byMeaning(Meaning meaning) {
        return new SupportScore(Optional.of(meaning), SupportModel.shipped(true));
    }

    /** From here on a claim passes. */
    public double threshold() {
        return model.threshold();
    }

    public String modelId() {
        return model.id();
    }

    public boolean supports(String source, String claim) {
        return of(source, claim) >= threshold();
    }

    /** In {@code [0, 1]}. */
    public double of(String source, String claim) {
        List<String> quotes = quotesIn(claim);
        if (quotes.stream().anyMatch(quote -> QuoteFinder.find(quote, source).isEmpty() || turnsRound(source, quote))) {
            return 0;
        }
        String around = QUOTED.matcher(claim).replaceAll(" ");
        if (quotes.isEmpty()) {
            return model.probability(signs(meaning, source, claim));
        }
        Map<String, Double> signs = signs(meaning, source, around);
        boolean onlyReports = ReadText.of(around).content().stream()
                .allMatch(word -> word.capital() || Vocabulary.isReporting(word.lower()));
        return onlyReports && !claimsMore(signs) ? QUOTED_ONLY : model.probability(signs);
    }

    /** "Always", "never", "all" or "because" around a quotation, where its source says nothing like it. */
    static boolean claimsMore(Map<String, Double> signs) {
        return signs.getOrDefault("universal", 0.0) > 0 || signs.getOrDefault("cause", 0.0) > 0;
    }

    static Map<String, Double> signs(Optional<Meaning> meaning, String source, String claim) {
        String said = SupportSigns.withoutReport(claim);
        SupportSigns.Nearness near = meaning.<SupportSigns.Nearness>map(lent -> new SupportNearness(lent, said, source))
                .orElse((pairs, acts, read, signs) -> {});
        return SupportSigns.of(claim, source, near);
    }

    static List<String> quotesIn(String claim) {
        List<String> quotes = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(claim);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null && !matcher.group(group).isBlank()) {
                    quotes.add(matcher.group(group));
                }
            }
        }
        return quotes;
    }

    /** A quotation that begins after a negation of its own clause says the opposite. */
    static boolean turnsRound(String source, String quote) {
        return QuoteFinder.find(quote, source)
                .map(span -> turnsRound(source, span.start(), quote))
                .orElse(false);
    }

    static boolean turnsRound(String text, int start, String quote) {
        int sentence = start;
        while (sentence > 0 && ".!?\n".indexOf(text.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        String[] before = text.substring(sentence, start)
                .replaceAll(".*[,;:–—]", "")
                .strip()
                .split("\\s+");
        String nearest = String.join(" ", List.of(before).subList(Math.max(0, before.length - 4), before.length));
        return Vocabulary.isNegative(nearest) && !Vocabulary.isNegative(quote);
    }
}
