package dev.trellis.search;

import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.Mentorships;
import dev.trellis.people.PersonId;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence in memory, changes in the real feed; records can be made to fail. */
final class ScriptedLedger implements EvidenceLedger {

    private final JdbcClient owner;
    private final Mentorships mentorships;
    private final Map<EvidenceId, Evidence> evidence = new ConcurrentHashMap<>();
    final Set<EvidenceId> poisoned = ConcurrentHashMap.newKeySet();

    /** Called before each piece of a walk over everything. */
    volatile Runnable beforeEach = () -> {};

    ScriptedLedger(JdbcClient owner, Mentorships mentorships) {
        this.owner = owner;
        this.mentorships = mentorships;
    }

    int size() {
        return evidence.size();
    }

    void put(Evidence piece) {
        evidence.put(piece.id(), piece);
        touch(owner, piece.id());
    }

    void remove(EvidenceId id) {
        evidence.remove(id);
        touch(owner, id);
    }

    static void touch(JdbcClient jdbc, EvidenceId id) {
        jdbc.sql("insert into change_feed (subject, subject_id) values ('EVIDENCE', :id)")
                .param("id", id.value())
                .update();
    }

    void putWithoutTelling(Evidence piece) {
        evidence.put(piece.id(), piece);
    }

    @Override
    public EvidenceId record(NewEvidence piece) {
        Evidence recorded = new Evidence(
                new EvidenceId(UUID.randomUUID()),
                piece.about(),
                piece.author(),
                piece.visibility(),
                piece.occurredAt(),
                piece.occurredAt(),
                piece.title(),
                piece.text(),
                HexFormat.of().formatHex(TextHash.of(piece.text()).bytes()),
                piece.detail());
        put(recorded);
        return recorded.id();
    }

    @Override
    public List<EvidenceId> recordAll(List<NewEvidence> pieces) {
        return pieces.stream().map(this::record).toList();
    }

    @Override
    public Optional<Evidence> find(Reader reader, EvidenceId id) {
        return findAll(reader, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Evidence> findAll(Reader reader, Collection<EvidenceId> ids) {
        ids.stream().filter(poisoned::contains).findAny().ifPresent(id -> {
            throw new IllegalArgumentException("cannot read " + id);
        });
        return ids.stream()
                .map(evidence::get)
                .filter(piece -> piece != null && mayRead(reader, piece))
                .toList();
    }

    boolean mayRead(Reader reader, Evidence piece) {
        return switch (reader) {
            case Reader.Indexing indexing -> piece.visibility() != Visibility.PRIVATE;
            case Reader.Counting counting -> piece.visibility() != Visibility.PRIVATE;
            case Reader.OfPerson person -> mayRead(person.id(), piece);
        };
    }

    private boolean mayRead(PersonId person, Evidence piece) {
        if (piece.author().equals(new Author.OfPerson(person))) {
            return true;
        }
        return switch (piece.visibility()) {
            case PRIVATE -> false;
            case MENTOR -> person.equals(piece.about()) || mentorships.isMentorOf(person, piece.about());
            case ORGANISATION -> true;
        };
    }

    @Override
    public List<Evidence> about(Reader reader, PersonId person, Set<EvidenceKind> kinds, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int countHiddenFrom(Reader reader, PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEach(Reader reader, Consumer<Evidence> consumer) {
        for (Evidence piece : List.copyOf(evidence.values())) {
            beforeEach.run();
            if (poisoned.contains(piece.id())) {
                throw new IllegalArgumentException("cannot read " + piece.id());
            }
            if (mayRead(reader, piece)) {
                consumer.accept(piece);
            }
        }
    }

    @Override
    public void changeVisibility(PersonId writer, EvidenceId id, Visibility visibility) {
        Evidence was = Objects.requireNonNull(evidence.get(id));
        put(new Evidence(
                id,
                was.about(),
                was.author(),
                visibility,
                was.occurredAt(),
                was.recordedAt(),
                was.title(),
                was.text(),
                was.textHash(),
                was.detail()));
    }

    @Override
    public void withdraw(PersonId by, EvidenceId id) {
        remove(id);
    }

    @Override
    public int erase(PersonId by, PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int assumeFromRole(PersonId person, String roleCode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeGoal(PersonId by, EvidenceId goal, Detail.GoalState state) {
        throw new UnsupportedOperationException();
    }
}
