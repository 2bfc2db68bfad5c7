package dev.trellis.drafting;

import java.util.List;

/** A plan as a model sends it: choices by number, and sentences in which labels stand for quotations. */
record PlanAnswer(List<String> direction, List<Item> items) {

    /** @param focus number of a gap, from 1; @param option number of one of its candidates, from 1 */
    record Item(int focus, int option, String task, List<String> why, String firstStep, String successMeasure) {}

    static PlanAnswer read(String answer) {
        var object = AnswerReader.object(answer);
        PlanAnswer plan = new PlanAnswer(
                AnswerReader.sentences(object, "direction"),
                AnswerReader.list(
                        object,
                        "items",
                        item -> new Item(
                                AnswerReader.number(item, "focus"),
                                AnswerReader.number(item, "option"),
                                AnswerReader.text(item, "task"),
                                AnswerReader.sentences(item, "why"),
                                AnswerReader.text(item, "first_step"),
                                AnswerReader.text(item, "success_measure"))));
        if (plan.items().isEmpty()) {
            throw new UnreadableAnswer("empty", "it has no items.");
        }
        return plan;
    }
}
