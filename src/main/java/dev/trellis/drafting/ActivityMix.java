package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses one candidate a gap so that the plan as a whole leans on experience, then on other people, then on study
 * (70-20-10), and nothing is asked for twice.
 */
final class ActivityMix {

    private static final Map<ActivityKind, Double> SHARE = Map.of(
            ActivityKind.EXPERIENCE, 0.7,
            ActivityKind.EXPOSURE, 0.2,
            ActivityKind.EDUCATION, 0.1);

    /** How much of the ranking's score, in {@code [0, 1]}, a full missing share outweighs: our choice. */
    private static final double BALANCE = 0.35;

    private final Map<ActivityKind, Integer> chosen = new EnumMap<>(ActivityKind.class);
    private final Set<Action> taken = new HashSet<>();
    private int items;

    /** Candidates of a gap not asked for yet, the one to choose first. */
    List<Brief.Candidate> inOrder(Brief.Focus focus) {
        return focus.candidates().stream()
                .filter(candidate -> !taken.contains(candidate.action()))
                .filter(candidate -> ForbiddenText.isPlain(candidate.title()))
                .sorted(Comparator.comparingDouble(this::weight).reversed())
                .toList();
    }

    void take(Brief.Candidate candidate) {
        taken.add(candidate.action());
        chosen.merge(candidate.kind(), 1, Integer::sum);
        items++;
    }

    private double weight(Brief.Candidate candidate) {
        double share = items == 0 ? 0 : chosen.getOrDefault(candidate.kind(), 0) / (double) items;
        return candidate.score() + BALANCE * (SHARE.getOrDefault(candidate.kind(), 0.0) - share);
    }
}
