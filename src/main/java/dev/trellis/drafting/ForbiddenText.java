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

    private static final List<Integer> SPACES_THAT_HIDE = List.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    /** The first thing wrong with {@code text}; empty where nothing is. */
    public static Optional<ForbiddenText> in(String text) {
        if (EMOJI_SEQUENCE.matcher(text).replaceAll("$1").codePoints().anyMatch(ForbiddenText::isHidden)) {
            return Optional.of(HIDDEN_CHARACTERS);
        }
        if (hasAddress(text)) {
            return Optional.of(LINK);
        }
        if (MARKED_UP.matcher(text).find()) {
            return Optional.of(MARKUP);
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
