package dev.trellis.drafting;

import dev.trellis.search.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words of a source that read well on their own. */
record Excerpt(Brief.Source source, Span span) {

    private static final int FEWEST_WORDS = 5;

    /** Openings that point back at a sentence the reader does not see. */
    private static final Pattern DANGLING = Pattern.compile(
            "^(?:This|That|These|Those|It|They|He|She|His|Her|Which|Then|Also|There|Such|So|Same|Both|Neither"
                    + "|Dies(?:e[rsmn]?)?|Das|Es|Er|Sie|Dann|Auch|Dort|Solche[rsmn]?|Beide[s]?|Dabei|Dadurch|Deshalb|Darum|Danach)\\b");

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
                .flatMap(sentence -> ofSentence(source, sentence).stream())
                .filter(Excerpt::mayBeQuoted)
                .toList();
    }

    /** A sentence's part that is worth quoting. */
    static Optional<Excerpt> ofSentence(Brief.Source source, Span sentence) {
        return Clauses.quotable(sentence, source.text()).map(span -> new Excerpt(source, span));
    }

    /** A part of several sentences as one quotation, where it is short enough. */
    static Optional<Excerpt> whole(Brief.Source source, Span part) {
        return ofSentence(source, part)
                .filter(excerpt -> excerpt.span().end() >= part.end() - 2)
                .filter(Excerpt::mayBeQuoted);
    }

    /** What may be quoted of a whole source, in the order of the text. */
    static List<Excerpt> in(Brief.Source source) {
        return source.text().isBlank()
                ? List.of()
                : in(source, new Span(0, source.text().length()));
    }

    private static boolean mayBeShown(String sentence) {
        return ForbiddenText.in(sentence).isEmpty()
                && !ADDRESSED_TO_A_MACHINE.matcher(sentence).find();
    }

    /** Words with quotation marks of their own would end the quotation they stand in. */
    static boolean isWithoutMarks(String words) {
        return words.chars().noneMatch(c -> "“”„\"«»".indexOf(c) >= 0);
    }

    boolean mayBeQuoted() {
        return words().split("\\s+").length >= FEWEST_WORDS && isFit();
    }

    /** Whether it may stand in a quotation, however short it is. */
    boolean isFit() {
        String words = words();
        return isWithoutMarks(words)
                && words.indexOf('\n') < 0
                && mayBeShown(words)
                && !UNKIND.matcher(words).find();
    }

    /** Whether it points back at a sentence that the reader does not see. */
    boolean dangles() {
        return DANGLING.matcher(words()).find();
    }

    String words() {
        return span.of(source.text());
    }

    Citation cited() {
        return new Citation(source.id(), span, words(), source.textHash());
    }
}
