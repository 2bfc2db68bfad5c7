package dev.trellis.imports;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.LearningActivity;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Learning activities. A column that the file does not have changes nothing of an activity that is known. */
final class ActivityRows implements CsvRows<ActivityRows.Row> {

    static final List<Column> COLUMNS = List.of(
            Column.required("external_id", "your own id of the activity, unique", "LMS-204"),
            Column.required("title", "at most 300 characters", "Giving feedback that is heard"),
            Column.optional("description", "at most 10,000 characters", "A morning of practice in threes.")
                    .words(),
            Column.required("kind", "one of " + Cells.words(ActivityKind.class), ActivityKind.EDUCATION.name()),
            Column.required("effort_hours", "hours it takes a learner, above 0", "4"),
            Column.optional("provider", "", "In house"),
            Column.optional("url", "beginning with https:// or http://", "https://learn.example.org/feedback"),
            Column.optional(
                    "competencies",
                    "framework:code:from-to, several separated by ;",
                    "onet:2.A.1.d:2-3.5; onet:2.B.1.e:1-3"),
            Column.optional("available", "yes or no; yes where nothing is said", "yes"));

    private static final double MOST_HOURS = 10_000;

    private final Catalog catalog;
    private final Supplier<UUID> ids;
    private final Scales scales;
    private Map<String, LearningActivity> standing = Map.of();
    private long added;
    private long changed;

    record Row(ActivityKind kind, double effortHours, List<Develops> develops, Optional<Boolean> available) {}

    ActivityRows(Catalog catalog, Supplier<UUID> ids) {
        this.catalog = catalog;
        this.scales = new Scales(catalog);
        this.ids = ids;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int batchSize() {
        return 5_000;
    }

    @Override
    public Optional<Row> read(Cells cells) {
        cells.required("title");
        cells.text("title", 300);
        cells.text("description", 10_000);
        cells.text("provider", 300);
        readUrl(cells);
        cells.required("kind");
        Optional<ActivityKind> kind = cells.oneOf("kind", ActivityKind.class);
        cells.required("effort_hours");
        Optional<Double> hours = cells.number("effort_hours");
        if (hours.filter(value -> value <= 0 || value > MOST_HOURS).isPresent()) {
            cells.problem("effort_hours", cells.shown("effort_hours") + " is not above 0 and at most 10,000");
        }
        List<Develops> develops = readCompetencies(cells);
        Optional<Boolean> available = cells.yesOrNo("available");
        return kind.isEmpty() || hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(kind.get(), hours.get(), develops, available));
    }

    private static void readUrl(Cells cells) {
        String url = cells.text("url", 2_000);
        if (!url.isEmpty() && !isWebAddress(url)) {
            cells.problem("url", cells.shown("url") + " is not an address beginning with https:// or http://");
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = URI.create(url);
            return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<Develops> readCompetencies(Cells cells) {
        List<Develops> develops = new ArrayList<>();
        Set<CompetencyId> seen = new HashSet<>();
        for (String part : cells.text("competencies").split(";")) {
            if (!part.isBlank()) {
                readCompetency(cells, part.strip())
                        .filter(found -> seen.add(found.competency()) || repeated(cells, part))
                        .ifPresent(develops::add);
            }
        }
        return develops;
    }

    private static boolean repeated(Cells cells, String part) {
        cells.problem("competencies", quoted(part.strip()) + " names a competency that is already there");
        return false;
    }

    /** {@code framework:code:from-to}; a code may itself hold colons, as ESCO's addresses do. */
    private Optional<Develops> readCompetency(Cells cells, String part) {
        int first = part.indexOf(':');
        int last = part.lastIndexOf(':');
        String[] levels = part.substring(last + 1).split("-", -1);
        if (first <= 0 || last <= first + 1 || levels.length != 2) {
            cells.problem("competencies", quoted(part) + " is not like framework:code:from-to");
            return Optional.empty();
        }
        Optional<Scales.Scale> scale = scales.of(part.substring(0, first).strip());
        if (scale.isEmpty()) {
            cells.problem("competencies", quoted(part.substring(0, first)) + " is no framework of the catalogue");
            return Optional.empty();
        }
        CompetencyId competency =
                scale.get().competencies().get(part.substring(first + 1, last).strip());
        if (competency == null) {
            cells.problem(
                    "competencies",
                    quoted(part.substring(first + 1, last)) + " is no competency of "
                            + scale.get().framework().name());
            return Optional.empty();
        }
        return readLevels(cells, part, levels, scale.get().framework())
                .map(range -> new Develops(competency, range[0], range[1]));
    }

    private static Optional<double[]> readLevels(Cells cells, String part, String[] levels, Framework framework) {
        Optional<Double> from = Cells.number(levels[0].strip(), false);
        Optional<Double> to = Cells.number(levels[1].strip(), false);
        if (from.isEmpty() || to.isEmpty()) {
            cells.problem("competencies", quoted(part) + " does not end in levels like 2-3.5");
            return Optional.empty();
        }
        if (from.get() < framework.lowestLevel() || to.get() > framework.highestLevel() || from.get() >= to.get()) {
            cells.problem(
                    "competencies",
                    "%s: levels must rise, within %s to %s of %s"
                            .formatted(
                                    quoted(part),
                                    plain(framework.lowestLevel()),
                                    plain(framework.highestLevel()),
                                    framework.name()));
            return Optional.empty();
        }
        return Optional.of(new double[] {from.get(), to.get()});
    }

    private static String plain(double level) {
        return level == Math.rint(level) ? String.valueOf((long) level) : String.valueOf(level);
    }

    private static String quoted(String part) {
        return part.length() <= 2 * Cells.LONGEST_SHOWN
                ? "“" + part + "”"
                : "a part of " + part.length() + " characters";
    }

    @Override
    public void resolve(List<Understood<Row>> batch) {
        Map<String, ActivityId> known = catalog.activityIdsByExternalId(batch.stream()
                .map(row -> row.cells().text(CsvImport.EXTERNAL_ID))
                .toList());
        standing = catalog.activities(known.values()).values().stream()
                .collect(Collectors.toMap(LearningActivity::externalId, activity -> activity));
    }

    @Override
    public void save(List<Understood<Row>> batch) {
        catalog.saveActivities(batch.stream().map(this::activity).toList());
        long known = batch.stream()
                .filter(row -> standing.containsKey(row.cells().text(CsvImport.EXTERNAL_ID)))
                .count();
        changed += known;
        added += batch.size() - known;
    }

    private LearningActivity activity(Understood<Row> understood) {
        Cells cells = understood.cells();
        Row row = understood.value();
        String externalId = cells.text(CsvImport.EXTERNAL_ID);
        Optional<LearningActivity> known = Optional.ofNullable(standing.get(externalId));
        return new LearningActivity(
                known.map(LearningActivity::id).orElseGet(() -> new ActivityId(ids.get())),
                externalId,
                cells.text("title"),
                given(cells, "description", known.map(LearningActivity::description)),
                row.kind(),
                row.effortHours(),
                given(cells, "provider", known.map(LearningActivity::provider)),
                given(cells, "url", known.map(LearningActivity::url)),
                cells.has("competencies")
                        ? row.develops()
                        : known.map(LearningActivity::develops).orElse(List.of()),
                row.available().orElse(known.map(LearningActivity::available).orElse(true)));
    }

    private static String given(Cells cells, String column, Optional<String> known) {
        return cells.has(column) ? cells.text(column) : known.orElse("");
    }

    @Override
    public Map<String, Long> tally() {
        Map<String, Long> tally = new LinkedHashMap<>();
        tally.put("new", added);
        tally.put("known before", changed);
        return tally;
    }
}
