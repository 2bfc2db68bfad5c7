package dev.trellis.fairness;

import dev.trellis.TrellisCommand;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairness groups FILE}: records to which groups people belong, for the audit and nothing else. */
@Command(
        name = "fairness groups",
        description =
                "Records to which groups people belong, in place of what was recorded before. For the audit alone.")
class FairnessGroupsCommand implements TrellisCommand {

    private static final int LONGEST = 60;

    @Parameters(paramLabel = "CSV", description = "Columns person (the organisation's own id), attribute, value.")
    private Path file = Path.of("");

    private record Row(long line, String person, String attribute, String value) {}

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        List<Row> rows = new ArrayList<>();
        AuditCsv.read(
                file,
                row -> rows.add(new Row(
                        row.getStartingLineNumber(),
                        row.getField("person").strip(),
                        short60(row.getField("attribute"), "attribute"),
                        short60(row.getField("value"), "value"))));
        Map<String, PersonId> ids = trellis.getBean(People.class)
                .idsByExternalId(rows.stream().map(Row::person).distinct().toList());
        Map<PersonId, Map<String, String>> byPerson = new HashMap<>();
        for (Row row : rows) {
            PersonId person = ids.get(row.person());
            if (person == null) {
                throw new CommandFailed(file + ", line " + row.line() + ": nobody has the id \"" + row.person()
                        + "\". Nothing was recorded.");
            }
            String before =
                    byPerson.computeIfAbsent(person, none -> new HashMap<>()).put(row.attribute(), row.value());
            if (before != null) {
                throw new CommandFailed(file + ", line " + row.line() + ": " + row.attribute() + " of \"" + row.person()
                        + "\" stands there twice. Nothing was recorded.");
            }
        }
        trellis.getBean(FairnessCases.class).replace(byPerson);
        out.println("Recorded " + rows.size() + " rows of " + byPerson.size() + " people.");
        return 0;
    }

    private static String short60(String field, String column) {
        String value = field.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(column + " must have 1 to " + LONGEST + " characters");
        }
        return value;
    }
}
