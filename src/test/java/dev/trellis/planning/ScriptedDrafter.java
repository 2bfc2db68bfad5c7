package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.drafting.WriterRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says what it was told to, in order; told nothing, it writes one sound item a focus. Sentences with FALSE fail the check. */
final class ScriptedDrafter implements PlanDrafter {

    final List<Brief> briefs = new ArrayList<>();
    final List<List<String>> repairs = new ArrayList<>();
    private final Deque<Function<Brief, DraftOutcome>> script = new ArrayDeque<>();

    private final String writer;

    ScriptedDrafter(String writer) {
        this.writer = writer;
    }

    /** @param faulty items, counted from the first, with a sentence that fails */
    ScriptedDrafter thenDraftWith(int faulty) {
        script.add(brief -> drafted(brief, faulty));
        return this;
    }

    ScriptedDrafter thenAbstain(String... missing) {
        script.add(brief -> new DraftOutcome.Abstained(List.of(missing), how()));
        return this;
    }

    /** Drafts once {@code meanwhile} has happened. */
    ScriptedDrafter thenDraftAfter(Runnable meanwhile) {
        script.add(brief -> {
            meanwhile.run();
            return drafted(brief, 0);
        });
        return this;
    }

    ScriptedDrafter thenFail() {
        script.add(brief -> {
            throw new IllegalStateException("the model fell over");
        });
        return this;
    }

    @Override
    public DraftOutcome draft(Brief brief) {
        briefs.add(brief);
        return script.isEmpty() ? drafted(brief, 0) : script.remove().apply(brief);
    }

    @Override
    public DraftOutcome repair(Brief brief, DraftText previous, List<String> faults) {
        repairs.add(faults);
        return script.isEmpty() ? drafted(brief, 0) : script.remove().apply(brief);
    }

    private DraftOutcome drafted(Brief brief, int faulty) {
        List<DraftText.Item> items = new ArrayList<>();
        for (Brief.Focus focus : brief.focuses()) {
            String word = items.size() < faulty ? "FALSE" : "sound";
            items.add(new DraftText.Item(
                    focus.competency().id(),
                    focus.candidates().getFirst().action(),
                    "Try " + focus.competency().name() + ".",
                    brief.sources().stream()
                            .limit(1)
                            .map(source -> new Claim(
                                    "A " + word + " sentence.",
                                    List.of(new Citation(
                                            source.id(),
                                            new dev.trellis.search.Span(
                                                    0, source.text().length()),
                                            source.text(),
                                            source.textHash()))))
                            .toList(),
                    "Begin.",
                    "It is seen.",
                    brief.from().plusWeeks(6),
                    3,
                    new DraftText.Support(DraftText.Strength.SUPPORTED, "one source")));
        }
        return new DraftOutcome.Drafted(new DraftText(List.of(), items), how());
    }

    private WriterRecord how() {
        return new WriterRecord(
                writer,
                List.of(),
                "prompt-hash",
                Map.of("temperature", "0"),
                "raw",
                10,
                20,
                Duration.ofMillis(5),
                List.of());
    }
}
