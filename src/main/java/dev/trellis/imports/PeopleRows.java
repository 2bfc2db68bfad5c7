package dev.trellis.imports;

import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** People, and who mentors them. A column that the file does not have changes nothing of a person who is known. */
final class PeopleRows implements CsvRows<PeopleRows.Row> {

    static final List<Column> COLUMNS = List.of(
            Column.required("external_id", "your own id of the person, unique", "E1042"),
            Column.required("given_name", "", "Noor"),
            Column.optional("family_name", "", "Haddad"),
            Column.required("email", "unique; compared without case", "noor.haddad@example.org"),
            Column.optional("team", "made if it is not known", "Platform"),
            Column.optional("role_code", "code of a role profile in the catalogue", ""),
            Column.optional(
                    "roles",
                    "one or more of " + Cells.words(Role.class) + ", separated by |; LEARNER where nothing is said",
                    "LEARNER"),
            Column.optional("active", "yes or no; yes where nothing is said", "yes"),
            Column.optional(
                    "mentor_external_id", "who mentors this person from today on; an earlier mentor stays", ""));

    private static final int LONGEST_NAME = 200;

    private final People people;
    private final Mentorships mentorships;
    private final Set<String> roleCodes;
    private final LocalDate today;
    private final Map<String, Long> emails = new HashMap<>();
    private final Set<String> inFile = new HashSet<>();
    private final List<Mentored> mentored = new ArrayList<>();
    private Map<String, Person> standing = Map.of();
    private long added;
    private long changed;

    record Row(String externalId, Optional<Set<Role>> roles, Optional<Boolean> active) {}

    private record Mentored(Cells cells, String learner, String mentor) {}

    PeopleRows(People people, Mentorships mentorships, Set<String> roleCodes, LocalDate today) {
        this.people = people;
        this.mentorships = mentorships;
        this.roleCodes = roleCodes;
        this.today = today;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    /** All at once, so that two people may swap their e-mail addresses; a row of people is short. */
    @Override
    public int batchSize() {
        return 100_000;
    }

    @Override
    public Optional<Row> read(Cells cells) {
        String externalId = cells.text("external_id");
        inFile.add(externalId);
        cells.required("given_name");
        for (String name : List.of("given_name", "family_name", "team")) {
            cells.text(name, LONGEST_NAME);
        }
        readEmail(cells);
        String roleCode = cells.text("role_code");
        if (!roleCode.isEmpty() && !roleCodes.contains(roleCode)) {
            cells.problem("role_code", cells.shown("role_code") + " is no role of the catalogue");
        }
        String mentor = cells.text("mentor_external_id");
        if (mentor.equals(externalId) && !mentor.isEmpty()) {
            cells.problem("mentor_external_id", "nobody mentors themselves");
        }
        return Optional.of(new Row(externalId, readRoles(cells), cells.yesOrNo("active")));
    }

    private void readEmail(Cells cells) {
        String email = cells.required("email").toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            return;
        }
        if (email.length() > 254 || !email.matches("[^\\s@,;<>]+@[^\\s@,;<>]+")) {
            cells.problem("email", cells.shown("email") + " is not an e-mail address");
        }
        Long before = emails.putIfAbsent(email, cells.row());
        if (before != null) {
            cells.problem("email", cells.shown("email") + " is also in row " + before);
        }
    }

    private static Optional<Set<Role>> readRoles(Cells cells) {
        if (cells.text("roles").isEmpty()) {
            return Optional.empty();
        }
        Set<Role> roles = new HashSet<>();
        for (String word : cells.text("roles").split("[|,;]")) {
            Cells.oneOf(Role.class, word)
                    .ifPresentOrElse(
                            roles::add,
                            () -> cells.problem(
                                    "roles",
                                    cells.shown("roles") + " is not made of " + Cells.words(Role.class)
                                            + ", separated by |"));
        }
        return Optional.of(roles);
    }

    @Override
    public void resolve(List<Understood<Row>> batch) {
        Map<String, PersonId> ids = people.idsByExternalId(
                batch.stream().map(row -> row.value().externalId()).toList());
        standing = people.findAll(ids.values()).values().stream()
                .collect(Collectors.toMap(Person::externalId, person -> person));
    }

    @Override
    public void save(List<Understood<Row>> batch) {
        people.save(batch.stream().map(this::person).toList());
        for (Understood<Row> row : batch) {
            if (standing.containsKey(row.value().externalId())) {
                changed++;
            } else {
                added++;
            }
            String mentor = row.cells().text("mentor_external_id");
            if (!mentor.isEmpty()) {
                mentored.add(new Mentored(row.cells(), row.value().externalId(), mentor));
            }
        }
    }

    private NewPerson person(Understood<Row> understood) {
        Row row = understood.value();
        Cells cells = understood.cells();
        Optional<Person> known = Optional.ofNullable(standing.get(row.externalId()));
        return new NewPerson(
                row.externalId(),
                cells.text("given_name"),
                given(cells, "family_name", known.map(Person::familyName)),
                cells.text("email"),
                given(cells, "team", known.map(Person::team)),
                given(cells, "role_code", known.map(Person::roleCode)),
                row.active().orElse(known.map(Person::active).orElse(true)),
                row.roles().orElse(known.map(Person::roles).orElse(Set.of(Role.LEARNER))));
    }

    private static String given(Cells cells, String column, Optional<String> known) {
        return cells.has(column) ? cells.text(column) : known.orElse("");
    }

    /** Mentors may stand further down the file than those they mentor. */
    @Override
    public void finish() {
        Set<String> named = new HashSet<>();
        mentored.forEach(pair -> {
            named.add(pair.mentor());
            named.add(pair.learner());
        });
        Map<String, PersonId> ids = people.idsByExternalId(named);
        for (Mentored pair : mentored) {
            PersonId mentor = ids.get(pair.mentor());
            if (mentor != null) {
                mentorships.start(
                        mentor, Objects.requireNonNull(ids.get(pair.learner())), MentoringForm.MENTORING, today);
            } else if (!inFile.contains(pair.mentor())) {
                pair.cells()
                        .problem(
                                "mentor_external_id",
                                "nobody has the external id " + pair.cells().shown("mentor_external_id"));
            }
        }
    }

    @Override
    public Map<String, Long> tally() {
        Map<String, Long> tally = new LinkedHashMap<>();
        tally.put("new", added);
        tally.put("known before", changed);
        tally.put("with a mentor", (long) mentored.size());
        return tally;
    }
}
