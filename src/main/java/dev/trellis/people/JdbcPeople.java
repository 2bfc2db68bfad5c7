package dev.trellis.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** People in PostgreSQL. Sixty thousand are saved by a handful of statements: columns travel as arrays. */
class JdbcPeople implements People {

    /** Columns of a person, for {@link #person}. */
    static final String SELECT = """
            select p.id, p.external_id, p.given_name, p.family_name, p.email, coalesce(t.name, '') as team, p.role_code, p.active,
                   array(select r.role from person_role r where r.person = p.id) as roles
            from person p
            left join team t on t.id = p.team
            """;

    static final String BY_NAME = " order by p.family_name, p.given_name, p.id";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Supplier<UUID> ids;

    JdbcPeople(
            JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher events, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.ids = ids;
    }

    static Person person(ResultSet row, int number) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("external_id"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("team"),
                row.getString("role_code"),
                row.getBoolean("active"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()));
    }

    static String normalEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id.value())
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public Map<PersonId, Person> findAll(Collection<PersonId> ids) {
        return jdbc
                .sql(SELECT + " where p.id = any(:ids)")
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(JdbcPeople::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public Optional<Person> findByEmail(String email) {
        return jdbc.sql(SELECT + " where p.email = :email")
                .param("email", normalEmail(email))
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public Map<String, PersonId> idsByExternalId(Collection<String> externalIds) {
        Map<String, PersonId> found = new HashMap<>();
        jdbc.sql("select external_id, id from person where external_id = any(:externalIds)")
                .param("externalIds", externalIds.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("external_id"), new PersonId(row.getObject("id", UUID.class)));
                });
        return found;
    }

    @Override
    public List<Person> active() {
        return jdbc.sql(SELECT + " where p.active" + BY_NAME)
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> everyone() {
        return jdbc.sql(SELECT).query(JdbcPeople::person).list();
    }

    /** PostgreSQL stamps every row with the transaction that wrote it last. */
    @Override
    public String version() {
        return jdbc.sql("select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) from person")
                .query(String.class)
                .single();
    }

    @Override
    public List<Person> withRole(Role role) {
        return jdbc.sql(SELECT
                        + " where p.active and exists (select from person_role r where r.person = p.id and r.role = :role)"
                        + BY_NAME)
                .param("role", role.name())
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<String> teams() {
        return jdbc.sql("select name from team order by name")
                .query(String.class)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }

    @Override
    public List<PersonId> save(List<NewPerson> people) {
        checkEach(people);
        return transactions.execute(status -> {
            Map<String, Standing> standing = standing(people);
            refuseTakenEmails(people);
            saveTeams(people);
            List<PersonId> saved = upsert(people, standing);
            saveRoles(people, saved);
            raiseMoves(people, standing);
            return saved;
        });
    }

    @Override
    public void move(PersonId person, String roleCode) {
        transactions.executeWithoutResult(status -> {
            String before = jdbc.sql("select role_code from person where id = :id for update")
                    .param("id", person.value())
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new IllegalArgumentException("no such person: " + person));
            jdbc.sql("update person set role_code = :roleCode where id = :id")
                    .param("id", person.value())
                    .param("roleCode", roleCode)
                    .update();
            raiseMove(person, before, roleCode);
        });
    }

    private static void checkEach(List<NewPerson> people) {
        Set<String> externalIds = new HashSet<>();
        Map<String, String> emails = new HashMap<>();
        for (NewPerson person : people) {
            if (person.externalId().isBlank()) {
                throw new IllegalArgumentException("A person without an external id: " + person.email());
            }
            if (!externalIds.add(person.externalId())) {
                throw new IllegalArgumentException(person.externalId() + " is there twice");
            }
            String email = normalEmail(person.email());
            int at = email.indexOf('@');
            if (at < 1 || at == email.length() - 1) {
                throw new IllegalArgumentException(
                        person.externalId() + " has no e-mail address: “" + person.email() + "”");
            }
            String other = emails.put(email, person.externalId());
            if (other != null) {
                throw new IllegalArgumentException(email + " belongs to both " + other + " and " + person.externalId());
            }
        }
    }

    /** What stood before. */
    private record Standing(PersonId id, String roleCode) {}

    private Map<String, Standing> standing(List<NewPerson> people) {
        Map<String, Standing> standing = new HashMap<>();
        jdbc.sql("""
                select external_id, id, role_code from person where external_id = any(:externalIds) order by id for update
                """)
                .param("externalIds", column(people, NewPerson::externalId))
                .query(row -> {
                    standing.put(
                            row.getString("external_id"),
                            new Standing(new PersonId(row.getObject("id", UUID.class)), row.getString("role_code")));
                });
        return standing;
    }

    private void refuseTakenEmails(List<NewPerson> people) {
        jdbc.sql("""
                select n.email || ' of ' || n.external_id || ' belongs to ' || p.external_id
                from unnest(:emails::text[], :externalIds::text[]) as n(email, external_id)
                join person p on p.email = n.email
                where p.external_id <> all(:externalIds::text[])
                limit 1
                """)
                .param("emails", column(people, person -> normalEmail(person.email())))
                .param("externalIds", column(people, NewPerson::externalId))
                .query(String.class)
                .optional()
                .ifPresent(taken -> {
                    throw new IllegalArgumentException(taken);
                });
    }

    private void saveTeams(List<NewPerson> people) {
        String[] names = people.stream()
                .map(NewPerson::team)
                .filter(team -> !team.isEmpty())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        jdbc.sql("""
                insert into team (id, name)
                select n.id, n.name from unnest(:ids::uuid[], :names::text[]) as n(id, name)
                on conflict (name) do nothing
                """)
                .param("ids", Arrays.stream(names).map(name -> ids.get()).toArray(UUID[]::new))
                .param("names", names)
                .update();
    }

    private List<PersonId> upsert(List<NewPerson> people, Map<String, Standing> standing) {
        Map<String, PersonId> written = new HashMap<>();
        try {
            jdbc.sql("""
                    insert into person (id, external_id, given_name, family_name, email, team, role_code, active)
                    select n.id, n.external_id, n.given_name, n.family_name, n.email, t.id, n.role_code, n.active
                    from unnest(:ids::uuid[], :externalIds::text[], :givenNames::text[], :familyNames::text[], :emails::text[],
                                :teams::text[], :roleCodes::text[], :active::boolean[])
                         as n(id, external_id, given_name, family_name, email, team, role_code, active)
                    left join team t on t.name = n.team
                    on conflict (external_id) do update
                    set given_name = excluded.given_name, family_name = excluded.family_name, email = excluded.email,
                        team = excluded.team, role_code = excluded.role_code, active = excluded.active
                    returning external_id, id
                    """)
                    .param(
                            "ids",
                            people.stream()
                                    .map(person -> standing.containsKey(person.externalId())
                                            ? standing.get(person.externalId())
                                                    .id()
                                                    .value()
                                            : ids.get())
                                    .toArray(UUID[]::new))
                    .param("externalIds", column(people, NewPerson::externalId))
                    .param("givenNames", column(people, NewPerson::givenName))
                    .param("familyNames", column(people, NewPerson::familyName))
                    .param("emails", column(people, person -> normalEmail(person.email())))
                    .param("teams", column(people, NewPerson::team))
                    .param("roleCodes", column(people, NewPerson::roleCode))
                    .param("active", people.stream().map(NewPerson::active).toArray(Boolean[]::new))
                    .query(row -> {
                        written.put(row.getString("external_id"), new PersonId(row.getObject("id", UUID.class)));
                    });
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("an e-mail address was given to someone else at the same moment", e);
        }
        return people.stream().map(person -> written.get(person.externalId())).toList();
    }

    private void saveRoles(List<NewPerson> people, List<PersonId> saved) {
        UUID[] persons = saved.stream().map(PersonId::value).toArray(UUID[]::new);
        String[] roles = people.stream()
                .map(person -> person.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .toArray(String[]::new);
        jdbc.sql("""
                delete from person_role r
                using unnest(:persons::uuid[], :roles::text[]) as n(person, roles)
                where r.person = n.person and r.role <> all(string_to_array(n.roles, ','))
                """).param("persons", persons).param("roles", roles).update();
        jdbc.sql("""
                insert into person_role (person, role)
                select n.person, role
                from unnest(:persons::uuid[], :roles::text[]) as n(person, roles), unnest(string_to_array(n.roles, ',')) as role
                on conflict (person, role) do nothing
                """).param("persons", persons).param("roles", roles).update();
    }

    private void raiseMoves(List<NewPerson> people, Map<String, Standing> standing) {
        for (NewPerson person : people) {
            Standing before = standing.get(person.externalId());
            if (before != null) {
                raiseMove(before.id(), before.roleCode(), person.roleCode());
            }
        }
    }

    private void raiseMove(PersonId person, String from, String to) {
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            events.publishEvent(new PersonMoved(person, from, to));
        }
    }

    private static String[] column(List<NewPerson> people, Function<NewPerson, String> value) {
        return people.stream().map(value).toArray(String[]::new);
    }
}
