package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Vectors of many texts for a command, with word of how far it is. */
final class Meanings {

    private static final int AT_ONCE = 1000;

    private Meanings() {}

    static List<float[]> ofTexts(List<String> texts, PrintWriter progress) {
        TextVectors model = TextVectors.inProcess(Runtime.getRuntime().availableProcessors());
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            vectors.addAll(model.of(texts.subList(from, Math.min(texts.size(), from + AT_ONCE))));
            progress.println("read " + vectors.size() + " of " + texts.size());
        }
        return vectors;
    }

    static List<float[]> of(List<DiarySentence> sentences, PrintWriter progress) {
        return ofTexts(sentences.stream().map(DiarySentence::text).toList(), progress);
    }
}
