package dev.trellis.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that may stand in a slot: projects, meetings, customers, hours. */
record SlotLists(Map<String, List<String>> byHeading) {

    static SlotLists read() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Stanza.read("slots.txt").forEach(stanza -> lists.put(stanza.heading(), stanza.items()));
        return new SlotLists(lists);
    }

    /** @throws IllegalArgumentException if there is neither a list for the team nor one for all */
    List<String> of(String slot, String team) {
        List<String> words = byHeading.getOrDefault(slot + " " + team, byHeading.get(slot));
        if (words == null) {
            throw new IllegalArgumentException("no words for {" + slot + "} in team " + team);
        }
        return words;
    }
}
