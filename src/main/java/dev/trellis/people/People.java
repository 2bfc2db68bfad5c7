package dev.trellis.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everyone Trellis knows. Names and roles only; what people wrote is in {@code evidence}. */
public interface People {

    Optional<Person> find(PersonId id);

    /** Those of {@code ids} that exist; one query whatever the number. */
    Map<PersonId, Person> findAll(Collection<PersonId> ids);

    Optional<Person> findByEmail(String email);

    /** Those of {@code externalIds} that exist, by external id; one query whatever the number. */
    Map<String, PersonId> idsByExternalId(Collection<String> externalIds);

    /** Active people, by family name then given name. */
    List<Person> active();

    /** Active people and those who left, in no particular order. */
    List<Person> everyone();

    /** Another whenever somebody was added, changed or removed; cheap to ask for before every use of {@link #everyone}. */
    String version();

    List<Person> withRole(Role role);

    /** Names of all teams, sorted. */
    List<String> teams();

    long count();

    /**
     * Adds or changes people by external id in batches, in one transaction. A changed {@code roleCode} raises
     * {@link PersonMoved} where both codes are given.
     *
     * @return ids in the order of {@code people}
     * @throws IllegalArgumentException naming the person, if an e-mail belongs to someone else
     */
    List<PersonId> save(List<NewPerson> people);

    /** Moves a person to another role; raises {@link PersonMoved}. */
    void move(PersonId person, String roleCode);
}
