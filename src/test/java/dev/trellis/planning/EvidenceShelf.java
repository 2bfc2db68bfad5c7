package dev.trellis.planning;

import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;

/** Evidence in memory, with the readers of each piece said outright. */
final class EvidenceShelf implements EvidenceLedger {

    private final Map<EvidenceId, Evidence> pieces = new LinkedHashMap<>();
    private final Map<EvidenceId, Set<PersonId>> readers = new LinkedHashMap<>();

    Evidence put(PersonId about, String text, Detail detail, PersonId... readers) {
        EvidenceId id = new EvidenceId(PlanningWorld.newId());
        Instant at = Instant.parse("2026-02-01T08:00:00Z").plusSeconds(pieces.size());
        Evidence piece = new Evidence(
                id,
                about,
                new Author.OfPerson(about),
                Visibility.MENTOR,
                at,
                at,
                "",
                text,
                DigestUtils.sha256Hex(text),
                detail);
        pieces.put(id, piece);
        Set<PersonId> mayRead = new HashSet<>(List.of(readers));
        mayRead.add(about);
        this.readers.put(id, mayRead);
        return piece;
    }

    void hideFrom(EvidenceId id, PersonId reader) {
        readers.getOrDefault(id, Set.of()).remove(reader);
    }

    void remove(EvidenceId id) {
        pieces.remove(id);
    }

    private boolean maySee(Reader reader, Evidence piece) {
        return reader instanceof Reader.OfPerson person
                && readers.getOrDefault(piece.id(), Set.of()).contains(person.id());
    }

    @Override
    public EvidenceId record(NewEvidence evidence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EvidenceId> recordAll(List<NewEvidence> evidence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Evidence> find(Reader reader, EvidenceId id) {
        return findAll(reader, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Evidence> findAll(Reader reader, Collection<EvidenceId> ids) {
        return pieces.values().stream()
                .filter(piece -> ids.contains(piece.id()) && maySee(reader, piece))
                .toList();
    }

    @Override
    public List<Evidence> about(Reader reader, PersonId person, Set<EvidenceKind> kinds, int limit) {
        return pieces.values().stream()
                .filter(piece -> piece.about().equals(person) && kinds.contains(piece.kind()) && maySee(reader, piece))
                .sorted(Comparator.comparing(Evidence::occurredAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int countHiddenFrom(Reader reader, PersonId person) {
        return (int) pieces.values().stream()
                .filter(piece -> piece.about().equals(person) && !maySee(reader, piece))
                .count();
    }

    @Override
    public void forEach(Reader reader, Consumer<Evidence> consumer) {
        pieces.values().stream().filter(piece -> maySee(reader, piece)).forEach(consumer);
    }

    @Override
    public void changeVisibility(PersonId writer, EvidenceId id, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void withdraw(PersonId by, EvidenceId id) {
        remove(id);
    }

    @Override
    public void changeGoal(PersonId by, EvidenceId goal, Detail.GoalState state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int assumeFromRole(PersonId person, String roleCode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int erase(PersonId by, PersonId person) {
        throw new UnsupportedOperationException();
    }
}
