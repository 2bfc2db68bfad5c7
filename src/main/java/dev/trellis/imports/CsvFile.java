package dev.trellis.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file with a header, read row by row in constant memory. Separator and byte order mark are found out. */
final class CsvFile {

    /** Ten times the longest text that can be recorded: what is longer is a quote that was never closed, or no text. */
    static final int LONGEST_CELL = 1_000_000;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final CheckedFile file;
    private final List<Column> columns;
    private final char separator;

    CsvFile(CheckedFile file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
        this.separator = SEPARATORS.stream()
                .max(Comparator.comparingLong(candidate -> Header.recognised(firstRow(candidate), columns)))
                .orElseThrow();
    }

    long bytes() {
        return file.bytes();
    }

    /**
     * Reads to the end.
     *
     * @throws UnreadableFile if it is not CSV, or its header is not right, or it has no row
     */
    void forEach(Problems problems, Consumer<Cells> consumer, Progress progress) {
        try (CountedInput counted = open();
                CsvReader<CsvRecord> csv = csv(counted, separator)) {
            Iterator<CsvRecord> records = csv.iterator();
            long number = 0;
            try {
                Header header = Header.of(records.next().getFields(), columns);
                number = 1;
                long rows = 0;
                while (records.hasNext()) {
                    List<String> values = records.next().getFields();
                    number++;
                    if (isBlank(values)) {
                        continue;
                    }
                    rows++;
                    Cells cells = new Cells(header, number, values, problems);
                    if (values.size() != header.names().size()) {
                        cells.problem(
                                "",
                                "has %d cells; the header has %d"
                                        .formatted(values.size(), header.names().size()));
                    }
                    consumer.accept(cells);
                    progress.at(counted.bytes / (double) bytes(), rows);
                }
                if (rows == 0) {
                    throw new UnreadableFile("The file has a header and no rows.");
                }
            } catch (CsvParseException e) {
                throw notCsv(number, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.path(), e);
        }
    }

    private List<String> firstRow(char candidate) {
        try (CountedInput counted = open();
                CsvReader<CsvRecord> csv = csv(counted, candidate)) {
            return csv.iterator().next().getFields();
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.path(), e);
        }
    }

    private static boolean isBlank(List<String> values) {
        return values.stream().allMatch(String::isBlank);
    }

    private UnreadableFile notCsv(long lastGood, CsvParseException e) {
        long row = lastGood + 1;
        String why = String.valueOf(e.getMessage());
        if (why.startsWith("Unclosed")) {
            return new UnreadableFile(row, "A quote (\") is opened and never closed.");
        }
        if (why.contains("exceed") || why.contains("buffer") || why.contains("surpassed")) {
            return new UnreadableFile(
                    row,
                    "A cell is longer than %,d characters. Is a quote (\") opened and never closed?"
                            .formatted(LONGEST_CELL));
        }
        return new UnreadableFile(
                row,
                "Something stands between a closing quote (\") and the next separator; a quote within text is written twice (\"\").");
    }

    private CountedInput open() throws IOException {
        CountedInput in = new CountedInput(Files.newInputStream(file.path()));
        if (file.byteOrderMark()) {
            in.skipNBytes(3);
        }
        return in;
    }

    private static CsvReader<CsvRecord> csv(InputStream in, char separator) {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * LONGEST_CELL)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(4 * LONGEST_CELL)
                                .maxFields(500)
                                .build(),
                        reader);
    }

    private static final class CountedInput extends FilterInputStream {
        private long bytes;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
