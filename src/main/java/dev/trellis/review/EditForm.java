package dev.trellis.review;

import dev.trellis.planning.PlanDraft;
import dev.trellis.planning.PlanDraft.DraftItem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An edit as typed: kept word for word, right or wrong, until it is decided. */
record EditForm(
        String task, String firstStep, String successMeasure, String dueOn, String effortHours, String soughtLevel) {

    /** Longest sentence taken: a long paragraph, well above what fits on a plan. */
    static final int LONGEST = 1000;

    /** A field that did not come is one left empty. */
    EditForm(
            @Nullable String task,
            @Nullable String firstStep,
            @Nullable String successMeasure,
            @Nullable String dueOn,
            @Nullable String effortHours,
            @Nullable String soughtLevel) {
        this.task = orEmpty(task);
        this.firstStep = orEmpty(firstStep);
        this.successMeasure = orEmpty(successMeasure);
        this.dueOn = orEmpty(dueOn);
        this.effortHours = orEmpty(effortHours);
        this.soughtLevel = orEmpty(soughtLevel);
    }

    /** More than a quarter of a working year in one item is a slip of the finger. */
    static final double MOST_HOURS = 400;

    static EditForm of(Edit edit) {
        return new EditForm(
                edit.task(),
                edit.firstStep(),
                edit.successMeasure(),
                edit.dueOn().toString(),
                InWords.number(edit.effortHours()),
                InWords.number(edit.soughtLevel()));
    }

    /** Either an edit or, by field, one sentence on what is wrong. */
    sealed interface Checked {
        record Right(Edit edit) implements Checked {}

        record Wrong(Map<String, String> problems) implements Checked {}
    }

    /**
     * @param highestLevel of the competency's framework
     * @param words for dates in the sentences
     */
    Checked check(PlanDraft draft, DraftItem item, double highestLevel, InWords words) {
        Map<String, String> problems = new LinkedHashMap<>();
        sentence("task", task, "Say what to do.", problems);
        sentence("firstStep", firstStep, "Say how it begins.", problems);
        sentence("successMeasure", successMeasure, "Say what somebody else could see.", problems);
        Optional<LocalDate> due = day(dueOn);
        if (due.isEmpty()) {
            problems.put("dueOn", dueOn.isBlank() ? "Say by when." : "“" + dueOn.strip() + "” is not a date.");
        } else if (due.get().isBefore(draft.from()) || due.get().isAfter(draft.until())) {
            problems.put(
                    "dueOn",
                    "The plan runs from " + words.day(draft.from()) + " to " + words.day(draft.until())
                            + ": choose a day in it.");
        }
        Optional<Double> hours = number(effortHours, item.effortHours());
        if (hours.isEmpty() || hours.get() < 0.25 || hours.get() > MOST_HOURS) {
            problems.put("effortHours", "A number of hours between a quarter and " + InWords.number(MOST_HOURS) + ".");
        }
        Optional<Double> level = number(soughtLevel, item.soughtLevel());
        if (level.isEmpty() || level.get() <= item.shownLevel() || level.get() > highestLevel) {
            problems.put(
                    "soughtLevel",
                    "A level above " + InWords.number(item.shownLevel()) + ", at most " + InWords.number(highestLevel)
                            + ".");
        }
        if (!problems.isEmpty()) {
            return new Checked.Wrong(problems);
        }
        return new Checked.Right(new Edit(
                task.strip(),
                firstStep.strip(),
                successMeasure.strip(),
                due.orElseThrow(),
                hours.orElseThrow(),
                level.orElseThrow()));
    }

    private static void sentence(String field, String text, String whenEmpty, Map<String, String> problems) {
        if (text.isBlank()) {
            problems.put(field, whenEmpty);
        } else if (!tooLong(text).isEmpty()) {
            problems.put(field, tooLong(text));
        }
    }

    /** A sentence for words that do not fit; empty where they do. */
    static String tooLong(String text) {
        return text.length() <= LONGEST
                ? ""
                : "That is " + text.length() + " characters; " + LONGEST + " fit here. It is all still in the box.";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A number with a point or a comma; one left as it was shown is the draft's own, to the last digit. */
    private static Optional<Double> number(String typed, double inDraft) {
        if (typed.strip().equals(InWords.number(inDraft))) {
            return Optional.of(inDraft);
        }
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.'));
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
