package dev.trellis.imports;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What people wrote elsewhere, as evidence of their own. Who may see it is said in every row; nothing is assumed. */
final class EvidenceRows implements CsvRows<EvidenceRows.Row> {

    private static final Column PERSON =
            Column.required("person", "external id of the person whose words these are", "E1042");
    private static final Column VISIBILITY =
            Column.required("visibility", "who may see it: " + Cells.words(Visibility.class), Visibility.MENTOR.name());
    private static final Column WRITTEN_ON = Column.required("written_on", "a day like 2026-11-24", "2026-11-03");

    static final List<Column> GOALS = List.of(
            Column.required("external_id", "your own id of the goal, unique among goals", "G7"),
            PERSON,
            Column.required("title", "at most 300 characters", "Hand over the release notes")
                    .words(),
            Column.required("specific", "what exactly", "Ben writes the release notes of two releases without me.")
                    .words(),
            Column.optional("measure", "how one will know", "Two releases without my hands on the notes.")
                    .words(),
            Column.optional("achievable", "why it can be done", "Ben knows the tracker.")
                    .words(),
            Column.optional("relevant", "why it matters", "I want to lead a team.")
                    .words(),
            Column.required("due_on", "a day like 2026-11-24", "2027-03-31"),
            Column.optional(
                    "horizon",
                    Cells.words(Detail.Horizon.class) + "; where nothing is said, short is up to a year",
                    Detail.Horizon.SHORT_TERM.name()),
            Column.optional(
                    "state",
                    Cells.words(Detail.GoalState.class) + "; OPEN where nothing is said",
                    Detail.GoalState.OPEN.name()),
            VISIBILITY,
            WRITTEN_ON);

    static final List<Column> REFLECTIONS = List.of(
            Column.required("external_id", "your own id of the reflection, unique among reflections", "R31"),
            PERSON,
            WRITTEN_ON,
            Column.optional("title", "at most 300 characters", "After the release")
                    .words(),
            Column.required(
                            "text",
                            "at most %,d characters".formatted(EvidenceLedger.LONGEST_TEXT),
                            "I said yes to everything again.")
                    .words(),
            Column.optional(
                    "form",
                    Cells.words(Detail.ReflectionForm.class) + "; JOURNAL where nothing is said",
                    Detail.ReflectionForm.JOURNAL.name()),
            Column.optional(
                    "competency", "framework:code of what it is about, where its writer said so", "onet:2.B.1.e"),
            VISIBILITY);

    private final ImportKind kind;
    private final People people;
    private final EvidenceLedger ledger;
    private final Scales scales;
    private final Map<String, PersonId> persons = new HashMap<>();
    private long recorded;

    record Row(String person, Visibility visibility, LocalDate writtenOn, String title, String text, Detail detail) {}

    EvidenceRows(ImportKind kind, People people, Catalog catalog, EvidenceLedger ledger) {
        this.kind = kind;
        this.people = people;
        this.ledger = ledger;
        this.scales = new Scales(catalog);
    }

    @Override
    public List<Column> columns() {
        return kind == ImportKind.GOALS ? GOALS : REFLECTIONS;
    }

    @Override
    public int batchSize() {
        return 2_000;
    }

    @Override
    public Optional<Row> read(Cells cells) {
        String person = cells.required("person");
        cells.required("visibility");
        Optional<Visibility> visibility = cells.oneOf("visibility", Visibility.class);
        cells.required("written_on");
        Optional<LocalDate> writtenOn = cells.date("written_on");
        String text = cells.required(textColumn());
        Optional<? extends Detail> detail = kind == ImportKind.GOALS ? goal(cells, writtenOn) : reflection(cells);
        if (!cells.sound() || visibility.isEmpty() || writtenOn.isEmpty()) {
            return Optional.empty();
        }
        return detail.map(
                found -> new Row(person, visibility.get(), writtenOn.get(), cells.text("title"), text, found));
    }

    private static Optional<Detail> goal(Cells cells, Optional<LocalDate> writtenOn) {
        cells.required("title");
        cells.required("due_on");
        Optional<LocalDate> dueOn = cells.date("due_on");
        Optional<Detail.Horizon> horizon = cells.oneOf("horizon", Detail.Horizon.class);
        Optional<Detail.GoalState> state = cells.oneOf("state", Detail.GoalState.class);
        if (dueOn.isEmpty() || writtenOn.isEmpty()) {
            return Optional.empty();
        }
        boolean withinAYear = !dueOn.get().isAfter(writtenOn.get().plusYears(1));
        return Optional.of(new Detail.Goal(
                horizon.orElse(withinAYear ? Detail.Horizon.SHORT_TERM : Detail.Horizon.LONG_TERM),
                cells.text("measure"),
                cells.text("achievable"),
                cells.text("relevant"),
                dueOn.get(),
                state.orElse(Detail.GoalState.OPEN)));
    }

    private Optional<Detail> reflection(Cells cells) {
        return Optional.of(new Detail.Reflection(
                cells.oneOf("form", Detail.ReflectionForm.class).orElse(Detail.ReflectionForm.JOURNAL),
                competency(cells)));
    }

    private Optional<CompetencyId> competency(Cells cells) {
        String written = cells.text("competency").strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int colon = written.indexOf(':');
        Optional<Scales.Scale> scale = scales.of(colon < 0 ? "" : written.substring(0, colon));
        if (scale.isEmpty()) {
            cells.problem(
                    "competency",
                    cells.shown("competency")
                            + " does not begin with a framework of the catalogue, as in onet:2.B.1.e");
            return Optional.empty();
        }
        CompetencyId found = scale.get().competencies().get(written.substring(colon + 1));
        if (found == null) {
            cells.problem(
                    "competency",
                    cells.shown("competency") + " is no competency of "
                            + scale.get().framework().name());
        }
        return Optional.ofNullable(found);
    }

    private String textColumn() {
        return kind == ImportKind.GOALS ? "specific" : "text";
    }

    @Override
    public String column(String field) {
        return switch (field) {
            case "text" -> textColumn();
            case "occurredAt" -> "written_on";
            case "about", "author" -> "person";
            default -> CsvRows.super.column(field);
        };
    }

    @Override
    public void resolve(List<Understood<Row>> batch) {
        Set<String> unknown = new HashSet<>();
        batch.stream()
                .map(row -> row.value().person())
                .filter(id -> !persons.containsKey(id))
                .forEach(unknown::add);
        persons.putAll(people.idsByExternalId(unknown));
        for (Understood<Row> row : batch) {
            if (!persons.containsKey(row.value().person())) {
                row.cells()
                        .problem(
                                "person",
                                "nobody has the external id " + row.cells().shown("person"));
            }
        }
    }

    @Override
    public void save(List<Understood<Row>> batch) {
        ledger.recordAll(batch.stream().map(this::evidence).toList());
        recorded += batch.size();
    }

    private NewEvidence evidence(Understood<Row> understood) {
        Row row = understood.value();
        PersonId person = Objects.requireNonNull(persons.get(row.person()));
        return new NewEvidence(
                person,
                new Author.OfPerson(person),
                row.visibility(),
                row.writtenOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                row.title(),
                row.text(),
                row.detail(),
                // A goal and a reflection may bear the same id.
                Optional.of(kind.word() + ":" + understood.cells().text(CsvImport.EXTERNAL_ID)));
    }

    @Override
    public Map<String, Long> tally() {
        return Map.of("recorded", recorded);
    }
}
