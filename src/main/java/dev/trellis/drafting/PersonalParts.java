package dev.trellis.drafting;

import dev.trellis.drafting.SentText.Part;
import dev.trellis.drafting.SentText.Whose;
import dev.trellis.reading.PersonalText;
import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Which parts of the turns of one question no model may see. Names are found word by word, so that "Ben Okafor", "Ben" and
 * "Mr. Okafor" stay one person; everything else as it stands.
 *
 * <p>What was found in one sentence is found in all of them. A word that is both somebody's name and an ordinary word, such as
 * "Mark" or "May", counts where the tagger holds it for a name, where another word of the same name stands beside it, or where a
 * given name is written with a capital within a sentence.
 */
final class PersonalParts {

    /** Days, ages and salutations tell nobody who it is, and a draft needs days. */
    private static final Set<Kind> LEFT = Set.of(Kind.DATE, Kind.AGE, Kind.SALUTATION);

    /** "May" in "last May" may be anybody's; a month is not taken for a given name for its capital alone. */
    private static final Set<String> MONTHS = Set.of("april", "may", "june", "july", "august", "mai", "juni", "juli");

    /** Small words of two or three letters are words, whoever is called so. */
    private static final int SHORTEST_IN_SMALL_LETTERS = 4;

    private final DirectoryNames directory;
    private final PersonalText recogniser;
    private final Map<String, List<Found>> read = new HashMap<>();
    private final DirectoryNames named = new DirectoryNames();
    private final Map<String, Kind> phrases =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** @param texts all that is sent, of which what is found in one counts in all */
    PersonalParts(DirectoryNames directory, PersonalText recogniser, List<SentText> texts) {
        this.directory = directory;
        this.recogniser = recogniser;
        for (SentText text : texts) {
            for (Part part : text.parts()) {
                learn(part.whose(), part.of(text.words()));
            }
        }
    }

    private void learn(Whose whose, String words) {
        if (whose == Whose.NAME) {
            named.add(words, "");
        } else if (whose == Whose.PERSON) {
            for (Found found : found(words)) {
                String what = words.substring(found.start(), found.end());
                if (found.kind() == Kind.PERSON) {
                    named.add(what, "");
                } else if (!LEFT.contains(found.kind()) && what.length() > 2 && !recogniser.isOrdinary(what)) {
                    phrases.putIfAbsent(what, found.kind());
                    phrases.putIfAbsent(PseudonymousModel.inJson(what), found.kind());
                }
            }
        }
    }

    private List<Found> found(String words) {
        return read.computeIfAbsent(words, recogniser::find);
    }

    /** In order, none overlapping another. */
    List<Found> in(SentText text) {
        List<Found> all = new ArrayList<>();
        for (Part part : text.parts()) {
            for (Found found : in(part.whose(), part.of(text.words()))) {
                all.add(new Found(found.kind(), part.start() + found.start(), part.start() + found.end()));
            }
        }
        return all;
    }

    private List<Found> in(Whose whose, String words) {
        Claims claims = new Claims();
        List<Found> told = whose == Whose.PERSON ? found(words) : recogniser.findByForm(words);
        told.stream()
                .filter(found -> found.kind() != Kind.PERSON && !LEFT.contains(found.kind()))
                .filter(found -> !isOnlyNames(words.substring(found.start(), found.end())))
                .forEach(claims::add);
        phrases.forEach((phrase, kind) -> {
            if (isOnlyNames(phrase)) {
                return;
            }
            for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
                if (isWhole(words, at, at + phrase.length())) {
                    claims.add(new Found(kind, at, at + phrase.length()));
                }
            }
        });
        Matcher number = DirectoryNames.NUMBER.matcher(words);
        while (number.find()) {
            if (directory.holdsNumber(number.group())) {
                claims.add(new Found(Kind.NUMBER, number.start(), number.end()));
            }
        }
        names(whose, words, told, claims);
        return claims.inOrder();
    }

    /** A person taken for a place or a company in one sentence is a person all the same. */
    private boolean isOnlyNames(String phrase) {
        Matcher word = DirectoryNames.WORD.matcher(phrase);
        int names = 0;
        while (word.find()) {
            if (recogniser.isOrdinary(word.group()) || !directory.holds(word.group()) && !named.holds(word.group())) {
                return false;
            }
            names++;
        }
        return names > 0 && phrase.codePoints().noneMatch(Character::isDigit);
    }

    private void names(Whose whose, String words, List<Found> told, Claims claims) {
        BitSet persons = new BitSet();
        told.stream()
                .filter(found -> found.kind() == Kind.PERSON)
                .forEach(found -> persons.set(found.start(), found.end()));
        List<Word> all = new ArrayList<>();
        Matcher word = DirectoryNames.WORD.matcher(words);
        while (word.find()) {
            all.add(new Word(word.group(), word.start(), word.end()));
        }
        for (int i = 0; i < all.size(); i++) {
            Word here = all.get(i);
            boolean isName = whose == Whose.NAME
                    || persons.get(here.start()) && isNameInName(here)
                    || isKnown(whose, words, all, i);
            if (isName) {
                claims.add(new Found(Kind.PERSON, here.start(), here.end()));
            } else if (isGenitive(here)) {
                claims.add(new Found(Kind.PERSON, here.start(), here.end() - 1));
            }
        }
    }

    /** Not an initial, not the "van" of "Anna van Dyk". */
    private static boolean isNameInName(Word word) {
        return word.text().length() > 1 && !Character.isLowerCase(word.text().codePointAt(0));
    }

    private boolean isKnown(Whose whose, String words, List<Word> all, int i) {
        Word here = all.get(i);
        String text = here.text();
        if (text.length() < 2 || !directory.holds(text) && !named.holds(text)) {
            return false;
        }
        boolean isSmall = Character.isLowerCase(text.codePointAt(0));
        if (!recogniser.isOrdinary(text)) {
            return !isSmall || text.length() >= SHORTEST_IN_SMALL_LETTERS;
        }
        if (isSmall) {
            return false;
        }
        return i > 0 && areNeighbours(all.get(i - 1), here, words)
                || i + 1 < all.size() && areNeighbours(here, all.get(i + 1), words)
                || whose == Whose.PERSON && isCapitalWithin(words, here);
    }

    private boolean areNeighbours(Word one, Word next, String words) {
        return next.start() - one.end() <= 2
                && words.substring(one.end(), next.start()).chars().noneMatch(c -> c == '.' || c == ';' || c == ':')
                && !Character.isLowerCase(one.text().codePointAt(0))
                && !Character.isLowerCase(next.text().codePointAt(0))
                && (directory.areNeighbours(one.text(), next.text()) || named.areNeighbours(one.text(), next.text()));
    }

    private boolean isCapitalWithin(String words, Word word) {
        String before = words.substring(0, word.start()).stripTrailing();
        boolean begins = before.isEmpty() || ".?!:;–—-(\"“”„»«…•*".indexOf(before.charAt(before.length() - 1)) >= 0;
        return !begins
                && (directory.holdsGiven(word.text()) || named.holdsGiven(word.text()))
                && !MONTHS.contains(word.text().toLowerCase(Locale.ROOT));
    }

    /** "Annas Bericht". */
    private boolean isGenitive(Word word) {
        String text = word.text();
        if (text.length() < SHORTEST_IN_SMALL_LETTERS
                || !text.endsWith("s")
                || Character.isLowerCase(text.codePointAt(0))) {
            return false;
        }
        String stem = text.substring(0, text.length() - 1);
        return !recogniser.isOrdinary(stem)
                && !recogniser.isOrdinary(text)
                && (directory.holds(stem) || named.holds(stem));
    }

    private static boolean isWhole(String words, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(words.codePointBefore(start)))
                && (end == words.length() || !Character.isLetterOrDigit(words.codePointAt(end)));
    }

    private record Word(String text, int start, int end) {}

    /** Who comes first keeps its place. */
    private static final class Claims {

        private final BitSet taken = new BitSet();
        private final List<Found> found = new ArrayList<>();

        void add(Found part) {
            if (taken.get(part.start(), part.end()).isEmpty()) {
                taken.set(part.start(), part.end());
                found.add(part);
            }
        }

        List<Found> inOrder() {
            found.sort(Comparator.comparingInt(Found::start));
            return found;
        }
    }
}
