package dev.trellis.planning;

import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What everyone who will read a draft may see about a learner, newest first. A piece that one of them may not see is in
 * nobody's draft, and so is what one of them keeps to themselves.
 *
 * @param hidden how many pieces were left out
 */
record SharedEvidence(Map<EvidenceId, Evidence> pieces, int hidden) {

    /** The newest this many pieces of writing are considered; a year of daily writing is fewer. */
    private static final int CONSIDERED = 500;

    /** Levels, of which one move to another role may bring a hundred. */
    private static final int LEVELS_CONSIDERED = 5_000;

    private static final Set<EvidenceKind> LEVELS = EnumSet.of(EvidenceKind.ASSERTION);
    private static final Set<EvidenceKind> WRITING = EnumSet.complementOf(EnumSet.of(EvidenceKind.ASSERTION));

    static SharedEvidence of(EvidenceLedger ledger, PersonId learner, List<PersonId> readers) {
        Map<EvidenceId, Evidence> shared = new LinkedHashMap<>();
        int hidden = 0;
        boolean first = true;
        for (PersonId reader : readers) {
            var as = new Reader.OfPerson(reader);
            Map<EvidenceId, Evidence> seen = new LinkedHashMap<>();
            Stream.concat(
                            ledger.about(as, learner, WRITING, CONSIDERED).stream(),
                            ledger.about(as, learner, LEVELS, LEVELS_CONSIDERED).stream())
                    .filter(SharedEvidence::maySpeak)
                    .sorted(Comparator.comparing(Evidence::occurredAt).reversed())
                    .forEach(piece -> seen.put(piece.id(), piece));
            if (first) {
                shared.putAll(seen);
            } else {
                shared.keySet().retainAll(seen.keySet());
            }
            first = false;
            hidden = Math.max(hidden, ledger.countHiddenFrom(as, learner));
        }
        return new SharedEvidence(shared, hidden);
    }

    private static boolean maySpeak(Evidence piece) {
        return piece.visibility() != Visibility.PRIVATE && !piece.text().isBlank();
    }

    boolean holds(EvidenceId id) {
        return pieces.containsKey(id);
    }

    /** The same as if one piece had never been written. */
    SharedEvidence without(EvidenceId left) {
        Map<EvidenceId, Evidence> rest = new LinkedHashMap<>(pieces);
        rest.remove(left);
        return new SharedEvidence(rest, hidden);
    }

    /** The open goal of the learner's own that is due first, of those due from {@code day} on. */
    Optional<Evidence> nearGoal(LocalDate day) {
        return pieces.values().stream()
                .filter(piece -> piece.author().equals(new Author.OfPerson(piece.about())))
                .filter(piece -> piece.detail() instanceof Detail.Goal goal
                        && goal.state() == Detail.GoalState.OPEN
                        && !goal.dueOn().isBefore(day))
                .min(Comparator.comparing(piece -> ((Detail.Goal) piece.detail()).dueOn()));
    }

    List<Evidence> newestFirst() {
        return new ArrayList<>(pieces.values());
    }

    /** Where the learner wants to go: what they said last. */
    Optional<Evidence> aspiration() {
        return pieces.values().stream()
                .filter(piece -> piece.kind() == EvidenceKind.ASPIRATION)
                .findFirst();
    }

    /**
     * The role the learner last said they aim for; empty where they moved to another role after saying so. Trellis records what
     * the former role expected at the moment someone moves.
     */
    Optional<String> roleAimedFor() {
        for (Evidence piece : pieces.values()) {
            if (piece.kind() == EvidenceKind.ASSERTION && piece.author() instanceof Author.Trellis) {
                return Optional.empty();
            }
            if (piece.detail() instanceof Detail.Aspiration aspiration
                    && aspiration.roleCode().isPresent()) {
                return aspiration.roleCode();
            }
        }
        return Optional.empty();
    }
}
