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

    /** @throws InvalidEvidence naming the field; nothing is written */
    EvidenceId record(NewEvidence evidence);

    /** Records all or nothing, in batches; ids in order. */
    List<EvidenceId> recordAll(List<NewEvidence> evidence);

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

    /** Takes evidence out of everything and blanks its text; the id and hash remain. Only its writer or the person it is about may. */
    void withdraw(PersonId by, EvidenceId id);

    /** Marks a goal met, missed, dropped or open again. Only the person it is about may. */
    void changeGoal(PersonId by, EvidenceId goal, Detail.GoalState state);
}
