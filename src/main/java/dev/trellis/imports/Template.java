package dev.trellis.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A header and one example row, to be filled in a spreadsheet. */
final class Template {

    private Template() {}

    static List<Column> columns(ImportKind kind) {
        return switch (kind) {
            case PEOPLE -> PeopleRows.COLUMNS;
            case GOALS -> EvidenceRows.GOALS;
            case REFLECTIONS -> EvidenceRows.REFLECTIONS;
            case ACTIVITIES -> ActivityRows.COLUMNS;
            case ONET, ESCO -> List.of();
        };
    }

    /** Begins with a byte order mark, so that a spreadsheet takes it for UTF-8 and keeps it so. */
    static String of(ImportKind kind) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns(kind).stream().map(Column::name).toList());
            csv.writeRecord(columns(kind).stream().map(Column::example).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "\uFEFF" + text;
    }
}
