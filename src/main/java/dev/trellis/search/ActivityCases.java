package dev.trellis.search;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A catalogue and what learners ask of it. Of the catalogue {@code id}, {@code title}, {@code description} are read and, where
 * there is one, {@code develops}: what the product knows of an activity's competencies, see {@link OfferedActivity#words}.
 */
record ActivityCases(EvalFile catalog, EvalFile queries) {

    private static final String SEPARATORS = ",;\t|";
    private static final String DEVELOPS = "develops";

    List<EvalIndex.Text> texts() {
        List<EvalIndex.Text> texts = catalog.read(reader -> {
            List<EvalIndex.Text> read = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().fieldSeparator(separator()).ofNamedCsvRecord(reader)) {
                rows.forEach(row -> read.add(text(row)));
            } catch (CsvParseException e) {
                throw catalog.wrong("is not CSV: " + e.getMessage());
            }
            return read;
        });
        if (texts.isEmpty()) {
            throw catalog.wrong("has no activity");
        }
        return texts;
    }

    private char separator() {
        String[] header = {""};
        catalog.lines((line, text) -> header[0] = line == 1 ? text : header[0]);
        return (char) SEPARATORS
                .chars()
                .filter(separator -> header[0].contains((char) separator + "title"))
                .findFirst()
                .orElse(',');
    }

    private EvalIndex.Text text(NamedCsvRecord row) {
        String title = cell(row, "title");
        String develops = row.findField(DEVELOPS).orElse("");
        return new EvalIndex.Text(
                cell(row, "id"), title, OfferedActivity.text(title, cell(row, "description"), List.of(develops)));
    }

    private String cell(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(
                        () -> catalog.wrong(row.getStartingLineNumber(), "has no column \"%s\"".formatted(column)));
    }

    /** @param texts those of the catalogue: what is relevant must be among them */
    List<JudgedQuestion> questions(List<EvalIndex.Text> texts) {
        Set<String> ids = texts.stream().map(EvalIndex.Text::id).collect(Collectors.toSet());
        List<JudgedQuestion> questions = new ArrayList<>();
        queries.jsonLines((line, object) -> {
            Map<String, Integer> relevant = new LinkedHashMap<>();
            for (JsonNode id : object.path("relevant")) {
                if (!ids.contains(id.asString(""))) {
                    throw queries.wrong(line, "names %s, which %s has not".formatted(id, catalog.path()));
                }
                relevant.put(id.asString(), 1);
            }
            if (relevant.isEmpty()) {
                throw queries.wrong(line, "has no \"relevant\" ids");
            }
            questions.add(new JudgedQuestion(queries.text(line, object, "query"), relevant));
        });
        if (questions.isEmpty()) {
            throw queries.wrong("has no query");
        }
        return questions;
    }
}
