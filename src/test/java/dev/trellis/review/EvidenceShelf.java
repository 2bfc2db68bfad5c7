package dev.trellis.review;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
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
import dev.trellis.search.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Evidence in memory that everyone may read unless it was hidden; counts how often it was read. */
final class EvidenceShelf implements EvidenceLedger {

    private final Map<EvidenceId, Evidence> pieces = new LinkedHashMap<>();
    private final Set<EvidenceId> hidden = new HashSet<>();
    int reads;

    Evidence put(PersonId about, PersonId author, String text) {
        EvidenceId id = new EvidenceId(UuidCreator.getTimeOrderedEpoch());
        Instant at = Instant.parse("2026-11-03T08:00:00Z");
        Evidence piece = new Evidence(
                id,
                about,
                new Author.OfPerson(author),
                Visibility.MENTOR,
                at,
                at,
                "",
                text,
                Integer.toHexString(text.hashCode()),
                new Detail.Reflection(Detail.ReflectionForm.JOURNAL));
        pieces.put(id, piece);
        return piece;
    }

    void hide(Evidence piece) {
        hidden.add(piece.id());
    }

    /** A sentence that cites {@code quote} where it stands in the piece. */
    static Claim claim(String sentence, Evidence piece, String quote) {
        int at = piece.text().indexOf(quote);
        return new Claim(
                sentence,
                List.of(new Citation(piece.id(), new Span(at, at + quote.length()), quote, piece.textHash())));
    }

    @Override
    public List<Evidence> findAll(Reader reader, Collection<EvidenceId> ids) {
        reads++;
        return pieces.values().stream()
                .filter(piece -> ids.contains(piece.id()) && !hidden.contains(piece.id()))
                .toList();
    }

    @Override
    public Optional<Evidence> find(Reader reader, EvidenceId id) {
        return findAll(reader, List.of(id)).stream().findFirst();
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
    public List<Evidence> about(Reader reader, PersonId person, Set<EvidenceKind> kinds, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int countHiddenFrom(Reader reader, PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEach(Reader reader, Consumer<Evidence> consumer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeVisibility(PersonId writer, EvidenceId id, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void withdraw(PersonId by, EvidenceId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeGoal(PersonId by, EvidenceId goal, Detail.GoalState state) {
        throw new UnsupportedOperationException();
    }
}
