package dev.trellis.drafting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in no sentence of a draft, whoever wrote it and whether quoted or not. The template writer does not quote it,
 * and {@code verification} refuses it.
 */
public enum ForbiddenText {
    /** An address. The page shows the catalogue's own link beside the activity; a sentence never carries one. */
    LINK,
    /** HTML, Markdown that renders, code fences: a sentence is plain text. */
    MARKUP,
    /** Characters one cannot see, or that turn the reading direction round. */
    HIDDEN_CHARACTERS,
    /** Who somebody is in place of what they did: "lazy", "a born leader". */
    CHARACTER_JUDGED,
    /** Pay, a bonus or a promotion held out. Wanting one is no promise. */
    PROMISE,
    /** What tells the reader, or a machine, what to do with the draft. */
    INSTRUCTION,
    /** A reason nobody's development may rest on; see {@link ProtectedMatter}. */
    PROTECTED_MATTER;

    /**
     * Bare domains count only in small letters and with endings that are also typed in mails, so that "Node.js" and "ASP.NET"
     * stay words.
     */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i:\\b(?:https?|ftp|file|javascript|data|mailto|tel)\\s?:\\s?/{0,2}[^\\s/])"
                    + "|(?i:\\bwww\\.\\p{Alnum})"
                    + "|\\b[\\w.+-]+@[\\w-]+\\.[a-zA-Z]{2,}\\b"
                    + "|(?<![\\w.])[a-z0-9][a-z0-9-]+(?:\\.[a-z0-9-]+)*"
                    + "\\.(?:com|org|net|io|dev|app|edu|gov|info|biz|xyz|eu|de|uk|fr|ru|cn|ly|me|co|ai)\\b(?!\\.\\w)");

    /** "data:" and "file:" are words of everyday notes too; only what can be opened counts. */
    private static final Pattern HARMLESS_SCHEME = Pattern.compile("(?i)(?:data|file|tel)\\s?:\\s?[^/]*");

    private static final Pattern MARKED_UP =
            Pattern.compile("<\\s*/?\\s*[a-zA-Z!][^<>]*>|<!--|\\]\\s*\\(|!\\[|```|`[^`]+`"
                    + "|&(?:#\\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot|nbsp);|\\{\\{|\\}\\}|\\$\\{|(?<!\\w)\\*\\*\\S|<script");

    /** A joiner is harmless only where it builds one picture out of several. */
    private static final Pattern EMOJI_SEQUENCE =
            Pattern.compile("([\\p{So}\\uFE0F\\x{1F3FB}-\\x{1F3FF}])\\u200D(?=\\p{So})");

    /** Letters of other alphabets that look like Latin ones; "Δt" and "µm" hold none. */
    private static final Pattern MIXED_ALPHABETS = Pattern.compile(
            "\\p{IsLatin}[\\p{L}\\p{M}]*[\\p{IsCyrillic}\\p{IsArmenian}\\p{IsCherokee}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχικ]"
                    + "|[\\p{IsCyrillic}\\p{IsArmenian}\\p{IsCherokee}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχικ][\\p{L}\\p{M}]*\\p{IsLatin}");

    /** Letters drawn as other letters, and piles of marks over one. */
    private static final Pattern DISGUISED =
            Pattern.compile("[\\x{1D400}-\\x{1D7FF}\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\u24B6-\\u24E9]|\\p{M}{3,}");

    private static final Pattern CHARACTER = Pattern.compile(
            "(?iu)\\b(?:"
                    + "(?:is|are|was|were|seems?|being|’s|'s|’re|'re|am|ist|sind|bist|war|wirkt|als) (?:an? |ein(?:e|er)? )?(?:\\p{L}+ly |so |too |very |just |simply |really |basically |sehr |zu |einfach |eher |ziemlich )?"
                    + "(?:laz(?:y|ier|iest)|incompetent|useless|stupid|dumb|idiot\\w*|rude|arrogant|clueless|selfish|toxic|hopeless|a liar|dishonest|untrustworthy"
                    + "|immature|childish|weak-willed|cowardly|narcissis\\w+|egotistic\\w*|ego(?:ist|istic)|oversensitive|hysterical|moody|emotionally unstable|mediocre(?! \\p{L})|brilliant(?! \\p{L})|a genius|a born leader"
                    + "|a natural leader|a star|a loser|a difficult person|a weak (?:person|character)|an introvert|an extrovert|not leadership material|unreliable by nature"
                    + "|faul|dumm|unfähig|arrogant|egoistisch|unehrlich|charakterlos|labil|hysterisch|kindisch|feige|eine? geborene[rn]?|introvertiert|eine? verlierer(?:in)?)\\b"
                    + "|(?:lacks?|has no|without) (?:character|backbone|ambition|integrity|intelligence|talent)|(?:bad|weak|good|strong|difficult) character"
                    + "|personality (?:problem|flaw|disorder|type)|(?:schlechter|schwacher|guter|starker) charakter|charakterschw\\w+|a lazy (?:person|worker|colleague))");

    private static final Pattern PROMISED = Pattern.compile("(?iu)"
            + "\\b(?:will|shall|is going to|are going to|going to|guarantees?|guaranteed|leads? to|means|earns?|brings?|ensures?|secures?|results? in|in return for|in line for|is due|promises?|entitles?|qualif(?:y|ies) \\p{L}+ for)"
            + "\\b[^.!?]{0,60}\\b(?:promot(?:ed|ion)|pay (?:rise|raise|increase)|raise in (?:pay|salary)|salary (?:increase|rise|raise)|higher (?:salary|pay|grade)|more (?:money|pay|salary)|a raise|a bonus|pay grade|stock options)\\b"
            + "|\\b(?:promotion|pay rise|pay raise|salary increase|bonus) (?:is|are|will be|has been) (?:guaranteed|certain|promised|assured|automatic|yours|agreed)"
            + "|\\b(?:will|shall) (?:get|be given|be offered|have|receive) (?:the|a|this) (?:\\p{L}+ )?(?:job|role|position|post|title|promotion|rise|raise|bonus)\\b"
            + "|\\b(?:wird|werden|wirst|werde)\\b[^.!?]{0,60}\\b(?:befördert|mehr gehalt|mehr verdienen|gehaltserhöhung|bonus bekommen|prämie)"
            + "|\\b(?:führt zu|garantiert|bringt|bedeutet|verspricht|sichert)\\b[^.!?]{0,60}(?:beförderung|gehaltserhöhung|mehr gehalt|höheres gehalt|prämie|einen bonus)"
            + "|\\b(?:beförderung|gehaltserhöhung) ist (?:sicher|garantiert|zugesagt)");

    private static final Pattern TELLS_READER = Pattern.compile(
            "(?iu)"
                    + "\\b(?:ignore|disregard|forget|override|ignorier\\w*|vergiss) (?:\\p{L}+ ){0,4}(?:instructions?|prompts?|rules|findings|warnings|guidelines|anweisung(?:en)?|regeln|vorgaben)\\b"
                    + "|(?:^|[.!?:;“\"] ?|\\bplease |\\bmust |\\bbitte |\\bhas to |\\bhave to |\\bshould |\\bjust )(?:approve|accept|sign off(?: on)?|release|confirm|reject|publish|genehmige\\w*|akzeptiere\\w*) (?:on )?(?:this|these|all|the|every|diesen|alle|den|dieses) "
                    + "(?:\\p{L}+ )?(?:drafts?|plans?|items?|suggestions?|proposals?|entwurf|entwürfe|plan|vorschl[aä]ge?)\\b"
                    + "|\\b(?:diesen|den) (?:entwurf|plan) (?:bitte |sofort |ungeprüft )*(?:genehmigen|annehmen|freigeben)"
                    + "|\\b(?:approve|accept|sign off|genehmigen|freigeben) (?:it |them |this )?(?:without (?:reading|checking|review)|immediately|unread|ungeprüft)"
                    + "|\\bwithout (?:checking|reviewing|reading) (?:this|the|any) (?:draft|item|sources?|citations?)"
                    + "|\\b(?:note|message|instruction|hinweis|anweisung) (?:to|for|an|für) (?:the |den |die )?(?:mentor|reviewer|reader|model|assistant|ai|system|mentorin)\\b"
                    + "|\\b(?:system prompt|as an ai\\b|(?<=^|[\\n\\[<“])(?:assistant|system|user)[\\]>]?\\s?:"
                    + "|(?:you are now|act as) (?:an? |in )?(?:\\p{L}+ )?(?:ai|assistant|model|chatbot|dan|mode)\\b|do anything now|jailbreak)"
                    + "|\\bclick (?:here|on|the|this)\\b|\\bklicken? sie\\b|\\b(?:reply|respond) only with\\b|\\bforward this\\b|\\bdo not (?:edit|change|question|check) this\\b");

    private static final List<Integer> SPACES_THAT_HIDE = List.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    /** The first thing wrong with {@code text}; empty where nothing is. */
    public static Optional<ForbiddenText> in(String text) {
        if (EMOJI_SEQUENCE.matcher(text).replaceAll("$1").codePoints().anyMatch(ForbiddenText::isHidden)
                || MIXED_ALPHABETS.matcher(text).find()
                || DISGUISED.matcher(text).find()) {
            return Optional.of(HIDDEN_CHARACTERS);
        }
        if (hasAddress(text)) {
            return Optional.of(LINK);
        }
        if (MARKED_UP.matcher(text).find()) {
            return Optional.of(MARKUP);
        }
        if (TELLS_READER.matcher(text).find()) {
            return Optional.of(INSTRUCTION);
        }
        if (CHARACTER.matcher(text).find()) {
            return Optional.of(CHARACTER_JUDGED);
        }
        if (PROMISED.matcher(text).find()) {
            return Optional.of(PROMISE);
        }
        return ProtectedMatter.in(text).map(matter -> PROTECTED_MATTER);
    }

    /** Whether the catalogue's own words may stand in a sentence: what an activity is about is no reason about a person. */
    static boolean isPlain(String catalogueText) {
        return in(catalogueText).map(fault -> fault == PROTECTED_MATTER).orElse(true);
    }

    private static boolean hasAddress(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            if (!HARMLESS_SCHEME.matcher(matcher.group()).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Controls, format characters (zero-width, bidirectional, tags), private use and lone surrogates. */
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t' && codePoint != '\r';
            case Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> SPACES_THAT_HIDE.contains(codePoint);
        };
    }
}
