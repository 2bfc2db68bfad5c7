package dev.trellis.fences.planted.search;

import dev.langchain4j.model.chat.ChatModel;

/** A breach on purpose: search talks to a language model. */
class AsksAModel {
    String ask(ChatModel model) {
        return model.chat("anything");
    }
}
