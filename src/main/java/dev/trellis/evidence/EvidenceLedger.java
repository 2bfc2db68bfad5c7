package dev.trellis.evidence;

import dev.trellis.people.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The one way in to evidence and the one way to read it. Reads return what the {@link Reader} may see and nothing else,
 * decided by one policy in PostgreSQL.
 */
public interface EvidenceLedger {

    /** Longest text of one piece of evidence, in characters: about forty pages. */
    int LONGEST_TEXT = 100_000;

    /** Above this many rows at once, one event a row would only delay those who wait for single ones. */
    int MOST_EVENTS = 1_000;

    /**
     * Records one piece and raises {@link EvidenceRecorded}, unless it is private: nothing follows what is.
     *
     * <p>An external id that the same author used before replaces what stood under it, with the same id. It stays withdrawn
     * if it was, and is never opened to more people than its writer has left it open to.
     *
     * @throws InvalidEvidence naming the field; nothing is written
     */
    EvidenceId record(NewEvidence evidence);

    /**
     * Records all or nothing, in batches; ids in order. More than {@link #MOST_EVENTS} raise no event of their own: who
     * follows everything follows the change feed.
     *
     * @throws InvalidEvidence naming the field and the row; nothing is written
     */
    List<EvidenceId> recordAll(List<NewEvidence> evidence);

    /**
     * Says, as Trellis, that a person who held a role has what it expects: one assertion, written to the mentors and held
     * half sure, for each expectation of which nobody said anything better. For moves this happens by itself; callers that
     * set a first role may ask for it.
     *
     * @return how many assertions were recorded; 0 where the catalogue does not know the role
     */
    int assumeFromRole(PersonId person, String roleCode);

    Optional<Evidence> find(Reader reader, EvidenceId id);

    /** Those of {@code ids} that the reader may see; one query whatever the number. */
    List<Evidence> findAll(Reader reader, Collection<EvidenceId> ids);

    /** What the reader may see about a person, newest first. */
    List<Evidence> about(Reader reader, PersonId person, Set<EvidenceKind> kinds, int limit);

    /** How many pieces about a person the reader may not see: a number without content, for "left out of this draft". */
    int countHiddenFrom(Reader reader, PersonId person);

    /** Streams everything the reader may see in order of id, in constant memory: for rebuilding an index and for counting. */
    void forEach(Reader reader, Consumer<Evidence> consumer);

    /** @throws org.springframework.security.access.AccessDeniedException if {@code writer} did not write it */
    void changeVisibility(PersonId writer, EvidenceId id, Visibility visibility);

    /**
     * Takes evidence out of everything and blanks its text; the id and hash remain. Only its writer or the person it is about may.
     *
     * @throws org.springframework.security.access.AccessDeniedException if {@code by} is neither, or may not read it
     */
    void withdraw(PersonId by, EvidenceId id);

    /** Marks a goal met, missed, dropped or open again. Only the person it is about may. */
    void changeGoal(PersonId by, EvidenceId goal, Detail.GoalState state);

    /**
     * Blanks every word about a person or by that person, wherever it stands, and raises {@link EvidenceRecorded} for each.
     * The caller answers for the right to do so; it is audited without a word of it.
     *
     * @param by who ordered it
     * @return how many pieces were blanked
     */
    int erase(PersonId by, PersonId person);
}
