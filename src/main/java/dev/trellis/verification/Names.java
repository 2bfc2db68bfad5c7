package dev.trellis.verification;

import dev.trellis.drafting.Language;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capitalised words that nothing given explains: somebody's name, a product, a course that does not exist. */
final class Names {

    private static final Pattern CAPITALISED = Pattern.compile("(?<![\\p{L}\\d’'])\\p{Lu}[\\p{L}\\d]*(?:-\\p{L}+)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:-\\p{L}+)*");

    /** In German every noun has a capital. Only what stands as a name does is taken for one. */
    private static final Pattern CALLED_SO =
            Pattern.compile("(?:^|[\\s(])(?:Frau|Herrn?|sagte|schrieb|meinte|fand|laut|Laut)\\s+$");

    /** Nouns that another noun follows without being a name: "Thema Führung", "Ende Mai". */
    private static final Set<String> BEFORE_NOUNS = Set.of(
            "Thema",
            "Rolle",
            "Stufe",
            "Ende",
            "Anfang",
            "Mitte",
            "Team",
            "Projekt",
            "Abteilung",
            "Schritt",
            "Punkt",
            "Teil",
            "Kurs",
            "Ziel",
            "Woche",
            "Monat",
            "Jahr",
            "Frau",
            "Herr",
            "Herrn");

    private static final String SENTENCE_OPENERS = ".!?:";

    private Names() {}

    /**
     * The first word with a capital inside a sentence that stands in none of {@code texts}; at the start of a sentence, the
     * first that is not a word sentences start with and is followed as a name would be.
     */
    static Optional<String> foreignIn(String sentence, Collection<String> texts) {
        Set<String> known = new HashSet<>();
        for (String text : texts) {
            Matcher words = WORD.matcher(text);
            while (words.find()) {
                known.add(words.group());
                known.add(words.group().toLowerCase(Locale.ROOT));
            }
        }
        boolean german = Language.of(sentence) == Language.GERMAN;
        Matcher matcher = CAPITALISED.matcher(sentence);
        while (matcher.find()) {
            String word = matcher.group();
            boolean opens = opensSentence(sentence, matcher.start());
            boolean suspicious = german
                    ? isNamedInGerman(sentence, matcher.start(), matcher.end(), word, known)
                    : opens ? isFollowedAsAName(sentence, matcher.end(), word) : !isAbbreviation(word);
            if (suspicious && !isKnown(word, known, opens)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** "I", "HR", "SQL": no person. */
    private static boolean isAbbreviation(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && word.length() <= 5;
    }

    /** "May" is marked in the lexicon, as it is a verb too. */
    private static boolean isOfCalendar(String word) {
        return Lexicon.SHIPPED.isIn("calendar", word.toLowerCase(Locale.ROOT)) || word.equals("May");
    }

    private static boolean isKnown(String word, Set<String> known, boolean opens) {
        if (isOfCalendar(word) || known.contains(word)) {
            return true;
        }
        List<String> parts = List.of(word.split("-"));
        return (parts.size() > 1 && known.containsAll(parts))
                || (opens && known.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean opensSentence(String sentence, int start) {
        int before = start - 1;
        while (before >= 0
                && !Character.isLetterOrDigit(sentence.charAt(before))
                && SENTENCE_OPENERS.indexOf(sentence.charAt(before)) < 0) {
            before--;
        }
        return before < 0 || SENTENCE_OPENERS.indexOf(sentence.charAt(before)) >= 0;
    }

    /** "Frau Lind", "sagte Mara", "Mara schrieb", "Mara Lind": a noun that stands as a name does. */
    private static boolean isNamedInGerman(String sentence, int start, int end, String word, Set<String> known) {
        if (Vocabulary.isReporting(word.toLowerCase(Locale.ROOT)) || BEFORE_NOUNS.contains(word)) {
            return false;
        }
        Matcher next = WORD.matcher(sentence).region(end, sentence.length());
        boolean apart = sentence.startsWith(" ", end)
                && next.region(end + 1, sentence.length()).lookingAt();
        boolean saying = apart && Vocabulary.isSaying(next.group());
        boolean doubled = apart
                && Character.isUpperCase(next.group().charAt(0))
                && !isOfCalendar(next.group())
                && !known.contains(next.group())
                && !Vocabulary.isReporting(next.group().toLowerCase(Locale.ROOT));
        return doubled
                || saying
                || CALLED_SO.matcher(sentence.substring(0, start)).find();
    }

    /** "Mara wrote", "Mara’s note", "Mara Lind told", "Mara and Ben". */
    private static boolean isFollowedAsAName(String sentence, int end, String word) {
        if (Vocabulary.isFunctionWord(word)) {
            return false;
        }
        String rest = sentence.substring(end);
        Matcher next = WORD.matcher(rest);
        return rest.startsWith("’s ")
                || rest.startsWith("'s ")
                || rest.startsWith("’ ")
                || (next.lookingAt()
                                || (rest.startsWith(" ")
                                        && next.region(1, rest.length()).lookingAt()))
                        && (Vocabulary.isSaying(next.group())
                                || Character.isUpperCase(next.group().charAt(0)));
    }
}
