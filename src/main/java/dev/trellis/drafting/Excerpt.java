package dev.trellis.drafting;

import dev.trellis.search.Span;

/** Words of a source that read well on their own. */
record Excerpt(Brief.Source source, Span span) {

    String words() {
        return span.of(source.text());
    }

    Citation cited() {
        return new Citation(source.id(), span, words(), source.textHash());
    }
}
