package dev.trellis.planning;

import dev.trellis.AdminArea;
import dev.trellis.Days;
import dev.trellis.verification.Finding;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How drafts fared against the gate, for an administrator: counts and shares by week, never words. */
@Controller
class DraftFiguresPage {

    static final String PATH = "/admin/drafts";

    /** A quarter shows whether a change of model or prompt changed anything. */
    private static final int WEEKS = 13;

    private final DraftFigures figures;
    private final Clock clock;

    DraftFiguresPage(DraftFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Bean
    static AdminArea draftFiguresArea() {
        return new AdminArea(
                70, "Drafts", "How many drafts were made, by which writer, and what the check found in them.", PATH);
    }

    record Line(String week, int made, int abstained, int withheld, int repaired, String writers) {}

    /** @param shares one a week, in the order of the weeks */
    record Code(String words, String severity, List<String> shares) {}

    @GetMapping(PATH)
    String page(Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate since =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1);
        Days days = new Days(today);
        List<DraftFigures.Week> weeks =
                figures.since(since.atStartOfDay(ZoneOffset.UTC).toInstant());
        model.addAttribute(
                "weeks",
                weeks.stream()
                        .map(week -> new Line(
                                days.day(week.monday()),
                                week.count("made"),
                                week.count("abstained"),
                                week.count("withheld"),
                                week.count("repaired"),
                                week.writers().entrySet().stream()
                                        .map(writer -> writer.getKey() + " " + writer.getValue())
                                        .collect(Collectors.joining(", "))))
                        .toList());
        SortedSet<String> codes = new TreeSet<>();
        weeks.forEach(week -> codes.addAll(week.findings().keySet()));
        model.addAttribute(
                "codes", codes.stream().map(code -> code(code, weeks)).toList());
        return "planning/admin-drafts";
    }

    private static Code code(String code, List<DraftFigures.Week> weeks) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Code(
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                severity(code) == Finding.Severity.WARNS ? "warns the mentor" : "blocks the sentence",
                weeks.stream().map(week -> percent(week.shareWith(code))).toList());
    }

    private static Finding.Severity severity(String code) {
        return Finding.Code.valueOf(code).severity();
    }

    private static String percent(double share) {
        return share == 0 ? "–" : share < 0.01 ? "< 1 %" : Math.round(share * 100) + " %";
    }
}
