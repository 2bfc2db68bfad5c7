package dev.trellis.people;

import java.util.Map;

/** How much each mentor carries. */
public interface MentorLoads {

    /** How many active learners each mentor has today; who has none is left out. */
    Map<PersonId, Integer> today();
}
