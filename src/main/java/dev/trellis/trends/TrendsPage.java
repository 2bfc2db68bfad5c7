package dev.trellis.trends;

import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What HR sees: changes, gaps and themes of groups. */
@Controller
class TrendsPage {

    private static final List<Integer> PERIODS = List.of(6, 12, 18, 24);
    private static final int USUAL_PERIOD = 12;

    /** Half a tenth of a level, and two percent of reflections: smaller moves show as "→". */
    private static final double GAP_MOVES = 0.15;

    private static final double SHARE_MOVES = 0.02;
    private static final int ROWS_SHOWN = 15;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Trends trends;
    private final MinimumGroup group;

    TrendsPage(Trends trends, MinimumGroup group) {
        this.trends = trends;
        this.group = group;
    }

    @GetMapping("/trends")
    String page(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "12") String months,
            @RequestParam(defaultValue = "") String team,
            Model model) {
        onlyHr(me);
        int period = period(months);
        TrendReport report = trends.report(period);
        List<String> teams = report.teams().stream()
                .filter(name ->
                        team.isEmpty() || name.equals(team) || !report.teams().contains(team))
                .toList();
        List<FlagCard> cards = new ArrayList<>();
        for (TrendFlag flag : report.flags()) {
            if (teams.contains(flag.team())) {
                cards.add(card(flag, report, cards.size() + 1));
            }
        }
        model.addAttribute("minimumGroup", group.minimumGroup());
        model.addAttribute("periods", PERIODS);
        model.addAttribute("months", period);
        model.addAttribute("team", report.teams().contains(team) ? team : "");
        model.addAttribute("allTeams", report.teams());
        model.addAttribute("teams", teams);
        model.addAttribute("from", MONTH.format(report.from()));
        model.addAttribute("to", MONTH.format(report.to()));
        model.addAttribute("quarter", MONTH.format(report.to().minusMonths(2)) + " to " + MONTH.format(report.to()));
        model.addAttribute("flags", cards);
        model.addAttribute("lookedAt", report.seriesLookedAt());
        model.addAttribute("gaps", table(report.gaps(), teams, GAP_MOVES, TrendChart::levels));
        model.addAttribute("themes", table(report.themes(), teams, SHARE_MOVES, TrendChart::percent));
        return "trends/changing";
    }

    @GetMapping("/trends/rules")
    String rules(@AuthenticationPrincipal SignedInPerson me, Model model) {
        onlyHr(me);
        model.addAttribute("minimumGroup", group.minimumGroup());
        return "trends/rules";
    }

    private static void onlyHr(SignedInPerson me) {
        if (!me.is(Role.HR_PARTNER)) {
            throw new AccessDeniedException("figures about groups are for HR partners");
        }
    }

    /** A period made by hand in the address falls back to the usual one. */
    private static int period(String months) {
        return PERIODS.stream()
                .filter(period -> String.valueOf(period).equals(months))
                .findFirst()
                .orElse(USUAL_PERIOD);
    }

    /** A flag in words. */
    record FlagCard(
            boolean rises,
            String headline,
            String size,
            String since,
            String people,
            String period,
            String p,
            TrendChart chart) {}

    private static FlagCard card(TrendFlag flag, TrendReport report, int number) {
        boolean theme = flag.measure() == TrendFlag.Measure.THEME;
        String name = "“" + flag.competencyName() + "”";
        String headline = theme
                ? name + (flag.rises() ? " rises in " : " recedes in ") + flag.team()
                : "The gap in " + name + (flag.rises() ? " widens in " : " closes in ") + flag.team();
        String size = theme
                ? TrendChart.percent(flag.before()) + " → " + TrendChart.percent(flag.after())
                : TrendChart.levels(flag.before()) + " → " + TrendChart.levels(flag.after()) + " levels";
        return new FlagCard(
                flag.rises(),
                headline,
                size,
                since(flag, theme),
                flag.peopleBefore() == flag.peopleAfter()
                        ? "n " + flag.peopleAfter() + " people"
                        : "n " + flag.peopleBefore() + " → " + flag.peopleAfter() + " people",
                MONTH.format(report.from()) + " to " + MONTH.format(report.to()),
                p(flag.adjustedP()),
                TrendChart.of(flag, number));
    }

    private static String since(TrendFlag flag, boolean theme) {
        YearMonth since = flag.since();
        String margin = flag.marginMonths() == 0
                ? ""
                : " (± " + flag.marginMonths() + (flag.marginMonths() == 1 ? " month)" : " months)");
        String when = flag.programme()
                .map(programme ->
                        ", most of it around " + SINCE.format(since) + margin + ", while the " + programme + " ran")
                .orElse(", since " + SINCE.format(since) + margin);
        return (theme ? " of shared reflections" : "") + when;
    }

    private static String p(double p) {
        return p < 0.001
                ? "p < .001"
                : "p " + String.format(Locale.ROOT, "%.3f", p).substring(1);
    }

    /** A row of a table, in words. @param cells one a team, in the teams' order; empty where hidden */
    record TableRow(String competency, String name, List<Optional<TableCell>> cells) {}

    record TableCell(String value, String arrow, String arrowWords, int people) {}

    private static List<TableRow> table(
            List<TrendReport.Row> rows,
            List<String> teams,
            double moves,
            java.util.function.DoubleFunction<String> words) {
        return rows.stream()
                .limit(ROWS_SHOWN)
                .map(row -> new TableRow(
                        row.competency().toString(),
                        row.name(),
                        teams.stream()
                                .map(team ->
                                        cell(row.byTeam().getOrDefault(team, TrendReport.Cell.HIDDEN), moves, words))
                                .toList()))
                .toList();
    }

    private static final Map<String, String> ARROW_WORDS =
            Map.of("↑", "more than before", "↓", "less than before", "→", "as before", "", "");

    private static Optional<TableCell> cell(
            TrendReport.Cell cell, double moves, java.util.function.DoubleFunction<String> words) {
        String arrow = cell.arrow(moves);
        return cell.now()
                .value()
                .map(value -> new TableCell(
                        words.apply(value),
                        arrow,
                        ARROW_WORDS.getOrDefault(arrow, ""),
                        cell.now().people()));
    }
}
