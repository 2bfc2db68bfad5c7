package dev.trellis.verification;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words of a claim carry content, and which only report it. */
final class Vocabulary {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[’']\\p{L}+)*");

    private static final Set<String> FUNCTION_WORDS = words("""
            a about above across after afterwards again against ago all almost along already also although always am among an and
            another any anyone anything are around as at back be because been before behind being below beside besides between both
            but by can could did do does doing done down during each either else enough even every everyone far few first following
            for from further given had has have having he hence her here hers herself him himself his how however i if in indeed
            inside instead into is it its itself just last later least less like likely made make makes making many may me meanwhile
            might mine more most mostly much must my myself near nearly next no nor not now of off often on once one only onto or
            other others otherwise our ours out outside over own part particularly per perhaps quite rather same say second seem seems
            several shall she should since so some someone something sometimes somewhat soon still such than that the their theirs
            them themself themselves then there therefore these they thing things third this those though through thus to together
            too toward towards twice under until up upon us very via was way we well were what when where whereas whether which
            while who whole whom whose why will with within without would yet you your yours yourself""");

    /** Words that say who told what, when and in which form; they are judged by attribution and dates, not by the source's words. */
    private static final Set<String> REPORTING = words("""
            aim aims aimed answered asked aspiration asserted assertion beginning calls called clear clearly colleague colleagues
            comes coming concrete day days describe described describes direction evidence example expect expected expects explained
            feedback finished found gave give gives giving go goal goals going goes heard journal lead leads level levels long look
            looked looking looks mention mentioned mentions mentor moment moments month months named names needed needs note noted
            notes notice noticed notices observation observed observes old pattern picture place point points practice put puts rated
            rates rating reads recent recently recognise recognised recognises recognition record recorded records reflected reflecting
            reflection reflections reflects remark remarked report reported reports requires role said saw says see seen sees sentence
            set sets show showed shown shows side situation skill skills speak speaks stand stands start state stated states step story
            suggest suggested suggests take taken tell telling tells term terms thank thanked theme themes think thinks thought time
            times today told touches view want wanted wants week weeks wish wished wishes word words worth write writes writing written
            wrote year years road ahead
            came saying listen word finish finished
            am vom von über zum zur zu beim bei bis in im an auf aus nach seit für mit um der die das den dem des ein eine einen einer eines und
            oder so es allem wird selbst schon dieses diese diesen dies darauf dazu danach dass was wie wohin als bisher soll ist steht gehen
            liegt vor lange worte worten wort notiz notizen reflexion rückblick ziel ziele zielt thema rückmeldung anerkennung rolle
            stufe nahe einschätzung sicht weg schrieb sagte sah sieht nannte beschrieb beschrieben geschrieben erwartet festgehalten
            abgeschlossen wert lohnt fragen zurückzugeben hören""");

    private static final Set<String> SAYING = words("""
            wrote writes said says told tells noted notes reflected reflects recognised recognises thanked thanks saw sees noticed
            notices observed observes put puts set sets rated rates recorded records reported reports described describes mentioned
            mentions called calls asked asks gave gives answered explained explains remarked stated states thought thinks felt feels
            wants wanted finished completed is has was and
            schrieb schreibt sagte sagt nannte nennt notierte beschrieb beschreibt berichtete berichtet erzählte erzählt meinte meint fand
            findet sah sieht lobte hat ist""");

    private static final Set<String> NEGATIONS = words("""
            not no never nobody none nothing nowhere neither nor cannot without hardly barely rarely seldom fail fails failed
            failing refuse refuses refused unable lack lacks lacked lacking
            nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden niemandem ohne kaum""");

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("wrote", "write"),
            Map.entry("written", "write"),
            Map.entry("gave", "give"),
            Map.entry("given", "give"),
            Map.entry("took", "take"),
            Map.entry("taken", "take"),
            Map.entry("went", "go"),
            Map.entry("gone", "go"),
            Map.entry("did", "do"),
            Map.entry("done", "do"),
            Map.entry("said", "say"),
            Map.entry("told", "tell"),
            Map.entry("held", "hold"),
            Map.entry("kept", "keep"),
            Map.entry("led", "lead"),
            Map.entry("ran", "run"),
            Map.entry("made", "make"),
            Map.entry("felt", "feel"),
            Map.entry("left", "leave"),
            Map.entry("let", "let"),
            Map.entry("met", "meet"),
            Map.entry("spoke", "speak"),
            Map.entry("spoken", "speak"),
            Map.entry("knew", "know"),
            Map.entry("known", "know"),
            Map.entry("brought", "bring"),
            Map.entry("thought", "think"),
            Map.entry("found", "find"),
            Map.entry("built", "build"),
            Map.entry("lost", "lose"),
            Map.entry("won", "win"),
            Map.entry("saw", "see"),
            Map.entry("seen", "see"),
            Map.entry("chose", "choose"),
            Map.entry("chosen", "choose"),
            Map.entry("began", "begin"),
            Map.entry("begun", "begin"),
            Map.entry("became", "become"),
            Map.entry("spent", "spend"),
            Map.entry("taught", "teach"),
            Map.entry("got", "get"),
            Map.entry("came", "come"),
            Map.entry("sent", "send"),
            Map.entry("fell", "fall"),
            Map.entry("fallen", "fall"),
            Map.entry("broke", "break"),
            Map.entry("broken", "break"),
            Map.entry("drew", "draw"),
            Map.entry("drawn", "draw"),
            Map.entry("froze", "freeze"),
            Map.entry("heard", "hear"),
            Map.entry("understood", "understand"),
            Map.entry("forgot", "forget"),
            Map.entry("forgotten", "forget"),
            Map.entry("paid", "pay"),
            Map.entry("bought", "buy"),
            Map.entry("sold", "sell"),
            Map.entry("stood", "stand"),
            Map.entry("grew", "grow"),
            Map.entry("rose", "rise"),
            Map.entry("drove", "drive"),
            Map.entry("shown", "show"),
            Map.entry("put", "put"),
            Map.entry("cut", "cut"),
            Map.entry("set", "set"),
            Map.entry("read", "read"));

    /** Forms no rule of endings brings together. */
    private static final Map<String, String> GERMAN_FORMS = Map.ofEntries(
            Map.entry("gemacht", "mach"),
            Map.entry("abgegeben", "abgeb"),
            Map.entry("gegeben", "geb"),
            Map.entry("gefragt", "frag"),
            Map.entry("erklärt", "erklär"),
            Map.entry("gesprochen", "sprech"),
            Map.entry("spricht", "sprech"),
            Map.entry("geschrieben", "schreib"),
            Map.entry("genommen", "nehm"),
            Map.entry("übernommen", "übernehm"),
            Map.entry("geholfen", "helf"),
            Map.entry("hilft", "helf"),
            Map.entry("gelernt", "lern"),
            Map.entry("fehlten", "fehl"),
            Map.entry("gefehlt", "fehl"),
            Map.entry("fällt", "fall"),
            Map.entry("schwerfällt", "schwer"),
            Map.entry("bleibt", "bleib"),
            Map.entry("geblieben", "bleib"),
            Map.entry("verschoben", "verschieb"),
            Map.entry("gearbeitet", "arbeit"),
            Map.entry("geantwortet", "antwort"));

    private Vocabulary() {}

    static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isSaying(String word) {
        return SAYING.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isReporting(String word) {
        return REPORTING.contains(word);
    }

    static boolean isNegative(String text) {
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
        while (matcher.find()) {
            String word = matcher.group();
            if (NEGATIONS.contains(word) || word.endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    /** Stems of the words that say something, in order, neither function words nor words of reporting. */
    static Set<String> contentOf(String text) {
        Set<String> stems = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = plain(matcher.group());
            if (word.length() > 1
                    && !FUNCTION_WORDS.contains(word)
                    && !REPORTING.contains(word)
                    && !word.endsWith("n't")
                    && !NEGATIONS.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    /** Stems of all words. */
    static Set<String> stemsOf(String text) {
        Set<String> stems = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            stems.add(stem(plain(matcher.group())));
        }
        return stems;
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }

    static boolean isIrregularPast(String word) {
        return IRREGULAR.containsKey(word);
    }

    /** Stem of a word as it stands in a text, English or German. */
    static String stemOf(String word) {
        String plain = plain(word);
        return GERMAN_FORMS.getOrDefault(plain, stem(plain));
    }

    /** Enough to bring the forms of one English word together: "handing", "handed" and "hands" become "hand". */
    static String stem(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known.endsWith("e") ? known.substring(0, known.length() - 1) : known;
        }
        String stem = word;
        for (String ending : List.of(
                "ations", "ation", "ments", "ment", "ungen", "ung", "ings", "ing", "ies", "ied", "ers", "ed", "es",
                "ly", "er", "or", "s", "e", "y")) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int length = stem.length();
        boolean doubled = length > 3
                && stem.charAt(length - 1) == stem.charAt(length - 2)
                && "lsz".indexOf(stem.charAt(length - 1)) < 0;
        return doubled ? stem.substring(0, length - 1) : stem;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(
                List.of(list.strip().split("\\s+")).stream().distinct().toList());
    }
}
