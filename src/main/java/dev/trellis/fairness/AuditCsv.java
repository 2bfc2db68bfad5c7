package dev.trellis.fairness;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trellis.Spreadsheet;
import dev.trellis.TrellisCommand.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads files of an audit, and writes its figures, every digit of them. */
final class AuditCsv {

    static final List<String> COLUMNS = List.of(
            "outcome",
            "attribute",
            "group",
            "people",
            "cases",
            "selected",
            "rate",
            "standard_error",
            "compared",
            "impact_ratio",
            "low",
            "high");

    private AuditCsv() {}

    static String write(List<ImpactRatio> ratios) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (ImpactRatio ratio : ratios) {
                csv.writeRecord(
                        ratio.outcome(),
                        Spreadsheet.harmless(ratio.attribute()),
                        Spreadsheet.harmless(ratio.group()),
                        Integer.toString(ratio.people()),
                        Integer.toString(ratio.cases()),
                        Integer.toString(ratio.selected()),
                        Double.toString(ratio.rate()),
                        Double.toString(ratio.standardError()),
                        Boolean.toString(ratio.compared()),
                        number(ratio.ratio()),
                        number(ratio.low()),
                        number(ratio.high()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String number(Optional<Double> number) {
        return number.map(String::valueOf).orElse("");
    }

    /**
     * @param path plain, or gzipped where its name ends so
     * @throws CommandFailed naming the file, and the line where one is wrong
     */
    static void read(Path path, Consumer<NamedCsvRecord> each) {
        long line = 1;
        try (InputStream in = Files.newInputStream(path);
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                line = row.getStartingLineNumber();
                each.accept(row);
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new CommandFailed(path + " cannot be read after line " + line + ": " + e.getMessage() + ".");
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw new CommandFailed(path + ", line " + line + ": " + e.getMessage() + ".");
        }
    }
}
