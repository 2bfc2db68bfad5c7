package dev.trellis.review;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import dev.trellis.search.Span;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence in memory that everyone may read unless it was hidden; counts how often it was read. */
final class EvidenceShelf {

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

    /** The shelf as the door: it answers the questions this module asks. */
    EvidenceLedger asLedger() {
        return (EvidenceLedger) Proxy.newProxyInstance(
                EvidenceLedger.class.getClassLoader(),
                new Class<?>[] {EvidenceLedger.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "findAll" -> findAll((Collection<?>) arguments[1]);
                    case "about" -> about((PersonId) arguments[1], (Set<?>) arguments[2]);
                    case "countHiddenFrom" -> hidden.size();
                    case "toString" -> "shelf";
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<Evidence> about(PersonId person, Set<?> kinds) {
        return pieces.values().stream()
                .filter(piece -> piece.about().equals(person) && kinds.contains(piece.kind()))
                .filter(piece -> !hidden.contains(piece.id()))
                .toList();
    }

    private List<Evidence> findAll(Collection<?> ids) {
        reads++;
        return pieces.values().stream()
                .filter(piece -> ids.contains(piece.id()) && !hidden.contains(piece.id()))
                .toList();
    }
}
