package dev.trellis.fairness;

import dev.trellis.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an auditor sees: impact ratios by group, a quarter at a time. */
@Controller
class FairnessPage {

    private static final DateTimeFormatter QUARTER = DateTimeFormatter.ofPattern("QQQ yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final FairnessReports reports;
    private final FairnessCases cases;

    FairnessPage(FairnessReports reports, FairnessCases cases) {
        this.reports = reports;
        this.cases = cases;
    }

    /** One group on the page. */
    record Line(
            String group,
            int people,
            int items,
            String rate,
            String ratio,
            String interval,
            boolean below,
            boolean sure) {}

    record Quarter(String name, String address, boolean shown) {}

    @GetMapping("/fairness")
    String latest() {
        return "redirect:/fairness/" + reports.quarters().getFirst();
    }

    @GetMapping("/fairness/{quarter}")
    String page(@PathVariable String quarter, Model model) {
        FairnessReports.Report report = report(quarter);
        Map<String, Map<String, List<Line>>> byOutcome = new TreeMap<>();
        report.ratios().stream()
                .collect(Collectors.groupingBy(ImpactRatio::outcome, TreeMap::new, Collectors.toList()))
                .forEach((outcome, ratios) -> byOutcome.put(
                        outcome,
                        ratios.stream()
                                .collect(Collectors.groupingBy(
                                        ImpactRatio::attribute,
                                        TreeMap::new,
                                        Collectors.mapping(FairnessPage::line, Collectors.toList())))));
        model.addAttribute(
                "quarters",
                reports.quarters().stream()
                        .map(one -> new Quarter(QUARTER.format(one), "/fairness/" + one, one.equals(report.quarter())))
                        .toList());
        model.addAttribute("quarter", QUARTER.format(report.quarter()));
        model.addAttribute("csv", "/fairness/" + report.quarter() + "/figures.csv");
        model.addAttribute("madeOn", DAY.format(report.madeAt().atZone(ZoneOffset.UTC)));
        model.addAttribute("items", report.cases());
        model.addAttribute("recorded", cases.recorded());
        model.addAttribute(
                "worrying",
                ImpactRatios.worrying(report.ratios()).stream()
                        .map(FairnessPage::words)
                        .toList());
        model.addAttribute("byOutcome", byOutcome);
        model.addAttribute("fewestShown", ImpactRatios.FEWEST_SHOWN);
        model.addAttribute("fewestCompared", ImpactRatios.FEWEST_PEOPLE);
        return "fairness/report";
    }

    @GetMapping("/fairness/{quarter}/figures.csv")
    ResponseEntity<byte[]> figures(@PathVariable String quarter) {
        FairnessReports.Report report = report(quarter);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("fairness-" + report.quarter() + ".csv")
                                .build()
                                .toString())
                .body(AuditCsv.write(report.ratios()).getBytes(StandardCharsets.UTF_8));
    }

    private FairnessReports.Report report(String quarter) {
        try {
            return reports.of(LocalDate.parse(quarter));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static Line line(ImpactRatio ratio) {
        return new Line(
                ratio.group(),
                ratio.people(),
                ratio.cases(),
                percent(ratio.rate()),
                !ratio.compared()
                        ? "too few to compare"
                        : ratio.ratio().map(FairnessPage::decimals).orElse("–"),
                ratio.low().map(FairnessPage::decimals).orElse("")
                        + ratio.high().map(high -> " to " + decimals(high)).orElse(""),
                ratio.belowFourFifths(),
                ratio.isSurelyBelowParity());
    }

    private static String words(ImpactRatio ratio) {
        return "“" + ratio.outcome() + "” by " + ratio.attribute() + ": " + ratio.group() + " "
                + percent(ratio.rate()) + ", which is "
                + ratio.ratio().map(FairnessPage::decimals).orElse("–") + " of the highest rate ("
                + ratio.low().map(FairnessPage::decimals).orElse("–") + " to "
                + ratio.high().map(FairnessPage::decimals).orElse("–") + ")";
    }

    private static String percent(double rate) {
        return Math.round(rate * 100) + " %";
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
