package dev.trellis.drafting;

import dev.trellis.people.Person;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of people's names and their employee numbers, to look single words up in. Built once for all people of a directory;
 * a look-up costs the same for ten as for sixty thousand.
 */
final class DirectoryNames {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Letters and digits with marks between them, as in "E-1042" or "okafor.b". */
    static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}]+(?:[._/-][\\p{L}\\p{N}]+)*");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HIDDEN = Pattern.compile("\\p{Cf}+");

    /** A shorter number is a count, a room, an hour. */
    private static final int SHORTEST_NUMBER = 4;

    private final Set<String> given = new HashSet<>();
    private final Set<String> all = new HashSet<>();
    private final Set<String> neighbours = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    static DirectoryNames of(Collection<Person> people) {
        DirectoryNames names = new DirectoryNames();
        for (Person person : people) {
            names.add(person.givenName(), person.familyName());
            String number = person.externalId().strip();
            if (number.length() >= SHORTEST_NUMBER && number.chars().anyMatch(Character::isDigit)) {
                names.numbers.add(number.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    void add(String givenName, String familyName) {
        List<String> words = new ArrayList<>(words(givenName));
        given.addAll(words);
        int firstOfFamily = words.size();
        words.addAll(words(familyName));
        all.addAll(words);
        for (int i = 1; i < words.size(); i++) {
            neighbours.add(words.get(i - 1) + " " + words.get(i));
        }
        if (firstOfFamily > 0 && firstOfFamily < words.size()) {
            neighbours.add(words.getLast() + " " + words.getFirst());
            neighbours.add(words.getFirst() + " " + words.getLast());
        }
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(HIDDEN.matcher(name).replaceAll(""));
        while (word.find()) {
            if (word.group().length() > 1) {
                words.add(folded(word.group()));
            }
        }
        return words;
    }

    boolean holds(String word) {
        return all.contains(folded(word)) || all.contains(spelledOut(word));
    }

    boolean holdsGiven(String word) {
        return given.contains(folded(word));
    }

    /** Whether somebody is called by these two words, one after the other. */
    boolean areNeighbours(String word, String next) {
        return neighbours.contains(folded(word) + " " + folded(next));
    }

    boolean holdsNumber(String number) {
        return numbers.contains(number.toLowerCase(Locale.ROOT));
    }

    /** Small letters without accents. */
    static String folded(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    }

    /** "Mueller" is how "Müller" is written where there is no "ü". */
    private static String spelledOut(String word) {
        return folded(word.toLowerCase(Locale.ROOT)
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u"));
    }
}
