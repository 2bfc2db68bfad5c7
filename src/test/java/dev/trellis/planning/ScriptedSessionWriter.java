package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.SessionBriefWriter;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.search.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one question a source, and one that quotes words nobody wrote. */
final class ScriptedSessionWriter implements SessionBriefWriter {

    final List<Material> asked = new ArrayList<>();

    @Override
    public SessionBrief write(Material material) {
        asked.add(material);
        List<Claim> questions = new ArrayList<>();
        for (Brief.Source source : material.sources()) {
            questions.add(question("What came of it?", source, source.text()));
            questions.add(question(
                    "How did you invent this?", source, "x".repeat(source.text().length())));
        }
        return new SessionBrief(
                List.of(),
                questions,
                material.nextSteps(),
                Optional.empty(),
                new WriterRecord(WriterRecord.TEMPLATES, List.of(), "", Map.of(), "", 0, 0, Duration.ZERO, List.of()));
    }

    private static Claim question(String text, Brief.Source source, String quote) {
        return new Claim(
                text,
                List.of(new Citation(source.id(), new Span(0, source.text().length()), quote, source.textHash())));
    }
}
