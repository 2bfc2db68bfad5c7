package dev.trellis.drafting;

import dev.trellis.search.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Words of a source that read well on their own. */
record Excerpt(Brief.Source source, Span span) {

    private static final int FEWEST_WORDS = 5;

    /** Other people's faults are no reason for anybody's plan. */
    private static final Pattern UNKIND = Pattern.compile(
            "(?iu)\\b(?:lazy|incompetent|useless|stupid|idiot\\w*|rude|arrogant|annoying|clueless|selfish|unprofessional|toxic|hopeless"
                    + "|terrible|awful|worst|liar|lies|lied|hates?|blames?|bully\\w*|bullied"
                    + "|faul|unfähig\\w*|nutzlos\\w*|dumm\\w*|idiot\\w*|unverschämt\\w*|arrogant\\w*|egoistisch\\w*|unprofessionell\\w*|furchtbar\\w*"
                    + "|schrecklich\\w*|lügt|gelogen|lügner\\w*|hasse|hasst|mobb\\w*|gemobbt)\\b");

    private static final Pattern ADDRESSED_TO_A_MACHINE = Pattern.compile(
            "(?iu)\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instructions?|prompts?|rules|above|previous|prior)\\b"
                    + "|\\b(?:ignorier\\w*|vergiss|missachte\\w*)\\b.{0,40}\\b(?:anweisung\\w*|vorgaben|regeln|bisherig\\w*|vorherig\\w*)\\b"
                    + "|\\b(?:system prompt|language model|as an ai|assistant:|system:)");

    /** What may be quoted of a part of a source, in the order of the text. */
    static List<Excerpt> in(Brief.Source source, Span part) {
        return Clauses.coveredBy(part, source.text()).stream()
                .flatMap(sentence -> Clauses.quotable(sentence, source.text()).stream())
                .map(span -> new Excerpt(source, span))
                .filter(Excerpt::mayBeQuoted)
                .toList();
    }

    /** What may be quoted of a whole source, in the order of the text. */
    static List<Excerpt> in(Brief.Source source) {
        return source.text().isBlank()
                ? List.of()
                : in(source, new Span(0, source.text().length()));
    }

    /** Whether a sentence may be shown to a model at all: what it may not quote, it need not read. */
    static boolean mayBeShown(String sentence) {
        return ForbiddenText.in(sentence).isEmpty()
                && !ADDRESSED_TO_A_MACHINE.matcher(sentence).find();
    }

    /** Words with quotation marks of their own would end the quotation they stand in. */
    static boolean isWithoutMarks(String words) {
        return words.chars().noneMatch(c -> "“”„\"«»".indexOf(c) >= 0);
    }

    boolean mayBeQuoted() {
        String words = words();
        return words.split("\\s+").length >= FEWEST_WORDS
                && isWithoutMarks(words)
                && words.indexOf('\n') < 0
                && mayBeShown(words)
                && !UNKIND.matcher(words).find();
    }

    String words() {
        return span.of(source.text());
    }

    Citation cited() {
        return new Citation(source.id(), span, words(), source.textHash());
    }
}
