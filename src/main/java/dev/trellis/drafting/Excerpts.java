package dev.trellis.drafting;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.search.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses what to quote: sentences that speak to the competency, are recent, stand on their own, and are about the learner
 * and not about somebody else's faults.
 */
final class Excerpts {

    /** A passage found with less than this share of the best one's score is about something else. */
    private static final double NEAR_ENOUGH = 0.55;

    /** What is a year old counts half of what is new: our choice, people change. */
    private static final double RECENCY_HALF_LIFE_DAYS = 365;

    private static final Pattern FIRST_PERSON = Pattern.compile("\\b(?:I|me|my|mine|myself|we|our|us)\\b|\\bI['’]"
            + "|(?iu:\\b(?:ich|mich|mir|mein(?:e[nmrs]?)?|wir|uns|unser(?:e[nmrs]?)?)\\b)");
    private static final Pattern SECOND_PERSON = Pattern.compile(
            "(?iu)\\byou(?:r|rs|rself)?\\b|\\b(?:du|dich|dir|dein(?:e[nmrs]?)?)\\b|(?-i:\\b(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)\\b)");

    private static final Pattern WISHING = Pattern.compile(
            "(?iu)\\b(?:want|would like|[’']d like|hope|dream|become|aim|goal|one day|love to|see myself"
                    + "|will|möchte|würde gern\\w*|hoffe|träume|werden|ziel|eines tages|sehe mich)\\b");

    private final Brief brief;
    private final Map<EvidenceId, Brief.Source> sources = new HashMap<>();
    private final Set<String> avoided;

    /** @param avoided texts that a draft was faulted for: nothing that stands in one is quoted */
    Excerpts(Brief brief, List<String> avoided) {
        this.brief = brief;
        this.avoided = Set.copyOf(avoided);
        brief.sources().forEach(source -> sources.putIfAbsent(source.id(), source));
    }

    Optional<Brief.Source> source(EvidenceId id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** What may be quoted for a gap, best first. */
    List<Excerpt> about(Brief.Focus focus) {
        double best = focus.passages().stream()
                .mapToDouble(Brief.Quotable::score)
                .max()
                .orElse(0);
        List<Weighed> found = new ArrayList<>();
        Set<String> vocabulary = vocabulary(focus.competency());
        for (Brief.Quotable passage : focus.passages()) {
            if (passage.score() >= NEAR_ENOUGH * best) {
                double nearness = best > 0 ? passage.score() / best : 1;
                for (Excerpt excerpt : readable(passage)) {
                    found.add(new Weighed(excerpt, nearness + weight(excerpt, vocabulary)));
                }
            }
        }
        return bestFirst(found);
    }

    /** What may be quoted of one passage, in the order of the text. */
    List<Excerpt> readable(Brief.Quotable passage) {
        return source(passage.source())
                .filter(source -> passage.span().end() <= source.text().length())
                .map(source -> readable(source, passage.span()))
                .orElse(List.of());
    }

    /** What may be quoted of a whole source, in the order of the text. */
    List<Excerpt> readable(Brief.Source source) {
        return source.text().isBlank()
                ? List.of()
                : readable(source, new Span(0, source.text().length()));
    }

    /** An aspiration as a whole where it is short; otherwise its sentence that says where to go. */
    Optional<Excerpt> wish(Brief.Quotable aspiration) {
        Optional<Excerpt> whole = source(aspiration.source())
                .filter(source -> aspiration.span().end() <= source.text().length())
                .flatMap(source -> Excerpt.whole(source, aspiration.span()))
                .filter(this::isNotAvoided);
        List<Excerpt> sentences = readable(aspiration);
        return whole.or(() -> sentences.stream()
                        .filter(sentence -> WISHING.matcher(sentence.words()).find())
                        .findFirst())
                .or(() -> sentences.stream().findFirst());
    }

    private List<Excerpt> readable(Brief.Source source, Span span) {
        return Excerpt.in(source, span).stream().filter(this::isNotAvoided).toList();
    }

    private boolean isNotAvoided(Excerpt excerpt) {
        return avoided.stream().noneMatch(text -> text.contains(excerpt.words()));
    }

    private double weight(Excerpt excerpt, Set<String> vocabulary) {
        String words = excerpt.words();
        double weight = 0.6 * Math.min(1, shared(words, vocabulary) / 2.0);
        weight += 0.3 * recency(excerpt.source().on());
        weight += isAboutLearner(excerpt) ? 0.3 : -0.2;
        weight -= excerpt.dangles() ? 0.35 : 0;
        weight -= words.endsWith("?") ? 0.3 : 0;
        weight -= words.length() < 40 ? 0.1 : 0;
        weight -= excerpt.span().end() - excerpt.span().start() > 140 ? 0.1 : 0;
        return weight;
    }

    private boolean isAboutLearner(Excerpt excerpt) {
        String words = excerpt.words();
        return excerpt.source().byLearner()
                ? FIRST_PERSON.matcher(words).find()
                : SECOND_PERSON.matcher(words).find() || words.contains(brief.givenName());
    }

    private double recency(LocalDate day) {
        return Math.pow(0.5, Math.max(0, ChronoUnit.DAYS.between(day, brief.from())) / RECENCY_HALF_LIFE_DAYS);
    }

    private static long shared(String words, Set<String> vocabulary) {
        return stems(words).stream().filter(vocabulary::contains).count();
    }

    private static Set<String> vocabulary(Competency competency) {
        StringBuilder words = new StringBuilder(competency.name()).append(' ').append(competency.description());
        competency.alternativeLabels().forEach(label -> words.append(' ').append(label));
        for (ProficiencyLevel level : competency.levels()) {
            words.append(' ').append(level.descriptor());
        }
        return stems(words.toString());
    }

    /** First five letters of every longer word: enough to bring "delegate" and "delegation" together. */
    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (word.length() > 4) {
                stems.add(word.substring(0, 5));
            }
        }
        return stems;
    }

    private static List<Excerpt> bestFirst(List<Weighed> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .map(Weighed::excerpt)
                .distinct()
                .toList();
    }

    private record Weighed(Excerpt excerpt, double weight) {}
}
