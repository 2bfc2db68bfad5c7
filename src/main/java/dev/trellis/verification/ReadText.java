package dev.trellis.verification;

import dev.trellis.drafting.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text taken apart: its words in order and, for each, what its clause does to it. It looks at words and their order only; a
 * clause ends at a mark or at a word that joins clauses, and an inversion or a relative clause may be read wrongly. What comes of
 * it is weighed with other signs and decides nothing alone.
 *
 * @param german more German than English function words
 * @param addresses it speaks to somebody, as feedback does
 */
record ReadText(List<Word> words, boolean german, boolean addresses) {

    /** How a clause means what it says. */
    enum Mode {
        FACT,
        FUTURE,
        DUTY,
        INTENT,
        POSSIBLE
    }

    /** Who a clause is about. */
    enum Role {
        /** "I" and "we", or "you" in a text that addresses somebody: whoever the text is about. */
        LEARNER,
        /** "I" in a text that addresses somebody. */
        AUTHOR,
        NAMED,
        THING,
        UNKNOWN
    }

    /** @param subject the word that names who the clause is about; empty for a pronoun or nobody */
    record Word(
            String surface,
            String lower,
            String stem,
            int sentence,
            int clause,
            boolean opensSentence,
            boolean content,
            boolean negated,
            Mode mode,
            Role role,
            String subject) {

        /** Neither content nor a mere joint: a verb of saying counts where it is what somebody did. */
        boolean acts() {
            return content || (LEXICON.isIn("reporting", lower) && !LEXICON.isIn("function", lower));
        }

        Word asked() {
            return new Word(
                    surface,
                    lower,
                    stem,
                    sentence,
                    clause,
                    opensSentence,
                    content,
                    negated,
                    Mode.POSSIBLE,
                    role,
                    subject);
        }

        boolean capital() {
            return Character.isUpperCase(surface.charAt(0));
        }
    }

    private static final Lexicon LEXICON = Lexicon.SHIPPED;
    private static final Pattern TOKEN =
            Pattern.compile("\\d+(?:[.,:]\\d+)*|\\p{L}+(?:[’'-]\\p{L}+)*|[.!?;:,–—()…\\n]");
    private static final Pattern WOULD_LIKE =
            Pattern.compile("(?i)\\b(?:would (?:gladly |really )?like|'d like|see myself|hätte gern)\\b");
    private static final Set<String> JOINS = Set.of(
            "and",
            "but",
            "because",
            "so",
            "when",
            "while",
            "which",
            "that",
            "who",
            "if",
            "whether",
            "before",
            "after",
            "until",
            "though",
            "although",
            "since",
            "und",
            "aber",
            "weil",
            "dass",
            "wenn",
            "während",
            "bevor",
            "nachdem",
            "obwohl",
            "ob",
            "seit",
            "damit",
            "sondern",
            "denn");
    private static final Set<String> FIRST =
            Set.of("i", "we", "ich", "wir", "i'm", "i've", "i'd", "i'll", "we've", "we're");
    private static final Set<String> SECOND = Set.of("you", "du", "you've", "you're", "ihr");
    private static final Set<String> OTHERS = Set.of("he", "she", "they", "er", "sie", "it", "es");
    private static final Pattern ADDRESSING =
            Pattern.compile("(?iu)(?<!thank )\\b(?:you|your|du|dich|dir|deine?[nrms]?)\\b");
    private static final Pattern SPOKEN = Pattern.compile("[“\"„][^”\"“]*[”\"“]");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "to", "with", "by", "from", "for", "at", "in", "on", "about", "without", "near", "like", "under",
            "mit", "von", "bei", "für", "an", "zu", "ohne", "über");
    private static final Set<String> AUXILIARIES = Set.of(
            "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "should", "may", "might",
            "must", "does", "did", "do", "wants", "doesn't", "didn't", "isn't", "wasn't", "hat", "ist", "war", "hatte",
            "wird", "kann", "muss", "soll", "möchte", "wurde");
    private static final Set<String> ADVERBS =
            Set.of("now", "still", "also", "never", "always", "often", "rarely", "twice", "once", "no", "not");
    private static final Set<String> GERMAN_SELF = Set.of("ich", "wir", "du");
    private static final Set<String> PASSIVE =
            Set.of("was", "were", "been", "is", "are", "being", "wurde", "wurden", "worden");
    private static final Set<String> BY = Set.of("by", "von", "vom");
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "my", "our", "your", "his", "her", "their", "der", "die", "das", "ein", "eine", "mein",
            "meine", "two", "three", "all", "some", "this", "that", "no", "every");

    static ReadText of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher =
                TOKEN.matcher(WOULD_LIKE.matcher(text.replace('’', '\'')).replaceAll("want"));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        Set<String> lower = new HashSet<>();
        tokens.forEach(token -> lower.add(token.toLowerCase(Locale.ROOT)));
        boolean german = Language.of(lower) == Language.GERMAN;
        boolean addresses =
                ADDRESSING.matcher(SPOKEN.matcher(text).replaceAll(" ")).find();
        return new ReadText(
                new Reading(german, addresses, lower.stream().anyMatch(FIRST::contains)).words(tokens),
                german,
                addresses);
    }

    /** The words that say something. */
    List<Word> content() {
        return words.stream().filter(Word::content).toList();
    }

    boolean has(String group) {
        return words.stream().anyMatch(word -> LEXICON.isIn(group, word.lower()));
    }

    /** The clauses of a text, read one after the other. */
    private static final class Reading {

        private final boolean german;
        private final boolean addresses;
        private final boolean firstPerson;
        private final List<Word> words = new ArrayList<>();
        private int sentence;
        private int clause;
        private boolean opens = true;
        private Role role = Role.UNKNOWN;
        private String subject = "";

        Reading(boolean german, boolean addresses, boolean firstPerson) {
            this.german = german;
            this.addresses = addresses;
            this.firstPerson = firstPerson;
        }

        List<Word> words(List<String> tokens) {
            List<String> current = new ArrayList<>();
            for (String token : tokens) {
                boolean mark = !Character.isLetterOrDigit(token.charAt(0));
                if (mark || (JOINS.contains(token.toLowerCase(Locale.ROOT)) && !current.isEmpty())) {
                    close(current);
                    if (mark && ".!?\n…".contains(token)) {
                        if (token.equals("?")) {
                            ask();
                        }
                        sentence++;
                        opens = true;
                        role = Role.UNKNOWN;
                        subject = "";
                    }
                }
                if (!mark) {
                    current.add(token);
                }
            }
            close(current);
            return words;
        }

        private void close(List<String> clauseWords) {
            if (clauseWords.isEmpty()) {
                return;
            }
            clause++;
            findSubject(clauseWords);
            findAgent(clauseWords);
            boolean wholeNegated = german && clauseWords.stream().anyMatch(Reading::negates);
            Mode whole = german ? modeIn(clauseWords) : Mode.FACT;
            boolean negated = wholeNegated;
            Mode mode = whole;
            for (int i = 0; i < clauseWords.size(); i++) {
                String surface = clauseWords.get(i);
                String word = surface.toLowerCase(Locale.ROOT);
                turnTo(clauseWords, i);
                Mode here = modeOf(word);
                mode = here == Mode.FACT ? mode : here;
                boolean content = isContent(word);
                words.add(new Word(
                        surface,
                        word,
                        Vocabulary.stemOf(word),
                        sentence,
                        clause,
                        opens,
                        content,
                        negated,
                        mode,
                        role,
                        subject));
                negated = negated || negates(word);
                opens = false;
            }
            clauseWords.clear();
        }

        /** What is asked is not said. */
        private void ask() {
            words.replaceAll(word -> word.sentence() == sentence ? word.asked() : word);
        }

        private static boolean negates(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            return LEXICON.isIn("negation", lower) || lower.endsWith("n't");
        }

        private boolean isContent(String word) {
            return !LEXICON.isIn("function", word)
                    && !LEXICON.isIn("reporting", word)
                    && !negates(word)
                    && modeOf(word) == Mode.FACT
                    && !word.endsWith("n't")
                    && !FIRST.contains(word)
                    && !SECOND.contains(word)
                    && word.length() > 1;
        }

        private Mode modeIn(List<String> clauseWords) {
            Mode found = Mode.FACT;
            for (String word : clauseWords) {
                Mode here = modeOf(word.toLowerCase(Locale.ROOT));
                found = here.compareTo(found) > 0 ? here : found;
            }
            return found;
        }

        private Mode modeOf(String word) {
            if (german && word.equals("will")) {
                return Mode.INTENT;
            }
            if (LEXICON.isIn("possible", word) && !(german && word.equals("might"))) {
                return Mode.POSSIBLE;
            }
            if (LEXICON.isIn("intent", word)) {
                return Mode.INTENT;
            }
            if (LEXICON.isIn("duty", word)) {
                return Mode.DUTY;
            }
            return LEXICON.isIn("future", word) || word.endsWith("'ll") ? Mode.FUTURE : Mode.FACT;
        }

        /** The first pronoun or name of a clause, or its first noun with an article; a clause without one goes on with the last. */
        private void findSubject(List<String> clauseWords) {
            String lastName = "";
            for (Word earlier : words) {
                lastName = earlier.role() == Role.NAMED ? earlier.subject() : lastName;
            }
            if (german
                    && clauseWords.stream()
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .anyMatch(GERMAN_SELF::contains)) {
                set(Role.LEARNER, "");
                return;
            }
            for (int i = 0; i < clauseWords.size() && i < 6; i++) {
                String word = clauseWords.get(i).toLowerCase(Locale.ROOT);
                if (FIRST.contains(word)) {
                    set(addresses ? Role.AUTHOR : Role.LEARNER, "");
                    return;
                }
                if (SECOND.contains(word) && (i == 0 || !PREPOSITIONS.contains(before(clauseWords, i)))) {
                    set(Role.LEARNER, "");
                    return;
                }
                if (word.equals("it") || word.equals("es")) {
                    set(Role.UNKNOWN, "");
                    return;
                }
                if (OTHERS.contains(word)) {
                    backTo(lastName);
                    return;
                }
                if (isName(clauseWords, i)) {
                    set(Role.NAMED, word);
                    return;
                }
                if (isNoun(clauseWords, i)) {
                    set(Role.THING, Vocabulary.stemOf(word));
                    return;
                }
            }
        }

        private static String before(List<String> clauseWords, int i) {
            return i == 0 ? "" : clauseWords.get(i - 1).toLowerCase(Locale.ROOT);
        }

        /** In a clause that has begun: "when the alarm went off I froze". */
        private void turnTo(List<String> clauseWords, int i) {
            String word = clauseWords.get(i).toLowerCase(Locale.ROOT);
            if (german || i == 0) {
                return;
            }
            if (FIRST.contains(word)) {
                set(addresses ? Role.AUTHOR : Role.LEARNER, "");
            } else if (SECOND.contains(word)
                    && isFollowedByVerb(clauseWords, i)
                    && !PREPOSITIONS.contains(before(clauseWords, i))) {
                set(Role.LEARNER, "");
            } else if (isName(clauseWords, i) && isFollowedByVerb(clauseWords, i)) {
                set(Role.NAMED, word);
            }
        }

        private boolean isName(List<String> clauseWords, int i) {
            String surface = clauseWords.get(i);
            String word = surface.toLowerCase(Locale.ROOT);
            boolean first = opens && i == 0;
            return Character.isUpperCase(surface.charAt(0))
                    && (!german || first)
                    && !LEXICON.isIn("function", word)
                    && !LEXICON.isIn("calendar", word)
                    && LEXICON.number(word).isEmpty()
                    && !PREPOSITIONS.contains(before(clauseWords, i))
                    && !word.endsWith("'s")
                    && (!first
                            || (german
                                    ? clauseWords.size() > 1 && AUXILIARIES.contains(clauseWords.get(1))
                                    : isFollowedByVerb(clauseWords, i)));
        }

        private static boolean isFollowedByVerb(List<String> clauseWords, int i) {
            if (i + 1 >= clauseWords.size()) {
                return false;
            }
            String next = clauseWords.get(i + 1).toLowerCase(Locale.ROOT);
            boolean adverb = next.endsWith("ly") || ADVERBS.contains(next);
            if (adverb && i + 2 < clauseWords.size()) {
                next = clauseWords.get(i + 2).toLowerCase(Locale.ROOT);
            }
            return AUXILIARIES.contains(next)
                    || Vocabulary.isIrregularPast(next)
                    || next.endsWith("ed")
                    || (next.endsWith("s") && !next.endsWith("ss") && !LEXICON.isIn("function", next));
        }

        private boolean isNoun(List<String> clauseWords, int i) {
            String word = clauseWords.get(i).toLowerCase(Locale.ROOT);
            String before = before(clauseWords, i);
            boolean determined = DETERMINERS.contains(before)
                    || before.endsWith("'s")
                    || !LEXICON.number(before).isEmpty();
            if (!determined
                    || i > 3
                    || !LEXICON.number(word).isEmpty()
                    || !(isContent(word) || LEXICON.isIn("reporting", word))) {
                return false;
            }
            return clauseWords.subList(Math.max(0, i - 3), i).stream()
                    .noneMatch(earlier -> PREPOSITIONS.contains(earlier.toLowerCase(Locale.ROOT)));
        }

        /** "was cancelled by the client": the client did it. */
        private void findAgent(List<String> clauseWords) {
            boolean passive = clauseWords.stream().anyMatch(word -> PASSIVE.contains(word.toLowerCase(Locale.ROOT)));
            for (int i = 1; passive && i + 1 < clauseWords.size(); i++) {
                String next = clauseWords.get(i + 1);
                if (BY.contains(clauseWords.get(i)) && !LEXICON.isIn("calendar", next.toLowerCase(Locale.ROOT))) {
                    boolean article = DETERMINERS.contains(next.toLowerCase(Locale.ROOT)) && i + 2 < clauseWords.size();
                    if (article) {
                        set(Role.THING, Vocabulary.stemOf(clauseWords.get(i + 2).toLowerCase(Locale.ROOT)));
                    } else if (Character.isUpperCase(next.charAt(0))) {
                        set(Role.NAMED, next.toLowerCase(Locale.ROOT));
                    }
                }
            }
        }

        /** "he", "she" or "they" after a name is that name; in a text without "I" and "you" it is whom the text is about. */
        private void backTo(String lastName) {
            if (role == Role.NAMED || role == Role.THING) {
                return;
            }
            set(lastName.isEmpty() ? (firstPerson || addresses ? Role.UNKNOWN : Role.LEARNER) : Role.NAMED, lastName);
        }

        private void set(Role role, String subject) {
            this.role = role;
            this.subject = subject;
        }
    }

    static String bare(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }
}
