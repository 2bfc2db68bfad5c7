package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses one candidate a gap so that the plan as a whole leans on experience, then on other people, then on study
 * (70-20-10), and nothing is asked for twice.
 */
public final class ActivityMix {

    private static final Map<ActivityKind, Double> SHARE = Map.of(
            ActivityKind.EXPERIENCE, 0.7,
            ActivityKind.EXPOSURE, 0.2,
            ActivityKind.EDUCATION, 0.1);

    /** How much of the ranking's score, in {@code [0, 1]}, a full missing share outweighs: our choice. */
    private static final double BALANCE = 0.35;

    private final List<ActivityKind> chosen = new ArrayList<>();
    private final Set<Action> taken = new HashSet<>();

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
        chosen.add(candidate.kind());
    }

    private double weight(Brief.Candidate candidate) {
        return candidate.score() + BALANCE * lacking(candidate.kind(), chosen);
    }

    /** How much of a kind a plan still lacks, below 0 where it has too much of it. @param before kinds of the items before */
    public static double lacking(ActivityKind kind, List<ActivityKind> before) {
        double share = before.isEmpty() ? 0 : Collections.frequency(before, kind) / (double) before.size();
        return SHARE.getOrDefault(kind, 0.0) - share;
    }
}
