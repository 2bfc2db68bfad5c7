package dev.trellis.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.trellis.Spreadsheet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The failing rows with what is wrong with each, to be opened in a spreadsheet: no cell of it can act there. What a person wrote
 * is left out; whoever sent the file has it.
 */
final class ErrorFile {

    /** A cell is for finding the row again, not for keeping its words. */
    private static final int LONGEST_CELL = 300;

    private ErrorFile() {}

    static String of(Problems problems) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<Cells> rows = problems.rows();
            List<String> header = new ArrayList<>(rows.getFirst().header().names());
            header.addFirst("row");
            header.add("error");
            csv.writeRecord(header);
            for (Cells row : rows) {
                List<String> cells = new ArrayList<>();
                cells.add(String.valueOf(row.row()));
                for (int i = 0; i < row.header().names().size(); i++) {
                    cells.add(i < row.values().size() ? shown(row, i) : "");
                }
                cells.add(harmless(
                        problems.of(row).stream().map(Problem::withColumn).collect(Collectors.joining("; "))));
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String shown(Cells row, int position) {
        String cell = row.values().get(position);
        Column column = row.header().columns().get(row.header().names().get(position));
        boolean words = column == null || column.longText();
        return words && !cell.isBlank() ? "(left out)" : harmless(cell);
    }

    static String harmless(String cell) {
        return Spreadsheet.harmless(cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…");
    }
}
