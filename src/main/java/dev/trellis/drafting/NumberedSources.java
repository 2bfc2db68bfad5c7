package dev.trellis.drafting;

import dev.trellis.drafting.SentText.Whose;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sources as a model sees them, by number and sentence, and the way back from its numbers and quotations to ids and spans.
 * Ids, dates and hashes never pass through the model.
 */
final class NumberedSources {

    /** In characters, over all sources with their headings: some 700 tokens. */
    private static final int MOST_CHARACTERS = 2_800;

    /** Author of what nobody wrote. */
    private static final String TRELLIS = "Trellis";

    private final List<Brief.Source> sources;
    private final Map<EvidenceId, Integer> numbers = new HashMap<>();

    NumberedSources(List<Brief.Source> sources) {
        this.sources = sources;
        for (int i = 0; i < sources.size(); i++) {
            numbers.putIfAbsent(sources.get(i).id(), i + 1);
        }
    }

    /** "S3" for a source, or nothing where there is no such source. */
    String label(EvidenceId id) {
        return numbers.containsKey(id) ? "S" + numbers.get(id) : "";
    }

    /**
     * The sentences that may be quoted, under their source, one a line. Those that bear on something come first, so that what
     * is cut off at {@link #MOST_CHARACTERS} matters least.
     *
     * @param wanted parts of sources that bear on something, best first
     */
    SentText asData(List<Brief.Quotable> wanted) {
        Map<EvidenceId, Set<Span>> chosen = new HashMap<>();
        Map<EvidenceId, Brief.Source> byId =
                sources.stream().collect(Collectors.toMap(Brief.Source::id, source -> source, (first, again) -> first));
        int left = MOST_CHARACTERS;
        for (Brief.Quotable passage : wanted) {
            Brief.Source source = byId.get(passage.source());
            if (source != null) {
                left = choose(source, Clauses.coveredBy(passage.span(), source.text()), chosen, left);
            }
        }
        for (Brief.Source source : sources) {
            left = choose(source, Sentences.in(source.text()).stream().limit(3).toList(), chosen, left);
        }
        SentText.Builder data = new SentText.Builder();
        for (Brief.Source source : sources) {
            Set<Span> spans = chosen.get(source.id());
            if (spans != null) {
                data.own(data.isEmpty() ? "" : "\n");
                data.add(heading(source));
                spans.stream()
                        .sorted(java.util.Comparator.comparingInt(Span::start))
                        .forEach(span -> data.own("\n  ").add(Whose.PERSON, onOneLine(span.of(source.text()))));
            }
        }
        return data.build();
    }

    private int choose(Brief.Source source, List<Span> sentences, Map<EvidenceId, Set<Span>> chosen, int left) {
        int rest = left;
        for (Span sentence : sentences) {
            int length = sentence.end()
                    - sentence.start()
                    + (chosen.containsKey(source.id())
                            ? 0
                            : heading(source).words().length());
            if (length <= rest && Excerpt.mayBeShown(sentence.of(source.text()))) {
                boolean isNew = chosen.computeIfAbsent(source.id(), id -> new LinkedHashSet<>())
                        .add(sentence);
                rest -= isNew ? length : 0;
            }
        }
        return rest;
    }

    private SentText heading(Brief.Source source) {
        SentText.Builder data = new SentText.Builder()
                .own("[" + label(source.id()) + "] " + source.kind().name().toLowerCase(Locale.ROOT) + " by ");
        if (source.byLearner() || source.authorName().equals(TRELLIS)) {
            data.own(source.byLearner() ? "the learner" : TRELLIS);
        } else {
            data.add(Whose.NAME, onOneLine(source.authorName()));
        }
        return data.own(", " + dayWithYear(source.on())).build();
    }

    private static String dayWithYear(LocalDate day) {
        return DayWords.in(Language.ENGLISH).dayAndYear(day);
    }

    /** So that nothing in a text can look like a heading or an end of the data. */
    static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    }

    /**
     * The claim a sentence makes. A number that was not given, or words that do not stand in the source, become a citation
     * that cannot hold: the check finds it by name, nothing is dropped in silence.
     */
    Claim claim(CitedSentence sentence) {
        List<Citation> citations = new ArrayList<>();
        for (CitedSentence.Quotation quotation : sentence.quotations()) {
            citations.add(citation(quotation));
        }
        return new Claim(sentence.text(), citations);
    }

    private Citation citation(CitedSentence.Quotation quotation) {
        String quote = quotation.quote().isEmpty() ? "?" : quotation.quote();
        if (quotation.source() < 1 || quotation.source() > sources.size()) {
            return new Citation(unknownSource(quotation.source()), new Span(0, quote.length()), quote, "");
        }
        Brief.Source source = sources.get(quotation.source() - 1);
        return QuoteFinder.find(quote, source.text())
                .map(span -> new Citation(source.id(), span, span.of(source.text()), source.textHash()))
                .orElseGet(() -> new Citation(source.id(), new Span(0, quote.length()), quote, source.textHash()));
    }

    private static EvidenceId unknownSource(int number) {
        return new EvidenceId(unknown("source " + number));
    }

    /** An id that stands for something never offered. */
    static UUID unknown(String what) {
        return UUID.nameUUIDFromBytes(("never offered: " + what).getBytes(StandardCharsets.UTF_8));
    }
}
