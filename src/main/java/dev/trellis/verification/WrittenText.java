package dev.trellis.verification;

import dev.trellis.drafting.ForbiddenText;
import dev.trellis.drafting.ProtectedMatter;
import dev.trellis.verification.Finding.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What holds for every sentence a writer wrote: there is one, it is not long, and nothing stands in it that may stand in none. */
final class WrittenText {

    private static final int LONGEST_QUOTE = 400;

    private WrittenText() {}

    /** @param catalogueWords names, titles and descriptors that the organisation itself wrote */
    static List<Finding> check(String text, int item, int longest, Collection<String> catalogueWords) {
        List<Finding> findings = new ArrayList<>();
        if (text.isBlank()) {
            findings.add(new Finding(Code.EMPTY, item, text, "A sentence is missing."));
        }
        if (text.length() > longest) {
            findings.add(new Finding(
                    Code.TOO_LONG,
                    item,
                    text,
                    "The sentence has " + text.length() + " characters; " + longest
                            + " is the most one reads with care."));
        }
        ForbiddenText.in(text)
                .filter(fault ->
                        fault != ForbiddenText.PROTECTED_MATTER || speaksOfProtectedMatter(text, catalogueWords))
                .map(fault -> finding(fault, item, text))
                .ifPresent(findings::add);
        return findings;
    }

    /** A course on therapy is no reason about a person: names and descriptions of the catalogue do not count. */
    private static boolean speaksOfProtectedMatter(String text, Collection<String> catalogueWords) {
        String rest = text.toLowerCase(Locale.ROOT);
        for (String words : catalogueWords) {
            String bare = words.strip().toLowerCase(Locale.ROOT).replaceAll("[.;:]+$", "");
            rest = bare.isEmpty() ? rest : rest.replace(bare, " ");
        }
        return ProtectedMatter.in(rest).isPresent();
    }

    /** The same for words of a source: what may not be written may not be quoted either. */
    static List<Finding> checkQuote(String quote, int item, String sentence) {
        List<Finding> findings = new ArrayList<>();
        if (quote.length() > LONGEST_QUOTE) {
            findings.add(new Finding(Code.TOO_LONG, item, sentence, "The quotation is longer than a reader checks."));
        }
        ForbiddenText.in(quote).map(fault -> finding(fault, item, sentence)).ifPresent(findings::add);
        return findings;
    }

    private static Finding finding(ForbiddenText fault, int item, String sentence) {
        return switch (fault) {
            case LINK ->
                new Finding(
                        Code.LINK_NOT_IN_CATALOGUE,
                        item,
                        sentence,
                        "It carries an address; links come from the catalogue alone.");
            case MARKUP -> new Finding(Code.MARKUP, item, sentence, "It carries markup instead of plain words.");
            case HIDDEN_CHARACTERS ->
                new Finding(
                        Code.HIDDEN_CHARACTERS,
                        item,
                        sentence,
                        "It carries characters that cannot be seen, or that look like others.");
            case CHARACTER_JUDGED ->
                new Finding(Code.CHARACTER_JUDGED, item, sentence, "It judges who somebody is and not what they did.");
            case PROMISE ->
                new Finding(
                        Code.PROMISE, item, sentence, "It holds out pay or a promotion, which no plan can promise.");
            case INSTRUCTION ->
                new Finding(
                        Code.INSTRUCTION_TO_READER, item, sentence, "It tells the reader what to do with the draft.");
            case PROTECTED_MATTER ->
                new Finding(
                        Code.PROTECTED_MATTER,
                        item,
                        sentence,
                        "It touches a private or protected matter, which is no reason for a suggestion.");
        };
    }
}
