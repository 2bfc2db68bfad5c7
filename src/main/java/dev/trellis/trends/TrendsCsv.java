package dev.trellis.trends;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trellis.Spreadsheet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.DoubleFunction;

/** The tables of the page as a file, in the same words: what is hidden there is hidden here. */
final class TrendsCsv {

    private TrendsCsv() {}

    /** @param team alone, or empty for all */
    static String of(TrendReport report, String team) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("measure", "from", "to", "team", "competency", "group", "figure", "before", "people");
            rows(csv, report, team, "gap in levels", report.gaps(), report.teams(), TrendChart::levels);
            rows(csv, report, team, "share who spoke of it", report.themes(), report.groups(), TrendChart::percent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void rows(
            CsvWriter csv,
            TrendReport report,
            String team,
            String measure,
            List<TrendReport.Row> rows,
            List<String> groups,
            DoubleFunction<String> words) {
        for (TrendReport.Row row : rows) {
            for (String group : groups) {
                if (team.isEmpty() || team.equals(group) || !report.teams().contains(group)) {
                    TrendReport.Cell cell = row.byTeam().getOrDefault(group, TrendReport.Cell.HIDDEN);
                    csv.writeRecord(
                            measure,
                            report.from().toString(),
                            report.to().toString(),
                            team.isEmpty() ? "all" : Spreadsheet.harmless(team),
                            Spreadsheet.harmless(row.name()),
                            Spreadsheet.harmless(group),
                            cell.now().value().map(words::apply).orElse("hidden: too few"),
                            cell.before().value().map(words::apply).orElse("hidden: too few"),
                            cell.now().shown() ? String.valueOf(cell.now().people()) : "");
                }
            }
        }
    }
}
