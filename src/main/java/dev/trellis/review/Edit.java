package dev.trellis.review;

import dev.trellis.planning.PlanDraft.DraftItem;
import java.time.LocalDate;

/** An item in a person's own words: what they may change of it, checked. {@link EditForm} is the same as typed. */
record Edit(
        String task, String firstStep, String successMeasure, LocalDate dueOn, double effortHours, double soughtLevel) {

    static Edit of(DraftItem item) {
        return new Edit(
                item.task(),
                item.firstStep(),
                item.successMeasure(),
                item.dueOn(),
                item.effortHours(),
                item.soughtLevel());
    }
}
