package dev.trellis.people;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those who were added, without a database. */
public final class KnownPeople implements People {

    private final Map<PersonId, Person> known = new LinkedHashMap<>();

    public void add(Person person) {
        known.put(person.id(), person);
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public Map<PersonId, Person> findAll(Collection<PersonId> ids) {
        return ids.stream()
                .filter(known::containsKey)
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> find(id).orElseThrow()));
    }

    @Override
    public Optional<Person> findByEmail(String email) {
        return known.values().stream()
                .filter(person -> person.email().equals(email))
                .findFirst();
    }

    @Override
    public Map<String, PersonId> idsByExternalId(Collection<String> externalIds) {
        return Map.of();
    }

    @Override
    public List<Person> active() {
        return List.copyOf(known.values());
    }

    @Override
    public List<Person> everyone() {
        return active();
    }

    @Override
    public String version() {
        return known.toString();
    }

    @Override
    public List<Person> withRole(Role role) {
        return known.values().stream().filter(person -> person.is(role)).toList();
    }

    @Override
    public List<String> teams() {
        return Stream.of("Team").toList();
    }

    @Override
    public long count() {
        return known.size();
    }

    @Override
    public List<PersonId> save(List<NewPerson> people) {
        return people.stream().map(this::added).toList();
    }

    private PersonId added(NewPerson one) {
        PersonId id = new PersonId(UUID.nameUUIDFromBytes(one.externalId().getBytes(StandardCharsets.UTF_8)));
        add(new Person(
                id,
                one.externalId(),
                one.givenName(),
                one.familyName(),
                one.email(),
                one.team(),
                one.roleCode(),
                one.active(),
                one.roles()));
        return id;
    }

    @Override
    public void move(PersonId person, String roleCode) {
        find(person)
                .ifPresent(is -> add(new Person(
                        is.id(),
                        is.externalId(),
                        is.givenName(),
                        is.familyName(),
                        is.email(),
                        is.team(),
                        roleCode,
                        is.active(),
                        is.roles())));
    }
}
