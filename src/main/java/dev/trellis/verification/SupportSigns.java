package dev.trellis.verification;

import dev.trellis.verification.Alignment.Pair;
import dev.trellis.verification.ReadText.Mode;
import dev.trellis.verification.ReadText.Role;
import dev.trellis.verification.ReadText.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What speaks for and against a claim following from a source: numbers from 0 to about 1 by name, in a fixed order. */
final class SupportSigns {

    private static final Lexicon LEXICON = Lexicon.SHIPPED;

    /** "Jonas says that", "According to the feedback,": who told it, which says nothing of its own. */
    private static final Pattern REPORTED = Pattern.compile(
            "^(?:According to [^,]{2,40}, |(?:Laut|Nach) [^,]{2,40}, |(?:The |A |Die |Der )?[\\p{L}’']+(?: [\\p{L}’']+)? "
                    + "(?:says|writes|notes|reports|thinks|believes|finds|mentions|agrees|states|explains|feels"
                    + "|sagt|schreibt|berichtet|meint|findet|notiert)(?: that|, dass|:)? )(?=\\p{L})");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Set<String> PASSIVE = Set.of("by", "von", "vom", "was", "were", "been", "wurde", "wurden");

    private final ReadText claim;
    private final ReadText source;
    private final Alignment alignment;
    private final Map<String, Double> signs = new LinkedHashMap<>();
    private final List<String> missingActs = new ArrayList<>();

    private SupportSigns(String claimText, String sourceText) {
        this.claim = ReadText.of(claimText);
        this.source = ReadText.of(sourceText);
        this.alignment = new Alignment(claim, source);
    }

    /** The claim without what only says who told it. */
    static String withoutReport(String claim) {
        Matcher matcher = REPORTED.matcher(claim);
        return matcher.find() ? claim.substring(matcher.end()) : claim;
    }

    static Map<String, Double> of(String claimText, String sourceText, Nearness near) {
        return new SupportSigns(withoutReport(claimText), sourceText).all(near);
    }

    private Map<String, Double> all(Nearness near) {
        List<Word> content = claim.content();
        Set<String> unknown = unknownNames();
        List<Pair> pairs = alignment.pairs().stream()
                .filter(pair -> !isSubjectName(pair.claim(), unknown))
                .toList();
        words(pairs, content);
        figures();
        signs.put("foreign_names", (double) Math.min(2, Math.max(0, unknown.size() - 1)));
        cues();
        signs.put("negation", negation(pairs));
        modes(pairs);
        feelings(pairs);
        roles(pairs);
        near.signs(pairs, missingActs, source, signs);
        double contained = signs.getOrDefault("contained", 0.0);
        signs.put("contained_all", contained >= 0.999 ? 1.0 : 0.0);
        signs.put("contained_near", contained * signs.getOrDefault("sentence", 0.0));
        return signs;
    }

    private void words(List<Pair> pairs, List<Word> content) {
        double total = 0;
        double exact = 0;
        double loose = 0;
        int missing = 0;
        int adjacent = 0;
        int inverted = 0;
        int compared = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double weight = LEXICON.isIn("light", pair.claim().lower()) ? 0.4 : 1;
            total += weight;
            exact += pair.nearness() >= 0.9 ? weight : 0;
            loose += weight * pair.nearness();
            missing += pair.found() ? 0 : 1;
            if (i > 0 && pair.found() && pairs.get(i - 1).found()) {
                Word here = source.words().get(pair.source());
                Word before = source.words().get(pairs.get(i - 1).source());
                int distance = pair.source() - pairs.get(i - 1).source();
                adjacent += Math.abs(distance) <= 5 && here.sentence() == before.sentence() ? 1 : 0;
                if (here.sentence() == before.sentence() && distance != 0) {
                    compared++;
                    inverted += distance < 0 ? 1 : 0;
                }
            }
        }
        signs.put("exact", total == 0 ? 1 : exact / total);
        signs.put("contained", total == 0 ? 1 : loose / total);
        signs.put("missing", Math.min(4, missing) / 4.0);
        signs.put("none_missing", missing == 0 ? 1.0 : 0.0);
        signs.put("adjacent", pairs.size() < 2 ? 1 : adjacent / (double) (pairs.size() - 1));
        signs.put("inverted", compared == 0 ? 0 : inverted / (double) compared);
        signs.put("length", Math.min(12, content.size()) / 12.0);
    }

    private void figures() {
        Set<Double> inSource = numbers(source, true);
        boolean wrong = numbers(claim, false).stream().anyMatch(number -> !inSource.contains(number));
        signs.put("figure", wrong ? 1.0 : 0.0);
        signs.put("unit", foreign("unit"));
        signs.put("calendar", foreign("calendar"));
    }

    /** A word of a group in the claim that the source lacks, in any form. */
    private double foreign(String group) {
        Set<String> stems = new HashSet<>();
        source.words().forEach(word -> stems.add(start(word)));
        boolean foreign = claim.words().stream()
                .filter(word -> LEXICON.isIn(group, word.lower()))
                .anyMatch(word -> !stems.contains(start(word)));
        boolean other = source.words().stream().anyMatch(word -> LEXICON.isIn(group, word.lower()));
        return foreign ? other ? 1 : 0.6 : 0;
    }

    private static String start(Word word) {
        String lower = word.lower().equals("daily") || word.lower().equals("täglich") ? "day" : word.lower();
        return lower.length() > 3 ? lower.substring(0, 3) : lower;
    }

    static Set<Double> numbers(ReadText text, boolean generous) {
        Set<Double> found = new HashSet<>();
        for (Word word : text.words()) {
            if (NUMBER.matcher(word.lower()).matches()) {
                found.add(value(word.lower()));
            } else {
                found.addAll(LEXICON.number(word.lower()));
            }
        }
        if (generous) {
            text.words().stream()
                    .filter(word ->
                            word.lower().startsWith("second") || word.lower().startsWith("zweit"))
                    .forEach(word -> found.add(2.0));
            found.add(1.0);
        } else {
            found.remove(1.0);
        }
        return found;
    }

    private static double value(String digits) {
        try {
            return Double.parseDouble(
                    digits.matches("\\d{1,3}(?:[.,]\\d{3})+")
                            ? digits.replaceAll("[.,]", "")
                            : digits.replace(',', '.'));
        } catch (NumberFormatException e) {
            return digits.hashCode();
        }
    }

    private Set<String> unknownNames() {
        Set<String> known = new HashSet<>();
        source.words().forEach(word -> known.add(ReadText.bare(word.lower())));
        Set<String> unknown = new HashSet<>();
        boolean first = true;
        for (Word word : claim.words()) {
            boolean candidate = word.capital()
                    && !LEXICON.isIn("function", word.lower())
                    && !LEXICON.isIn("calendar", word.lower())
                    && !LEXICON.isIn("reporting", word.lower())
                    && !claim.german();
            boolean german = claim.german()
                    && first
                    && word.capital()
                    && !LEXICON.isIn("function", word.lower())
                    && !LEXICON.isIn("reporting", word.lower());
            if ((candidate || german) && LEXICON.number(word.lower()).isEmpty()) {
                String bare = ReadText.bare(word.lower());
                boolean stands = known.contains(bare)
                        || source.words().stream().anyMatch(other -> Alignment.nearness(word, other) > 0);
                if (!stands && !(word.opensSentence() && isCommon(word))) {
                    unknown.add(bare);
                }
            }
            first = false;
        }
        return unknown;
    }

    /** A first word in the plural or after which no verb can stand is no name; only its ending tells. */
    private static boolean isCommon(Word word) {
        return word.lower().endsWith("ing")
                || word.lower().endsWith("ers")
                || word.lower().endsWith("ung");
    }

    private static boolean isSubjectName(Word word, Set<String> unknown) {
        return unknown.size() == 1 && unknown.contains(ReadText.bare(word.lower()));
    }

    private void cues() {
        boolean universal = false;
        for (String group : List.of("always", "never", "all", "none")) {
            universal |= says(claim, group) && !says(source, group);
        }
        signs.put("universal", universal ? 1.0 : 0.0);
        for (String group : List.of("only", "utter", "often")) {
            signs.put(group, claim.has(group) && !source.has(group) ? 1.0 : 0.0);
        }
        signs.put("cause", claim.has("cause") && !source.has("cause") && !source.has("cause_loose") ? 1.0 : 0.0);
        boolean after = false;
        boolean unexplained = false;
        for (Word word : claim.words()) {
            after |= LEXICON.isIn("cause", word.lower());
            unexplained |= after
                    && word.content()
                    && alignment.pairs().stream().anyMatch(pair -> pair.claim() == word && !pair.found());
        }
        signs.put("cause_unexplained", unexplained ? 1.0 : 0.0);
    }

    /** "each day" and "every week" say how often and nothing about all. */
    private static boolean says(ReadText text, String group) {
        for (int i = 0; i < text.words().size(); i++) {
            boolean timed = i + 1 < text.words().size()
                    && LEXICON.isIn("unit", text.words().get(i + 1).lower());
            if (LEXICON.isIn(group, text.words().get(i).lower()) && !timed) {
                return true;
            }
        }
        return false;
    }

    private double negation(List<Pair> pairs) {
        long compared = 0;
        long differ = 0;
        boolean added = false;
        boolean dropped = false;
        for (Pair pair : pairs) {
            if (pair.found()) {
                compared++;
                boolean says = pair.claim().negated();
                boolean stands = source.words().get(pair.source()).negated();
                differ += says != stands ? 1 : 0;
                added |= says && !stands;
                dropped |= !says && stands;
            }
        }
        signs.put("negation_added", added ? 1.0 : 0.0);
        signs.put("negation_dropped", dropped ? 1.0 : 0.0);
        signs.put("negation_only_claimed", isNegative(claim) && !isNegative(source) ? 1.0 : 0.0);
        return compared == 0 ? 0 : differ / (double) compared;
    }

    private static boolean isNegative(ReadText text) {
        return text.words().stream().anyMatch(SupportSigns::isNegation);
    }

    private static boolean isNegation(Word word) {
        return LEXICON.isIn("negation", word.lower()) || word.lower().endsWith("n't");
    }

    /** Whether the claim makes more certain, or less, what the source says is wanted, owed or possible. */
    private void modes(List<Pair> pairs) {
        double firmer = 0;
        double looser = 0;
        int compared = 0;
        for (Pair pair : pairs) {
            if (pair.found()) {
                Mode says = pair.claim().mode();
                Mode stands = source.words().get(pair.source()).mode();
                compared++;
                firmer += says.compareTo(stands) < 0 ? (says == Mode.FACT || stands == Mode.POSSIBLE ? 1 : 0.6) : 0;
                looser += says.compareTo(stands) > 0 ? 1 : 0;
            }
        }
        signs.put("firmer_somewhere", firmer > 0 ? 1.0 : 0.0);
        signs.put("firmer", compared == 0 ? 0 : firmer / compared);
        signs.put("looser", compared == 0 ? 0 : looser / compared);
        boolean anyMode = claim.words().stream().anyMatch(word -> word.mode() != Mode.FACT);
        boolean anyThere = source.words().stream().anyMatch(word -> word.mode() != Mode.FACT);
        signs.put("mode_added", anyMode && !anyThere ? 1.0 : 0.0);
        signs.put("mode_dropped", !anyMode && anyThere ? 1.0 : 0.0);
    }

    private void feelings(List<Pair> pairs) {
        Optional<Integer> at = alignment.sentence(source);
        double says = feeling(claim, Optional.empty());
        double stands = feeling(source, at);
        double whole = feeling(source, Optional.empty());
        signs.put("feeling_turned", says * stands < 0 ? 1.0 : 0.0);
        signs.put("feeling_added", says != 0 && stands == 0 ? (says * whole < 0 ? 1 : 0.5) : 0);
        boolean opposite = claim.words().stream()
                .anyMatch(word ->
                        source.words().stream().anyMatch(other -> LEXICON.areOpposite(word.lower(), other.lower()))
                                && source.words().stream()
                                        .noneMatch(other -> other.lower().equals(word.lower())));
        signs.put("opposite", opposite ? 1.0 : 0.0);
        boolean missingFeeling = pairs.stream().anyMatch(pair -> !pair.found() && feeling(pair.claim()) != 0);
        signs.put("feeling_unexplained", missingFeeling ? 1.0 : 0.0);
    }

    private static double feeling(ReadText text, Optional<Integer> sentence) {
        double sum = 0;
        for (Word word : text.words()) {
            if (sentence.isEmpty() || sentence.get() == word.sentence()) {
                sum += word.negated() ? -feeling(word) : feeling(word);
            }
        }
        return Math.signum(sum);
    }

    private static int feeling(Word word) {
        return LEXICON.isIn("positive", word.lower()) ? 1 : LEXICON.isIn("negative", word.lower()) ? -1 : 0;
    }

    /** Whether those who do a thing in the claim are those who do it in the source. */
    private void roles(List<Pair> pairs) {
        boolean passive = claim.words().stream().anyMatch(word -> PASSIVE.contains(word.lower()));
        Set<String> named = new HashSet<>();
        source.words().forEach(word -> named.add(ReadText.bare(word.lower())));
        Map<String, Double> found = new LinkedHashMap<>();
        for (String sign :
                List.of("self_for_named", "self_for_thing", "named_for_self", "thing_for_self", "other_named")) {
            found.put(sign, 0.0);
        }
        boolean missing = false;
        boolean firmer = false;
        boolean turned = false;
        Set<String> unknown = unknownNames();
        for (Word act : acts(unknown)) {
            Optional<Word> stands = doneIn(act);
            missing |= stands.isEmpty();
            if (stands.isEmpty()) {
                missingActs.add(act.lower());
            }
            firmer |= stands.filter(there -> act.mode().compareTo(there.mode()) < 0)
                    .isPresent();
            turned |= stands.filter(there -> act.negated() != there.negated()).isPresent();
            stands.flatMap(there -> difference(act, there, named)).ifPresent(sign -> found.put(sign, 1.0));
        }
        signs.put("act_firmer", firmer ? 1.0 : 0.0);
        signs.put("act_turned", turned ? 1.0 : 0.0);
        if (turned) {
            // However many nouns agree: who says it was done where it was not says the opposite.
            signs.put("negation", 1.0);
        }
        signs.put("named_for_self", passive ? 0 : found.getOrDefault("named_for_self", 0.0));
        signs.put("self_for_named", passive ? 0 : found.getOrDefault("self_for_named", 0.0));
        signs.put("other_actor", !passive && found.containsValue(1.0) ? 1.0 : 0.0);
        signs.put("passive_differs", passive && found.containsValue(1.0) ? 1.0 : 0.0);
        signs.put("act_missing", missing ? 1.0 : 0.0);
        signs.put("persons_turned", passive || claim.german() ? 0 : personsTurned(named));
    }

    /**
     * What is done in each clause: the first such word after a name; after a noun the last of the words of content that follow it
     * without a break, as in "the night crew explained the".
     */
    private List<Word> acts(Set<String> unknown) {
        List<Word> acts = new ArrayList<>();
        Map<Integer, Word> run = new HashMap<>();
        Set<Integer> closed = new HashSet<>();
        for (Word word : claim.words()) {
            boolean subject = word.subject().equals(ReadText.bare(word.lower()))
                    || unknown.contains(ReadText.bare(word.lower()))
                    || word.subject().equals(word.stem());
            boolean breaks = !word.acts()
                    || !LEXICON.number(word.lower()).isEmpty()
                    || (word.capital() && !word.opensSentence());
            if (closed.contains(word.clause()) || subject) {
                continue;
            }
            if (breaks) {
                if (run.containsKey(word.clause())) {
                    closed.add(word.clause());
                }
                continue;
            }
            run.put(word.clause(), word);
            if (word.role() != Role.THING) {
                closed.add(word.clause());
            }
        }
        acts.addAll(run.values());
        return acts;
    }

    /** The same act in the source, in the clause that shares most with the claim where there are several. */
    private Optional<Word> doneIn(Word act) {
        Word best = null;
        double bestRank = Alignment.SAME - 0.01;
        for (Word word : source.words()) {
            double nearness = Alignment.nearness(act, word);
            long shared = alignment.found().stream()
                    .filter(pair -> source.words().get(pair.source()).clause() == word.clause())
                    .count();
            if (nearness >= Alignment.SAME && nearness + 0.1 * shared > bestRank) {
                best = word;
                bestRank = nearness + 0.1 * shared;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<String> difference(Word says, Word stands, Set<String> named) {
        Role claimed = says.role() == Role.NAMED && !named.contains(says.subject()) ? Role.LEARNER : says.role();
        Role there = stands.role();
        if (claimed == Role.UNKNOWN || there == Role.UNKNOWN || there == Role.AUTHOR || claimed == Role.AUTHOR) {
            return Optional.empty();
        }
        String sign = switch (claimed) {
            case LEARNER -> there == Role.NAMED ? "self_for_named" : there == Role.THING ? "self_for_thing" : "";
            case NAMED ->
                there == Role.LEARNER ? "named_for_self" : stands.subject().equals(says.subject()) ? "" : "other_named";
            case THING -> there == Role.LEARNER ? "thing_for_self" : "";
            case AUTHOR, UNKNOWN -> "";
        };
        return sign.isEmpty() ? Optional.empty() : Optional.of(sign);
    }

    /** Two persons who stand in the claim in the opposite order. */
    private double personsTurned(Set<String> named) {
        List<String> inClaim = new ArrayList<>();
        for (Word word : claim.words()) {
            String bare = ReadText.bare(word.lower());
            if (word.capital() && !LEXICON.isIn("function", bare)) {
                inClaim.add(named.contains(bare) ? bare : "self");
            }
        }
        if (inClaim.size() < 2 || !inClaim.contains("self")) {
            return 0;
        }
        String other = inClaim.stream()
                .filter(name -> !name.equals("self"))
                .findFirst()
                .orElse("");
        if (other.isEmpty()) {
            return 0;
        }
        int otherAt = -1;
        int selfAt = -1;
        for (int i = 0; i < source.words().size(); i++) {
            String lower = source.words().get(i).lower();
            if (otherAt < 0 && ReadText.bare(lower).equals(other)) {
                otherAt = i;
            }
            if (selfAt < 0
                    && Set.of("i", "we", "ich", "wir", "you", "du", "me", "mir", "mich")
                            .contains(lower)) {
                selfAt = i;
            }
        }
        if (otherAt < 0 || selfAt < 0) {
            return 0;
        }
        boolean selfFirst = inClaim.indexOf("self") < inClaim.indexOf(other);
        return selfFirst == (selfAt < otherAt) ? 0 : 1;
    }

    /** Adds what only vectors can tell. */
    interface Nearness {
        void signs(List<Pair> pairs, List<String> missingActs, ReadText source, Map<String, Double> signs);
    }
}
