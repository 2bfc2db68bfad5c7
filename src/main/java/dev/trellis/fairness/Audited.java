package dev.trellis.fairness;

import java.util.Map;

/**
 * One case: of one person, to which groups the person belongs and what came of it.
 *
 * @param groups value by attribute; an attribute that nobody recorded is left out
 * @param outcomes by name; one that does not apply is left out
 */
record Audited(String person, Map<String, String> groups, Map<String, Double> outcomes) {

    Audited {
        groups = Map.copyOf(groups);
        outcomes = Map.copyOf(outcomes);
    }
}
