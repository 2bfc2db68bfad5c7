package dev.trellis.learning;

import dev.trellis.NotFound;
import dev.trellis.learning.WritingHabits.Followed;
import dev.trellis.people.SignedInPerson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What Trellis learned from a mentor's own decisions, for that mentor to see and to switch off. */
@Controller
@RequestMapping("/review/learned")
class LearnedPage {

    private static final int LATEST = 400;

    private final JdbcSignals signals;
    private final SwitchedOff switchedOff;

    LearnedPage(JdbcSignals signals, SwitchedOff switchedOff) {
        this.signals = signals;
        this.switchedOff = switchedOff;
    }

    /**
     * One habit on the page.
     *
     * @param says sentences with their evidence, at least one
     * @param next what the next draft does about it
     */
    record Line(String code, List<String> says, String next, boolean followed) {}

    @GetMapping
    String page(@AuthenticationPrincipal SignedInPerson me, Model model) {
        signals.catchUp();
        List<Signal> own = signals.of(me.id(), LATEST);
        Set<Habit> off = switchedOff.of(me.id());
        model.addAttribute("decisions", own.size());
        model.addAttribute("lines", lines(own, off));
        return "learning/learned";
    }

    @PostMapping("/{habit}")
    String turn(@AuthenticationPrincipal SignedInPerson me, @PathVariable String habit, @RequestParam String to) {
        Habit known = Arrays.stream(Habit.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(habit))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (to.equals("off")) {
            switchedOff.off(me.id(), known);
        } else {
            switchedOff.on(me.id(), known);
        }
        return "redirect:/review/learned";
    }

    private static List<Line> lines(List<Signal> own, Set<Habit> off) {
        WritingHabits habits = WritingHabits.of(own);
        List<Line> lines = new ArrayList<>();
        habits.wordsAtMost()
                .ifPresent(habit -> lines.add(line(
                        Habit.MEASURE,
                        "You shorten success measures, " + times(habit) + ".",
                        "Measures in your next drafts have at most " + habit.value() + " words.",
                        off)));
        habits.daysLater()
                .ifPresent(habit -> lines.add(line(
                        Habit.DATES,
                        "You set due dates about " + days(habit.value()) + ", " + times(habit) + ".",
                        "Dates in your next drafts are " + days(habit.value()) + ".",
                        off)));
        habits.levelsFurther()
                .ifPresent(habit -> lines.add(line(
                        Habit.LEVELS,
                        "You seek " + levels(habit.value()) + " than one step, " + times(habit) + ".",
                        "Levels in your next drafts go as far, and never beyond what the role expects.",
                        off)));
        List<String> taste = TasteWords.of(own);
        if (!taste.isEmpty()) {
            lines.add(new Line(
                    code(Habit.TASTE),
                    taste,
                    "What you keep comes first in your next drafts where it fits the gap. Your latest decisions count most.",
                    !off.contains(Habit.TASTE)));
        }
        return lines;
    }

    private static Line line(Habit habit, String says, String next, Set<Habit> off) {
        return new Line(code(habit), List.of(says), next, !off.contains(habit));
    }

    private static String code(Habit habit) {
        return habit.name().toLowerCase(Locale.ROOT);
    }

    private static String times(Followed<?> habit) {
        return "in " + habit.times() + " of your last " + habit.of() + " items";
    }

    private static String days(int later) {
        int days = Math.abs(later);
        String span = days % 7 == 0 && days > 0
                ? days / 7 == 1 ? "a week" : days / 7 + " weeks"
                : days == 1 ? "a day" : days + " days";
        return span + (later > 0 ? " later" : " earlier");
    }

    private static String levels(double further) {
        String size = BigDecimal.valueOf(Math.abs(further))
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return size + (further > 0 ? " levels more" : " levels less");
    }
}
