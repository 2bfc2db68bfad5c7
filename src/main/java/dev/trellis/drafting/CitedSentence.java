package dev.trellis.drafting;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A sentence as a model sends it: with numbers of sources and quotations, both still to be looked up. */
record CitedSentence(String text, List<Quotation> quotations) {

    static CitedSentence read(JsonNode node) {
        return new CitedSentence(
                AnswerReader.text(node, "text"),
                AnswerReader.list(
                        node,
                        "citations",
                        citation -> new Quotation(
                                AnswerReader.number(citation, "source"), AnswerReader.text(citation, "quote"))));
    }

    /** @param source number of a source, from 1, as the model was given them */
    record Quotation(int source, String quote) {}
}
