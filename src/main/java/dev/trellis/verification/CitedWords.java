package dev.trellis.verification;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;

/** A citation whose source was found and which says what it claims to. */
record CitedWords(Brief.Source source, Citation citation) {

    String quote() {
        return citation.quote();
    }
}
