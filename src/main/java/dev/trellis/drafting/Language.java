package dev.trellis.drafting;

import dev.trellis.evidence.EvidenceKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A language that people write in and that drafts are written in: the learner's own. */
public enum Language {
    ENGLISH(Locale.ENGLISH, """
            the and not i is has have a with to of for that this it my we you they were be been at by from on or but what how"""),
    GERMAN(Locale.GERMAN, """
            der die das und nicht ich ist hat habe ein eine einen einem einer mit den dem des zu hast wir du sie es auf für von vom zum
            zur bei bis nach aus im am wie wenn als aber oder auch noch mein meine sich wird werden wurde über dieses diese sein""");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** What people write in whole sentences; ratings and completions are often entered by a system, in its own language. */
    private static final Set<EvidenceKind> IN_SENTENCES =
            Set.of(EvidenceKind.REFLECTION, EvidenceKind.GOAL, EvidenceKind.ASPIRATION);

    private final Locale locale;
    /** Without those that are a word of the other language too, such as "was", "in" and "also". */
    private final Set<String> everydayWords;

    Language(Locale locale, String everydayWords) {
        this.locale = locale;
        this.everydayWords = Set.of(everydayWords.strip().split("\\s+"));
    }

    /** ISO 639-1: "en", "de". */
    public String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    /** Its name in English: "English", "German". */
    String englishName() {
        return locale.getDisplayLanguage(Locale.ENGLISH);
    }

    /** Words between the quotation marks of this language. */
    String quoted(String words) {
        return this == GERMAN ? "„" + words + "“" : "“" + words + "”";
    }

    /** The language with more of its everyday words among these; English where neither has. */
    public static Language of(Collection<String> lowerCaseWords) {
        return count(GERMAN, lowerCaseWords) > count(ENGLISH, lowerCaseWords) ? GERMAN : ENGLISH;
    }

    public static Language of(String text) {
        return of(new HashSet<>(Arrays.asList(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)))));
    }

    /** The language that most of what the learner wrote is in; of what others wrote where the learner wrote nothing. */
    static Language of(List<Brief.Source> sources) {
        Map<Language, Integer> learner = lengths(sources.stream()
                .filter(source -> source.byLearner() && IN_SENTENCES.contains(source.kind()))
                .toList());
        Map<Language, Integer> written = learner.isEmpty() ? lengths(sources) : learner;
        return written.getOrDefault(GERMAN, 0) > written.getOrDefault(ENGLISH, 0) ? GERMAN : ENGLISH;
    }

    private static Map<Language, Integer> lengths(List<Brief.Source> sources) {
        return sources.stream()
                .collect(Collectors.toMap(
                        source -> of(source.text()),
                        source -> source.text().length(),
                        Integer::sum,
                        () -> new EnumMap<>(Language.class)));
    }

    private static long count(Language language, Collection<String> lowerCaseWords) {
        return lowerCaseWords.stream().filter(language.everydayWords::contains).count();
    }
}
