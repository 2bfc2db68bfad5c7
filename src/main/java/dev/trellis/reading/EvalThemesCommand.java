package dev.trellis.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.reading.TextThemes.Theme;
import dev.trellis.search.TextVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval themes}: whether texts that someone sorted by theme fall into the same groups when nobody says which there are. */
@Command(name = "eval themes", description = "Groups texts and measures against the themes they were sorted by.")
class EvalThemesCommand implements TrellisCommand {

    @Option(names = "--cases", required = true, description = "CSV with the columns text and theme (.csv or .csv.gz).")
    private Path cases = Path.of("");

    @Option(names = "--most", description = "Most themes to look for (default: ${DEFAULT-VALUE}).")
    private int most = 40;

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        List<String> texts = new ArrayList<>();
        List<String> known = new ArrayList<>();
        read(texts, known);
        TextVectors vectors = TextVectors.inProcess(Runtime.getRuntime().availableProcessors());
        List<Theme> themes = new ClusteredThemes(vectors).in(texts, most);
        themes.forEach(theme -> out.println(theme.texts().size() + "  " + String.join(", ", theme.words())));
        Map<String, Object> measures = new TreeMap<>(measures(groups(themes, texts.size()), known));
        measures.put("themes", themes.size());
        out.println(new Measured(
                        measures,
                        measures(
                                groups(new ClusteredThemes(new WordVectors(texts)).in(texts, most), texts.size()),
                                known),
                        texts.size(),
                        "kmeans:" + vectors.modelId())
                .asJson());
        return 0;
    }

    private void read(List<String> texts, List<String> known) {
        if (!Files.isRegularFile(cases)) {
            throw new CommandFailed("There is no file " + cases + ".");
        }
        try (InputStream in = Files.newInputStream(cases);
                InputStream plain = cases.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                texts.add(cell(row, "text"));
                known.add(cell(row, "theme"));
            }
        } catch (IOException | CsvParseException e) {
            throw new CommandFailed(cases + " cannot be read: " + e.getMessage());
        }
        if (texts.isEmpty()) {
            throw new CommandFailed(cases + " holds no texts.");
        }
    }

    private String cell(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new CommandFailed(
                        cases + ", line " + row.getStartingLineNumber() + ": there is no column " + column + "."));
    }

    private static Map<String, Double> measures(List<String> groups, List<String> known) {
        Agreement agreement = Agreement.of(groups, known);
        return Map.of("nmi", agreement.mutualInformation(), "purity", agreement.purity());
    }

    private static List<String> groups(List<Theme> themes, int count) {
        String[] groups = new String[count];
        IntStream.range(0, themes.size())
                .forEach(i -> themes.get(i).texts().forEach(text -> groups[text] = String.valueOf(i)));
        return IntStream.range(0, count)
                .mapToObj(i -> themes.isEmpty() ? "" : groups[i])
                .toList();
    }
}
