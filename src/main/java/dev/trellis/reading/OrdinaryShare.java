package dev.trellis.reading;

import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many words of everyday texts are found to be personal.
 *
 * @param kinds words found, by kind
 */
record OrdinaryShare(int words, Map<Kind, Integer> kinds) {

    static OrdinaryShare of(List<String> texts, PersonalTagger tagger) {
        int words = 0;
        Map<Kind, Integer> kinds = new TreeMap<>();
        for (String text : texts) {
            List<Found> found = LearnedPersonalText.find(text, tagger);
            for (PersonalToken token : PersonalToken.of(text, List.of())) {
                if (token.isWord()) {
                    words++;
                    found.stream()
                            .filter(part -> part.start() < token.end() && token.start() < part.end())
                            .findFirst()
                            .ifPresent(part -> kinds.merge(part.kind(), 1, Integer::sum));
                }
            }
        }
        return new OrdinaryShare(words, kinds);
    }

    double replaced() {
        return words == 0
                ? 0
                : kinds.values().stream().mapToInt(Integer::intValue).sum() / (double) words;
    }
}
