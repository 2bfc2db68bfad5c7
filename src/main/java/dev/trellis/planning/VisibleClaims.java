package dev.trellis.planning;

import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims as one reader may see them today: where a source was withdrawn, changed, or is not theirs to read, the quote goes, and
 * with it the sentence that says what the source said.
 */
final class VisibleClaims {

    static final String WITHHELD_SENTENCE = "This rested on something that was withdrawn or is not shared with you.";

    private final Set<EvidenceId> visible;

    private VisibleClaims(Set<EvidenceId> visible) {
        this.visible = visible;
    }

    /** One query for all of {@code claims}. */
    static VisibleClaims to(PersonId reader, EvidenceLedger ledger, Collection<Claim> claims) {
        Set<EvidenceId> cited = sources(claims);
        if (cited.isEmpty()) {
            return new VisibleClaims(Set.of());
        }
        Map<EvidenceId, String> texts = ledger.findAll(new Reader.OfPerson(reader), cited).stream()
                .collect(Collectors.toMap(Evidence::id, Evidence::text));
        return new VisibleClaims(claims.stream()
                .flatMap(claim -> claim.citations().stream())
                .filter(citation -> says(texts.get(citation.source()), citation))
                .map(Citation::source)
                .collect(Collectors.toSet()));
    }

    private static boolean says(@Nullable String text, Citation citation) {
        return text != null
                && citation.span().end() <= text.length()
                && citation.span().of(text).equals(citation.quote());
    }

    /** What is left when {@code gone} may be seen by nobody any more. */
    static List<Claim> without(Set<EvidenceId> gone, List<Claim> claims) {
        return claims.stream()
                .map(claim -> shown(claim, id -> !gone.contains(id)))
                .toList();
    }

    static Set<EvidenceId> sources(Collection<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.citations().stream())
                .map(Citation::source)
                .collect(Collectors.toSet());
    }

    static Stream<Claim> of(DraftDocument document) {
        return Stream.concat(
                document.direction().stream(), document.items().stream().flatMap(item -> item.why().stream()));
    }

    List<Claim> of(List<Claim> claims) {
        return claims.stream().map(claim -> shown(claim, visible::contains)).toList();
    }

    boolean all(Collection<Claim> claims) {
        return visible.containsAll(sources(claims));
    }

    private static Claim shown(Claim claim, Function<EvidenceId, Boolean> mayBeSeen) {
        if (claim.citations().stream().allMatch(citation -> mayBeSeen.apply(citation.source()))) {
            return claim;
        }
        return new Claim(
                WITHHELD_SENTENCE,
                claim.citations().stream()
                        .map(citation -> mayBeSeen.apply(citation.source())
                                ? citation
                                : new Citation(citation.source(), citation.span(), "", citation.textHash()))
                        .toList());
    }
}
