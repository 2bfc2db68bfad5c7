package dev.trellis.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of single words before reading a text: those that are ordinary, those that are given names, and places and
 * peoples as the Java platform names them.
 *
 * @param ordinary words seen in small letters, in small letters
 * @param givenNames in small letters
 */
record PersonalWords(Set<String> ordinary, Set<String> givenNames) {

    static final String ORDINARY = "words.txt";
    static final String GIVEN_NAMES = "given-names.txt";

    /** Of one word, in English and German, without those that are also given names or nouns. */
    private static final Set<String> COUNTRIES = Stream.of(Locale.ENGLISH, Locale.GERMAN)
            .flatMap(language -> Arrays.stream(Locale.getISOCountries())
                    .map(code -> Locale.of("", code).getDisplayCountry(language)))
            .filter(name -> name.matches("\\p{Lu}\\p{L}{3,}"))
            .map(PersonalWords::small)
            .filter(name -> !Set.of("chad", "jordan", "georgia", "turkey", "jersey", "cuba", "guinea", "mali", "togo")
                    .contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PLACES = Stream.concat(
                    Stream.of(Locale.ENGLISH, Locale.GERMAN)
                            .flatMap(language -> Arrays.stream(Locale.getISOCountries())
                                    .map(code -> Locale.of("", code).getDisplayCountry(language))),
                    Arrays.stream(TimeZone.getAvailableIDs())
                            .filter(zone -> zone.matches("(?:Africa|America|Asia|Australia|Europe)/.*"))
                            .map(zone -> zone.substring(zone.lastIndexOf('/') + 1)))
            .flatMap(name -> Arrays.stream(name.split("[^\\p{L}]+")))
            .filter(word -> word.length() > 3 && Character.isUpperCase(word.charAt(0)))
            .map(PersonalWords::small)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PEOPLES = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages())
                            .map(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH))
                            .flatMap(name -> Arrays.stream(name.split("[^\\p{L}]+")))
                            .filter(word -> word.length() > 3),
                    Arrays.stream(
                            ("american australian austrian brazilian british canadian chilean colombian cuban egyptian ethiopian"
                                            + " ghanaian indian iranian iraqi israeli jordanian kenyan lebanese libyan mexican moroccan nigerian"
                                            + " pakistani peruvian scottish syrian taiwanese tunisian ugandan venezuelan african arab asian"
                                            + " european latin buddhist catholic christian hindu jewish muslim orthodox protestant sikh"
                                            + " conservative democrat liberal republican socialist")
                                    .split(" ")))
            .map(PersonalWords::small)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STREETS = Set.of(
            ("street st road rd avenue ave lane drive dr way court square blvd boulevard box suite apt floor unit strasse straße str"
                            + " platz weg allee gasse ring ufer rue via calle ulica ul utca gata gade vej vei veien laan straat katu piazza plaza")
                    .split(" "));

    private static final Pattern STREET_END = Pattern.compile(
            ".{3,}(?:stra(?:ß|ss)e|str|gasse|platz|allee|weg|gatan|gade|vej|veien|vegen|laan|straat|katu|tie|utca|vägen|gränd)");

    private static final Set<String> GERMAN = Set.of(
            ("der die das und ich nicht mit für ist war ein eine einen dem den des im zu auf von habe hat wir sich bei als auch wie"
                            + " mein meine unser nach über aus am um sie es dass wurde beim vom zum zur")
                    .split(" "));

    private static final Set<String> DAYS_AND_MONTHS = Set.of(
            ("january february march april may june july august september october november december januar februar märz mai juni"
                            + " juli oktober dezember jan feb mar apr jun jul aug sep sept oct nov dec"
                            + " monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag")
                    .split(" "));

    static PersonalWords of(String ordinary, String givenNames) {
        return new PersonalWords(words(ordinary), words(givenNames));
    }

    private static Set<String> words(String file) {
        Set<String> words = new HashSet<>();
        file.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.add(small(word)));
        return Set.copyOf(words);
    }

    static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    static boolean isCountry(String word) {
        return COUNTRIES.contains(small(word));
    }

    boolean isOrdinary(String word) {
        String small = small(word);
        return ordinary.contains(small) || GERMAN.contains(small) || DAYS_AND_MONTHS.contains(small);
    }

    /** What kinds of word this is, as one short word of its own. */
    String classOf(String smallWord) {
        StringBuilder kinds = new StringBuilder();
        kinds.append(ordinary.contains(smallWord) ? 'o' : 'u');
        kinds.append(givenNames.contains(smallWord) ? 'g' : '-');
        kinds.append(PLACES.contains(smallWord) ? 'p' : PEOPLES.contains(smallWord) ? 'n' : '-');
        kinds.append(
                STREETS.contains(smallWord) || STREET_END.matcher(smallWord).matches()
                        ? 's'
                        : DAYS_AND_MONTHS.contains(smallWord) ? 'm' : '-');
        return kinds.toString();
    }

    static boolean isGerman(Iterable<PersonalToken> tokens) {
        int words = 0;
        int german = 0;
        for (PersonalToken token : tokens) {
            if (token.isWord()) {
                words++;
                german += GERMAN.contains(small(token.text())) ? 1 : 0;
            }
        }
        return words > 0 && german * 8 >= words;
    }
}
