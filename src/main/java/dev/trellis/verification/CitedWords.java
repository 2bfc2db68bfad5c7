package dev.trellis.verification;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;

/** A citation whose source was found and which says what it claims to. */
record CitedWords(Brief.Source source, Citation citation) {

    String quote() {
        return citation.quote();
    }

    /** What stands before the quoted words in the same sentence. */
    String before() {
        String text = source.text();
        int start = citation.span().start();
        int sentence = start;
        while (sentence > 0 && ".!?\n".indexOf(text.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        return text.substring(sentence, start);
    }
}
