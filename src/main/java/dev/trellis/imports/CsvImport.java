package dev.trellis.imports;

import dev.trellis.evidence.InvalidEvidence;
import dev.trellis.imports.CsvRows.Understood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a CSV file row by row and saves it in batches, inside the caller's transaction. Where a door refuses a batch without
 * saying which row is at fault, the batch is halved, each half in a savepoint of its own, until the row is found.
 */
final class CsvImport<T> {

    static final String EXTERNAL_ID = "external_id";

    /** Characters held at once, about 16 MB: sixty thousand short rows, or eighty of the longest texts. */
    private static final int MOST_CHARACTERS = 8_000_000;

    private final CsvRows<T> rows;
    private final Problems problems;
    private final TransactionOperations savepoint;
    private final Map<String, Long> seen = new HashMap<>();
    private List<Understood<T>> batch = new ArrayList<>();
    private int characters;

    CsvImport(CsvRows<T> rows, Problems problems, TransactionOperations savepoint) {
        this.rows = rows;
        this.problems = problems;
        this.savepoint = savepoint;
    }

    void run(CsvFile file, Progress progress) {
        file.forEach(problems, this::take, progress);
        saveBatch();
        if (!problems.hopeless()) {
            rows.finish();
        }
    }

    private void take(Cells cells) {
        if (problems.hopeless()) {
            return;
        }
        String externalId = cells.required(EXTERNAL_ID);
        if (externalId.length() > 200) {
            cells.problem(EXTERNAL_ID, "has more than 200 characters");
        }
        Long before = seen.putIfAbsent(externalId, cells.row());
        if (before != null && !externalId.isEmpty()) {
            cells.problem(EXTERNAL_ID, cells.shown(EXTERNAL_ID) + " is also in row " + before);
        }
        rows.read(cells).filter(value -> cells.sound()).ifPresent(value -> {
            batch.add(new Understood<>(cells, value));
            characters += cells.length();
        });
        if (batch.size() >= rows.batchSize() || characters > MOST_CHARACTERS) {
            saveBatch();
        }
    }

    private void saveBatch() {
        if (!batch.isEmpty() && !problems.hopeless()) {
            rows.resolve(batch);
            save(batch.stream().filter(row -> row.cells().sound()).toList());
        }
        batch = new ArrayList<>();
        characters = 0;
    }

    private void save(List<Understood<T>> part) {
        if (part.isEmpty() || problems.hopeless()) {
            return;
        }
        try {
            savepoint.executeWithoutResult(status -> rows.save(part));
        } catch (InvalidEvidence e) {
            int at = e.row().orElse(0);
            blame(part.get(at).cells(), e);
            save(part.stream().filter(row -> row != part.get(at)).toList());
        } catch (IllegalArgumentException | DataIntegrityViolationException e) {
            if (part.size() == 1) {
                blame(part.getFirst().cells(), e);
            } else {
                save(part.subList(0, part.size() / 2));
                save(part.subList(part.size() / 2, part.size()));
            }
        }
    }

    private void blame(Cells cells, RuntimeException e) {
        switch (e) {
            case InvalidEvidence invalid -> cells.problem(column(cells, invalid.field()), invalid.getMessage());
            // PostgreSQL's own message repeats the row.
            case DataAccessException refused -> cells.problem("", "was refused by the database");
            default -> cells.problem("", String.valueOf(e.getMessage()));
        }
    }

    private String column(Cells cells, String field) {
        String name = rows.column(field);
        return cells.header().columns().containsKey(name) ? name : "";
    }
}
