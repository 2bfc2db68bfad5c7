package dev.trellis.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.reading.Grouping.Point;
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
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        List<String> texts = new ArrayList<>();
        List<String> known = new ArrayList<>();
        read(texts, known);
        TextVectors vectors = TextVectors.inProcess(Runtime.getRuntime().availableProcessors());
        List<Point> meanings = ClusteredThemes.points(texts, vectors);
        List<Point> words = ClusteredThemes.points(texts, new WordVectors(texts));
        List<Theme> themes = ClusteredThemes.themes(texts, Point.joined(meanings, words), most);
        themes.forEach(theme -> out.println(theme.texts().size() + "  " + String.join(", ", theme.words())));
        Map<String, Object> measures = new TreeMap<>(measures(themes, known));
        measures.put("themes", themes.size());
        Map<String, Object> baseline = new TreeMap<>(measures(ClusteredThemes.themes(texts, words, most), known));
        baseline.put("vectors", measures(ClusteredThemes.themes(texts, meanings, most), known));
        out.println(new Measured(measures, baseline, texts.size(), "kmeans:" + vectors.modelId()).asJson());
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
        if (texts.size() < ClusteredThemes.FEWEST_TEXTS) {
            throw new CommandFailed(cases + " holds " + texts.size() + " texts, too few to tell themes apart.");
        }
    }

    private String cell(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new CommandFailed(
                        cases + ", line " + row.getStartingLineNumber() + ": there is no column " + column + "."));
    }

    private static Map<String, Double> measures(List<Theme> themes, List<String> known) {
        String[] groups = new String[known.size()];
        for (int i = 0; i < themes.size(); i++) {
            for (int text : themes.get(i).texts()) {
                groups[text] = String.valueOf(i);
            }
        }
        Agreement agreement = Agreement.of(List.of(groups), known);
        return Map.of("nmi", agreement.mutualInformation(), "purity", agreement.purity());
    }
}
