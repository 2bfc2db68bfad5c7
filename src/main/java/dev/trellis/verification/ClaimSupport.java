package dev.trellis.verification;

import dev.trellis.drafting.QuoteFinder;
import dev.trellis.verification.ClaimCheck.Fault;
import dev.trellis.verification.Finding.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the cited words carry a sentence. A sentence is taken apart into what it quotes and what it says around that. What
 * it quotes must stand in the cited passages. What it says around that may use words of the passages, the known names and
 * levels, the sources' authors and days, and words that only report; figures, days, names, authors and negations must agree.
 * A sentence that quotes nothing must score as supported; see {@link SupportScore}.
 */
final class ClaimSupport {

    /** Share of the words of content around a quotation that must stand in the cited passages: the quotation carries the rest. */
    private static final double LEAST_SHARED = 0.5;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])\\d+(?:[.,]\\d+)*(?![\\p{L}\\d])|\\b(?:"
                    + "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend|dutzend|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
                    + "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<String> NUMBER_WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> GERMAN_NUMBER_WORDS = List.of(
            "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf");
    private static final Pattern EXPECTING =
            Pattern.compile("(?i)\\b(?:expect|require|ask|sought|seek|need|reach|grow|aim|target"
                    + "|erwart|verlang|brauch|soll|ziel)\\w*");
    private static final String LEARNER = " \u0001 ";
    private static final String AUTHOR = " \u0002 ";
    private static final String NAME = " \u0003 ";
    private static final String GERMAN_WRITING =
            "(?i:schrieb|schreibt|sagte|sagt|nannte|nennt|notierte|beschrieb|beschreibt|berichtete|erzählte|meinte|sieht|zielt)";
    private static final Pattern BY_LEARNER =
            Pattern.compile("\u0001\\s*(?:\\p{L}+ly |also |once |then )?(?:wrote|writes|said|says|told"
                    + "|noted|notes|reflected|reflects|recognised|saw|sees|noticed|observed|put|puts|set|rated|thanked|wants|wanted|described"
                    + "|describes|mentioned|asked|gave|remarked)\\b"
                    + "|\u0001\\s*[’']s?\\s+(?:\\p{L}+ )?(?:words?|notes?|reflections?|goals?|view|journal|wish|sentence)\\b"
                    + "|\u0001\\s*(?:" + GERMAN_WRITING + ")\\b(?!\\s*\u0002)|\\b(?:" + GERMAN_WRITING + ")\\s*\u0001"
                    + "|\\b(?i:worten?|notiz(?:en)?|reflexion(?:en)?|ziele?n?|wunsch|satz) von\\s*\u0001");

    private final String sentence;
    private final List<CitedWords> cited;
    private final Facts known;
    private final String passages;
    private final String texts;

    private final SupportScore score;

    ClaimSupport(String sentence, List<CitedWords> cited, Facts known, SupportScore score) {
        this.sentence = sentence;
        this.cited = cited;
        this.known = known;
        this.score = score;
        this.passages = String.join("\n", cited.stream().map(CitedWords::quote).toList());
        this.texts = String.join(
                "\n", cited.stream().map(words -> words.source().text()).toList());
    }

    /**
     * Why the words cited do not carry the sentence, for a reader; empty where they do.
     *
     * @param asserts false for a question, which may ask in words of its own
     */
    Optional<Fault> fault(boolean asserts) {
        Optional<Fault> fault = blockingFault(asserts).map(reason -> new Fault(Code.CLAIM_NOT_SUPPORTED, reason));
        return fault.isEmpty() && asserts && isBarelySupported()
                ? Optional.of(new Fault(
                        Code.CLAIM_BARELY_SUPPORTED, "It says in other words what its source says: compare the two."))
                : fault;
    }

    private Optional<String> blockingFault(boolean asserts) {
        Parts parts = Parts.of(sentence, cited);
        for (String words : parts.otherQuotes()) {
            boolean isName = known.names().stream().anyMatch(name -> name.equalsIgnoreCase(words.strip()));
            if (!isName
                    && cited.stream()
                            .noneMatch(source ->
                                    QuoteFinder.find(words, source.quote()).isPresent())) {
                return Optional.of("It quotes words that do not stand in the passage it cites.");
            }
        }
        if (parts.around().chars().anyMatch(c -> "“”„\"".indexOf(c) >= 0)) {
            return Optional.of("It opens a quotation without closing it.");
        }
        for (CitedWords source : cited) {
            if (turnsRound(source)) {
                return Optional.of("It leaves out a “not” that stands just before the words it cites.");
            }
        }
        String around = withoutNames(parts.around());
        return wrongDay(around)
                .or(() -> wrongNumber(withoutDays(around)))
                .or(() -> wrongAuthor(around))
                .or(() -> foreignName(around))
                .or(() -> asserts ? wrongNegation(around, parts.quotes()) : Optional.empty())
                .or(() -> asserts ? unsupportedWords(withoutDays(around), parts.quotes()) : Optional.empty())
                .or(() -> asserts ? claimsMore(around, parts.quotes()) : Optional.empty());
    }

    /** "Always", "everyone" or "because", said around a quotation or without one, and not by the source. */
    private Optional<String> claimsMore(String around, List<String> quotes) {
        if (!quotes.isEmpty()) {
            String spoken = spoken(around);
            return ReadText.of(spoken).has("cause")
                            || SupportScore.claimsMore(SupportScore.signs(Optional.empty(), passages, spoken))
                    ? Optional.of("It claims more than the words it quotes: “always”, “all” or “because” is its own.")
                    : Optional.empty();
        }
        boolean ofLevelAlone = Vocabulary.contentOf(withoutDays(around)).isEmpty();
        return ofLevelAlone || score.of(passages, spoken(around)) >= score.threshold()
                ? Optional.empty()
                : Optional.of("The passages it cites do not say what it says.");
    }

    private boolean isBarelySupported() {
        Parts parts = Parts.of(sentence, cited);
        String around = withoutNames(parts.around());
        return parts.quotes().isEmpty()
                && !Vocabulary.contentOf(withoutDays(around)).isEmpty()
                && score.of(passages, spoken(around)) < (1 + score.threshold()) / 2;
    }

    /** With names again where marks stand, and without the days, which are judged by themselves. */
    private String spoken(String around) {
        String author = cited.stream()
                .filter(words -> !words.source().byLearner())
                .map(words -> words.source().authorName().split(" ")[0])
                .findFirst()
                .orElse("");
        return withoutDays(around)
                .replace(LEARNER, " " + known.givenName() + " ")
                .replace(AUTHOR, " " + author + " ")
                .replace(NAME, " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A quotation that begins after a negation of its own clause says the opposite. */
    private static boolean turnsRound(CitedWords source) {
        return SupportScore.turnsRound(
                source.source().text(), source.citation().span().start(), source.quote());
    }

    /** Known names become marks, so that no figure or capital in them is taken for one of the sentence. */
    private String withoutNames(String around) {
        String marked = around;
        for (CitedWords source : cited) {
            if (!source.source().byLearner()) {
                marked = replaced(marked, source.source().authorName(), AUTHOR);
                marked = replaced(marked, source.source().authorName().split(" ")[0], AUTHOR);
            }
        }
        for (String name : known.names()) {
            marked = replaced(marked, name, NAME);
        }
        for (CitedWords source : cited) {
            if (source.source().byLearner()) {
                marked = replaced(marked, source.source().authorName(), LEARNER);
            }
        }
        return replaced(marked, known.givenName(), LEARNER);
    }

    private static String replaced(String text, String name, String mark) {
        if (name.isBlank()) {
            return text;
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(mark));
    }

    private Optional<String> wrongDay(String around) {
        List<DayInText> inTexts = DayInText.in(texts);
        for (DayInText day : DayInText.in(around)) {
            boolean stated =
                    cited.stream().anyMatch(source -> day.isOn(source.source().on()))
                            || known.days().stream().anyMatch(day::isOn)
                            || inTexts.stream()
                                    .anyMatch(other -> other.month() == day.month()
                                            && other.dayOfMonth().equals(day.dayOfMonth()));
            if (!stated) {
                return Optional.of("It names a day, “" + day.words() + "”, on which no cited source was written.");
            }
        }
        return Optional.empty();
    }

    private static String withoutDays(String around) {
        String rest = around;
        for (DayInText day : DayInText.in(around)) {
            rest = rest.replace(day.words(), " ");
        }
        return rest;
    }

    /** A figure stands in a cited text, or is a level of the gap, said of the right side of it. */
    private Optional<String> wrongNumber(String around) {
        Set<String> stated = numbersIn(texts);
        cited.forEach(source -> stated.add(Integer.toString(source.source().on().getYear())));
        for (String part : around.split("[,;–—](?!\\d)|\\b(?:and|und)\\b")) {
            boolean expecting = EXPECTING.matcher(part).find();
            for (String number : numbersIn(part)) {
                boolean isLevel = expecting
                        ? known.expected().stream().anyMatch(level -> isLevel(number, level))
                        : known.shown().filter(level -> isLevel(number, level)).isPresent();
                if (!isLevel && !stated.contains(number)) {
                    return Optional.of("It names a figure, " + number + ", that no cited source gives.");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLevel(String number, double level) {
        try {
            return Math.abs(Double.parseDouble(number) - level) <= 0.051;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Set<String> numbersIn(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String number = matcher.group().toLowerCase(Locale.ROOT).replace(',', '.');
            int word = Math.max(NUMBER_WORDS.indexOf(number), GERMAN_NUMBER_WORDS.indexOf(number));
            numbers.add(word < 0 ? number : Integer.toString(word));
        }
        return numbers;
    }

    private Optional<String> wrongAuthor(String around) {
        boolean learnerWroteOne =
                cited.stream().anyMatch(source -> source.source().byLearner());
        return BY_LEARNER.matcher(around).find() && !learnerWroteOne
                ? Optional.of("It gives words to " + known.givenName() + " that somebody else wrote.")
                : Optional.empty();
    }

    private Optional<String> foreignName(String around) {
        return Names.foreignIn(around, List.of(texts))
                .map(name -> "It names “" + name + "”, whom or which no cited source names.");
    }

    private Optional<String> wrongNegation(String around, List<String> quotes) {
        return !quotes.isEmpty() && Vocabulary.isNegative(around)
                ? Optional.of("It says “not” of words that are quoted as said.")
                : Optional.empty();
    }

    private Optional<String> unsupportedWords(String around, List<String> quotes) {
        Set<String> own = Vocabulary.contentOf(around);
        Set<String> given = Vocabulary.stemsOf(passages);
        List<String> shared = own.stream().filter(given::contains).toList();
        boolean speaksOfLevel =
                known.shown().isPresent() && !numbersIn(withoutDays(around)).isEmpty();
        boolean enough = own.isEmpty()
                ? !quotes.isEmpty() || speaksOfLevel
                : quotes.isEmpty() || shared.size() >= LEAST_SHARED * own.size();
        return enough ? Optional.empty() : Optional.of("Most of its words stand in none of the passages it cites.");
    }

    /**
     * @param around the sentence with every quotation replaced by a blank
     * @param quotes all quotations
     * @param otherQuotes quotations that are not a cited passage as a whole
     */
    private record Parts(String around, List<String> quotes, List<String> otherQuotes) {

        static Parts of(String sentence, List<CitedWords> cited) {
            String around = sentence;
            List<String> quotes = new ArrayList<>();
            List<CitedWords> longestFirst = cited.stream()
                    .sorted(Comparator.comparingInt(
                                    (CitedWords words) -> words.quote().length())
                            .reversed())
                    .toList();
            for (CitedWords words : longestFirst) {
                Matcher whole = Pattern.compile("[“„\"]" + Pattern.quote(words.quote()) + "[.,;!?…]?[”“\"]")
                        .matcher(around);
                if (whole.find()) {
                    quotes.add(words.quote());
                    around = whole.replaceAll(" ");
                }
            }
            List<String> others = new ArrayList<>();
            others.addAll(SupportScore.quotesIn(around));
            quotes.addAll(others);
            return new Parts(SupportScore.QUOTED.matcher(around).replaceAll(" "), quotes, others);
        }
    }
}
