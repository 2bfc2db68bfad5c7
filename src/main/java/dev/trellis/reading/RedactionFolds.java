package dev.trellis.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parts marked texts so that nothing is measured on a sentence whose like was learned from: texts whose own words, without what
 * is marked in them, are mostly the same stay together.
 */
final class RedactionFolds {

    static final int FOLDS = 5;

    /** Share of all their own words that two skeletons have in common, from which on they are alike. */
    private static final double ALIKE = 0.5;

    private RedactionFolds() {}

    /** The fold of each text, in their order; from 0. */
    static List<Integer> of(List<MarkedText> texts) {
        List<Set<String>> groups = new ArrayList<>();
        List<Integer> groupOf = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (MarkedText text : texts) {
            Set<String> words = new HashSet<>(text.ownWords());
            int group = 0;
            while (group < groups.size() && alike(words, groups.get(group)) < ALIKE) {
                group++;
            }
            if (group == groups.size()) {
                groups.add(words);
                sizes.add(0);
            }
            sizes.set(group, sizes.get(group) + 1);
            groupOf.add(group);
        }
        int[] foldOfGroup = new int[groups.size()];
        int[] load = new int[FOLDS];
        for (int group = 0; group < groups.size(); group++) {
            int least = 0;
            for (int fold = 1; fold < FOLDS; fold++) {
                least = load[fold] < load[least] ? fold : least;
            }
            foldOfGroup[group] = least;
            load[least] += sizes.get(group);
        }
        return groupOf.stream().map(group -> foldOfGroup[group]).toList();
    }

    private static double alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 1 : both.size() / (double) all;
    }
}
