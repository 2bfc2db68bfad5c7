package dev.trellis.ranking;

import dev.trellis.catalog.ActivityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decisions from which the prior is trained before any mentor decided anything. They are <em>not observations</em>: a scripted
 * mentor keeps or drops drawn situations by the rules below, with noise. The rules are what the practice of development
 * planning holds: an activity should start where the learner stands and cover the gap, learning by doing comes first (the
 * 70-20-10 of learning at work), repeating what is shown is wasted, short beats long where both do, and what is near the
 * learner's own goals is more likely to be done. Real decisions replace them.
 */
final class PriorDecisions {

    /** Chance that the scripted mentor decides against the rules: reviewers of the same item disagree about this often. */
    private static final double NOISE = 0.05;

    private PriorDecisions() {}

    record Decision(Fit fit, boolean kept) {}

    static List<Decision> draw(int count, SplittableRandom random) {
        List<Decision> decisions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Fit fit = situation(random);
            double chance = 1 / (1 + Math.exp(-appeal(fit)));
            boolean kept = random.nextDouble() < chance;
            decisions.add(new Decision(fit, random.nextDouble() < NOISE ? !kept : kept));
        }
        return decisions;
    }

    private static Fit situation(SplittableRandom random) {
        boolean above = random.nextDouble() < 0.4;
        ActivityKind kind = ActivityKind.values()[random.nextInt(ActivityKind.values().length)];
        return new Fit(
                random.nextDouble(),
                above ? random.nextDouble() * 0.6 : 0,
                above ? 0 : random.nextDouble(),
                kind,
                random.nextDouble(),
                random.nextDouble() < 0.3 ? 0 : random.nextDouble(),
                random.nextDouble() < 0.7 ? 0 : random.nextDouble() * 0.5,
                random.nextDouble() < 0.15);
    }

    /** Log-odds that the scripted mentor keeps it. */
    private static double appeal(Fit fit) {
        double byKind = switch (fit.kind()) {
            case EXPERIENCE -> 0.9;
            case EXPOSURE -> 0.5;
            case EDUCATION -> 0;
        };
        return -0.9
                + 2.4 * fit.reach()
                - 6.0 * fit.startsAbove()
                - 1.8 * fit.repeats()
                + byKind
                - 0.7 * fit.effort()
                + 1.2 * fit.nearness()
                + 0.8 * fit.otherGaps()
                - (fit.sameKindDone() ? 0.6 : 0);
    }
}
