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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sources as a model sees them, by number and sentence, and the way back from the labels in its sentences to quotations, ids and
 * spans. Ids and hashes never pass through the model, and it copies no quotation: what stands between quotation marks was put there
 * from the source.
 */
final class NumberedSources {

    /** In characters, over all sources with their headings: some 450 tokens. */
    private static final int MOST_CHARACTERS = 1_800;

    /** "[S3.1]", also without its "S" or its sentence, and between quotation marks, as models will have it. */
    private static final Pattern LABEL = Pattern.compile(
            "[“„\"«]?\\[(?=S|\\d+\\.)S?(\\d{1,4})(?:\\.(\\d{1,4}))?][”“\"»]?", Pattern.CASE_INSENSITIVE);

    /** Of a source that nothing in particular is wanted of. */
    static final int FIRST_SENTENCES = 3;

    /** Of "  [S12.3] " and the end of the line. */
    private static final int LABEL_LENGTH = 12;

    /** Author of what nobody wrote. */
    private static final String TRELLIS = "Trellis";

    /** Stands where a label stands for nothing. */
    private static final String UNKNOWN = "?";

    private final List<Brief.Source> sources;
    private final Language language;
    private final Map<EvidenceId, Integer> numbers = new HashMap<>();

    NumberedSources(List<Brief.Source> sources) {
        this.sources = sources;
        this.language = Language.of(sources);
        for (int i = 0; i < sources.size(); i++) {
            numbers.putIfAbsent(sources.get(i).id(), i + 1);
        }
    }

    /** "S3" for a source, or nothing where there is no such source. */
    String label(EvidenceId id) {
        return numbers.containsKey(id) ? "S" + numbers.get(id) : "";
    }

    /**
     * The sentences that may be quoted, by their source. Those that bear on something are taken first, so that what is cut off at
     * {@link #MOST_CHARACTERS} matters least.
     *
     * @param wanted parts of sources that bear on something, best first
     */
    Map<EvidenceId, Set<Span>> chosen(List<Brief.Quotable> wanted) {
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
            left = choose(
                    source,
                    Sentences.in(source.text()).stream().limit(FIRST_SENTENCES).toList(),
                    chosen,
                    left);
        }
        return chosen;
    }

    /** What was chosen, under its source, one sentence a line, each after its label. */
    SentText asData(Map<EvidenceId, Set<Span>> chosen) {
        SentText.Builder data = new SentText.Builder();
        for (Brief.Source source : sources) {
            Set<Span> spans = chosen.get(source.id());
            if (spans != null) {
                data.own(data.isEmpty() ? "" : "\n");
                data.add(heading(source));
                List<Span> sentences = Sentences.in(source.text());
                for (int i = 0; i < sentences.size(); i++) {
                    if (spans.contains(sentences.get(i))) {
                        data.own("\n  [" + label(source.id()) + "." + (i + 1) + "] ")
                                .add(
                                        Whose.PERSON,
                                        onOneLine(quotation(source, i)
                                                .orElseThrow()
                                                .words()));
                    }
                }
            }
        }
        return data.build();
    }

    private int choose(Brief.Source source, List<Span> sentences, Map<EvidenceId, Set<Span>> chosen, int left) {
        int rest = left;
        for (Span sentence : sentences) {
            Optional<Excerpt> quotation = Excerpt.ofSentence(source, sentence).filter(Excerpt::isFit);
            boolean isFirst = !chosen.containsKey(source.id());
            int length = quotation.map(words -> words.words().length()).orElse(0)
                    + LABEL_LENGTH
                    + (isFirst ? heading(source).words().length() : 0);
            if (quotation.isPresent() && length <= rest) {
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
     * The claim a sentence makes, with the quotations its labels stand for. A label that was not given becomes a citation that
     * cannot hold: the check finds it by name, nothing is dropped in silence.
     */
    Claim claim(String sentence) {
        List<Citation> citations = new ArrayList<>();
        String text = LABEL.matcher(sentence).replaceAll(label -> {
            Citation citation = citation(Integer.parseInt(label.group(1)), label.group(2));
            citations.add(citation);
            return Matcher.quoteReplacement(language.quoted(citation.quote()));
        });
        return new Claim(Wording.ended(text), citations.stream().distinct().toList());
    }

    /** A sentence that is no claim, with the quotations its labels stand for. */
    String spelledOut(String sentence) {
        return claim(sentence).text();
    }

    private Citation citation(int number, @Nullable String sentence) {
        if (number < 1 || number > sources.size()) {
            return new Citation(unknownSource(number), new Span(0, UNKNOWN.length()), UNKNOWN, "");
        }
        Brief.Source source = sources.get(number - 1);
        return Optional.ofNullable(sentence)
                .flatMap(digits -> quotation(source, Integer.parseInt(digits) - 1))
                .map(Excerpt::cited)
                .orElseGet(() -> new Citation(source.id(), new Span(0, UNKNOWN.length()), UNKNOWN, source.textHash()));
    }

    /** What a label stands for, where the sentence may be shown at all. @param sentence from 0 */
    private static Optional<Excerpt> quotation(Brief.Source source, int sentence) {
        List<Span> sentences = Sentences.in(source.text());
        return sentence < 0 || sentence >= sentences.size()
                ? Optional.empty()
                : Excerpt.ofSentence(source, sentences.get(sentence)).filter(Excerpt::isFit);
    }

    private static EvidenceId unknownSource(int number) {
        return new EvidenceId(unknown("source " + number));
    }

    /** An id that stands for something never offered. */
    static UUID unknown(String what) {
        return UUID.nameUUIDFromBytes(("never offered: " + what).getBytes(StandardCharsets.UTF_8));
    }
}
