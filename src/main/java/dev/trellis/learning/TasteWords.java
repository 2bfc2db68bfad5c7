package dev.trellis.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A mentor's taste as sentences with their evidence: what they keep more or less often than the rest of what is proposed to
 * them. Said only where chance would hardly bring it about, allowing for how many such comparisons are made.
 */
final class TasteWords {

    /** Each with its opposite in the same group: said of one it need not be said of all. */
    private static final List<Map.Entry<String, String>> COMPARED = List.of(
            Map.entry(Option.SHADOWING, "shadowing"),
            Map.entry(Option.STRETCH, "stretch tasks"),
            Map.entry(Option.CONVERSATION, "conversations with the mentor"),
            Map.entry(Option.DOING, "learning by doing"),
            Map.entry(Option.OTHERS, "learning with others"),
            Map.entry(Option.STUDY, "study"));

    /** Two-sided 5 % over six comparisons (Bonferroni). */
    private static final double BEYOND_CHANCE = 2.64;

    private TasteWords() {}

    /** @param signals of one mentor */
    static List<String> of(List<Signal> signals) {
        List<Signal> telling =
                signals.stream().filter(signal -> signal.kept().isPresent()).toList();
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, String> compared : COMPARED) {
            Share with = new Share();
            Share without = new Share();
            telling.forEach(signal -> (signal.option().feature(compared.getKey()) > 0 ? with : without)
                    .add(signal.kept().orElseThrow()));
            double z = with.beyond(without);
            if (Math.abs(z) >= BEYOND_CHANCE) {
                said.add("You keep " + compared.getValue() + (z > 0 ? " more" : " less") + " often than the rest: "
                        + with.kept + " of " + with.all + ", against " + without.kept + " of " + without.all + ".");
            }
        }
        return said;
    }

    private static final class Share {

        private int kept;
        private int all;

        void add(boolean one) {
            all++;
            kept += one ? 1 : 0;
        }

        /** The two-proportion z statistic with a pooled share; 0 where there is nothing to compare. */
        double beyond(Share other) {
            double pooled = (kept + other.kept) / (double) (all + other.all);
            double deviation = Math.sqrt(pooled * (1 - pooled) * (1.0 / all + 1.0 / other.all));
            return all == 0 || other.all == 0 || deviation == 0
                    ? 0
                    : (kept / (double) all - other.kept / (double) other.all) / deviation;
        }
    }
}
