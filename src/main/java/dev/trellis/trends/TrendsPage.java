package dev.trellis.trends;

import dev.trellis.NotFound;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

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

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int LONGEST_NOTE = 500;

    private final Trends trends;
    private final MinimumGroup group;
    private final FlagSteps steps;
    private final People people;

    TrendsPage(Trends trends, MinimumGroup group, FlagSteps steps, People people) {
        this.trends = trends;
        this.group = group;
        this.steps = steps;
        this.people = people;
    }

    @GetMapping("/trends")
    String page(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "12") String months,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String by,
            Model model) {
        onlyHr(me);
        return page(me, months, team, by, Optional.empty(), model);
    }

    /** What somebody wants to say about a flag, and what is wrong with it. */
    record Typed(String flag, String state, String note, String problem) {}

    private String page(SignedInPerson me, String months, String team, String by, Optional<Typed> typed, Model model) {
        int period = period(months);
        Dimension dimension = Dimension.called(by).orElse(Dimension.TEAM);
        TrendReport report = trends.report(dimension, period);
        List<String> teams = report.teams().stream()
                .filter(name ->
                        team.isEmpty() || name.equals(team) || !report.teams().contains(team))
                .toList();
        List<FlagSteps.Step> said = steps.all();
        Map<PersonId, Person> names = people.findAll(said.stream()
                .flatMap(step -> Stream.of(step.owner(), step.by()))
                .collect(Collectors.toSet()));
        List<FlagCard> cards = new ArrayList<>();
        for (TrendFlag flag : report.flags()) {
            if (teams.contains(flag.team())) {
                cards.add(card(flag, report, cards.size() + 1, said, names, typed));
            }
        }
        model.addAttribute(
                "hrPartners",
                people.withRole(Role.HR_PARTNER).stream()
                        .map(person -> new Owner(person.id().toString(), person.displayName()))
                        .toList());
        model.addAttribute("minimumGroup", group.minimumGroup());
        model.addAttribute("minimumForThemes", group.minimumForThemes());
        model.addAttribute(
                "dimensions",
                Arrays.stream(Dimension.values()).map(Dimension::word).toList());
        model.addAttribute("by", dimension.word());
        model.addAttribute("groups", dimension == Dimension.TEAM ? teams : report.groups());
        model.addAttribute("periods", PERIODS);
        model.addAttribute("months", period);
        model.addAttribute("team", report.teams().contains(team) ? team : "");
        model.addAttribute("allTeams", report.teams());
        model.addAttribute("teams", teams);
        model.addAttribute("from", MONTH.format(report.from()));
        model.addAttribute("to", MONTH.format(report.to()));
        model.addAttribute("quarter", MONTH.format(report.to().minusMonths(2)) + " to " + MONTH.format(report.to()));
        model.addAttribute(
                "flags", cards.stream().filter(card -> !card.dismissed()).toList());
        model.addAttribute(
                "dismissed", cards.stream().filter(FlagCard::dismissed).toList());
        model.addAttribute("lookedAt", report.seriesLookedAt());
        model.addAttribute("gaps", table(report.gaps(), teams, GAP_MOVES, TrendChart::levels));
        model.addAttribute(
                "themes",
                table(
                        report.themes(),
                        dimension == Dimension.TEAM ? teams : report.groups(),
                        SHARE_MOVES,
                        TrendChart::percent));
        return "trends/changing";
    }

    /** The tables of the page with every row, as told: in figures that were told and no others. */
    @GetMapping("/trends/figures.csv")
    ResponseEntity<byte[]> figures(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "12") String months,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String by) {
        onlyHr(me);
        TrendReport report = trends.report(Dimension.called(by).orElse(Dimension.TEAM), period(months));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trends-" + report.from() + "-to-" + report.to() + ".csv")
                                .build()
                                .toString())
                .body(TrendsCsv.of(report, report.teams().contains(team) ? team : "")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/trends/rules")
    String rules(@AuthenticationPrincipal SignedInPerson me, Model model) {
        onlyHr(me);
        model.addAttribute("minimumGroup", group.minimumGroup());
        model.addAttribute("minimumForThemes", group.minimumForThemes());
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
            TrendChart chart,
            String key,
            String state,
            boolean dismissed,
            List<String> elsewhere,
            @Nullable Typed typed) {}

    record Owner(String id, String name) {}

    private static FlagCard card(
            TrendFlag flag,
            TrendReport report,
            int number,
            List<FlagSteps.Step> said,
            Map<PersonId, Person> names,
            Optional<Typed> typed) {
        FlagSteps.Of of = FlagSteps.Of.flag(flag);
        Optional<FlagSteps.Step> latest = FlagSteps.latest(said, of);
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
                TrendChart.of(flag, number),
                key(of),
                latest.map(step -> state(step, names)).orElse("New"),
                latest.filter(step -> step.state() == FlagSteps.State.DISMISSED).isPresent(),
                FlagSteps.elsewhere(said, of).stream()
                        .map(step ->
                                step.of().team() + ", " + SINCE.format(step.of().since()) + ": " + step.note())
                        .toList(),
                typed.filter(one -> one.flag().equals(key(of))).orElse(null));
    }

    private static String state(FlagSteps.Step step, Map<PersonId, Person> names) {
        return step.state().words() + " by " + name(names, step.by()) + " on "
                + DAY.format(step.at().atZone(ZoneOffset.UTC))
                + (step.owner().equals(step.by()) ? "" : "; " + name(names, step.owner()) + " looks after it")
                + (step.note().isEmpty() ? "" : ": " + step.note());
    }

    private static String name(Map<PersonId, Person> names, PersonId id) {
        Person person = names.get(id);
        return person == null ? "somebody who has left" : person.displayName();
    }

    private static String key(FlagSteps.Of of) {
        return of.measure() + "/" + of.competency() + "/" + of.since() + "/" + of.team();
    }

    /** Says what becomes of a flag. Made by hand, or of a flag that is no longer there: not found. */
    @PostMapping("/trends/flags")
    String say(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "12") String months,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String by,
            @RequestParam String flag,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String owner,
            HttpServletResponse response,
            Model model) {
        onlyHr(me);
        FlagSteps.Of of = trends.report(Dimension.TEAM, period(months)).flags().stream()
                .map(FlagSteps.Of::flag)
                .filter(one -> key(one).equals(flag))
                .findFirst()
                .orElseThrow(NotFound::new);
        PersonId looksAfter = people.withRole(Role.HR_PARTNER).stream()
                .map(Person::id)
                .filter(id -> id.toString().equals(owner))
                .findFirst()
                .orElse(me.id());
        Optional<FlagSteps.State> wanted = Arrays.stream(FlagSteps.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        String words = note.strip();
        String problem = wanted.isEmpty()
                ? "Choose what becomes of it."
                : words.isEmpty() && wanted.get() != FlagSteps.State.ACKNOWLEDGED
                        ? wanted.get() == FlagSteps.State.DISMISSED
                                ? "Say in a few words why, for whoever wonders later."
                                : "Say in a few words what was done, for whoever has the same."
                        : words.length() > LONGEST_NOTE
                                ? "At most " + LONGEST_NOTE + " characters; this has " + words.length() + "."
                                : "";
        if (wanted.isEmpty() || !problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(me, months, team, by, Optional.of(new Typed(flag, state, note, problem)), model);
        }
        steps.take(of, wanted.get(), words, looksAfter, me.id());
        return "redirect:"
                + UriComponentsBuilder.fromPath("/trends")
                        .queryParam("months", period(months))
                        .queryParam("team", "{team}")
                        .queryParam(
                                "by",
                                Dimension.called(by).orElse(Dimension.TEAM).word())
                        .encode()
                        .buildAndExpand(team)
                        .toUriString();
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
        return (theme ? " of those who shared reflections" : "") + when;
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
            List<String> groups,
            double moves,
            java.util.function.DoubleFunction<String> words) {
        return rows.stream()
                .limit(ROWS_SHOWN)
                .map(row -> new TableRow(
                        row.competency().toString(),
                        row.name(),
                        groups.stream()
                                .map(group ->
                                        cell(row.byTeam().getOrDefault(group, TrendReport.Cell.HIDDEN), moves, words))
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
