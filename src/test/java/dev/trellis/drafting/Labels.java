package dev.trellis.drafting;

import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.util.List;

/** Labels under which a model sees the sentences of a brief. */
public final class Labels {

    private Labels() {}

    /** "[S2.1]" of the first sentence, newest source first, that holds {@code words}. */
    public static String of(Brief brief, String words) {
        for (int source = 0; source < brief.sources().size(); source++) {
            String text = brief.sources().get(source).text();
            int at = text.indexOf(words);
            if (at >= 0) {
                return label(source, text, at);
            }
        }
        throw new IllegalArgumentException("no source says: " + words);
    }

    static String of(Brief brief, Citation citation) {
        List<Brief.Source> sources = brief.sources();
        int source = sources.stream().map(Brief.Source::id).toList().indexOf(citation.source());
        return label(source, sources.get(source).text(), citation.span().start());
    }

    private static String label(int source, String text, int at) {
        List<Span> sentences = Sentences.in(text);
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).start() <= at && at < sentences.get(i).end()) {
                return "[S" + (source + 1) + "." + (i + 1) + "]";
            }
        }
        throw new IllegalArgumentException("no sentence of " + text + " is at " + at);
    }
}
