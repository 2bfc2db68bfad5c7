package dev.trellis.search;

import dev.trellis.TrellisCommand.CommandFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A collection in the form of the BEIR benchmark: texts and queries as JSON lines, judgements as tab-separated values. */
record BeirFiles(EvalFile corpus, EvalFile queries, EvalFile qrels) {

    private static final int CELLS = 3;

    /** Title and text are one text, as BEIR's own rankers read them. */
    List<EvalIndex.Text> texts() {
        List<EvalIndex.Text> texts = new ArrayList<>();
        corpus.jsonLines((line, object) -> {
            String title = object.path("title").asString("");
            String text = corpus.text(line, object, "text");
            texts.add(new EvalIndex.Text(
                    corpus.text(line, object, "_id"), "", OfferedActivity.text(title, text, List.of())));
        });
        if (texts.isEmpty()) {
            throw corpus.wrong("has no text");
        }
        return texts;
    }

    /** Queries without a judgement are left out. */
    List<JudgedQuestion> questions() {
        Map<String, Map<String, Integer>> judgements = judgements();
        List<JudgedQuestion> questions = new ArrayList<>();
        queries.jsonLines((line, object) -> {
            Map<String, Integer> grades = judgements.get(queries.text(line, object, "_id"));
            if (grades != null) {
                questions.add(new JudgedQuestion(queries.text(line, object, "text"), grades));
            }
        });
        if (questions.isEmpty()) {
            throw new CommandFailed("No query of %s is judged in %s.".formatted(queries.path(), qrels.path()));
        }
        return questions;
    }

    private Map<String, Map<String, Integer>> judgements() {
        Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
        qrels.lines((line, text) -> {
            String[] cells = text.split("\t", -1);
            if (cells.length != CELLS) {
                throw qrels.wrong(line, "has %d cells instead of query, text and grade".formatted(cells.length));
            }
            if (line == 1 && !isGrade(cells[2])) {
                return;
            }
            if (!isGrade(cells[2])) {
                throw qrels.wrong(line, "has the grade \"%s\"".formatted(cells[2]));
            }
            int grade = Integer.parseInt(cells[2].strip());
            if (grade > 0) {
                judgements
                        .computeIfAbsent(cells[0], query -> new LinkedHashMap<>())
                        .put(cells[1], grade);
            }
        });
        return judgements;
    }

    private static boolean isGrade(String cell) {
        return cell.strip().matches("-?\\d{1,6}");
    }
}
