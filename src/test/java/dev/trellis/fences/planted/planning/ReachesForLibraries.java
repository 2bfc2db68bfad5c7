package dev.trellis.fences.planted.planning;

import dev.langchain4j.model.chat.ChatModel;
import org.apache.lucene.document.Document;
import org.tribuo.Model;

/** A breach on purpose: libraries used outside their modules. */
class ReachesForLibraries {
    Document document = new Document();

    Model<?> model(Model<?> model) {
        return model;
    }

    String ask(ChatModel model) {
        return model.chat("anything");
    }
}
