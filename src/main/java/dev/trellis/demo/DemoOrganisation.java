package dev.trellis.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A whole made-up organisation. Things refer to one another by {@code code}; every code resolves within the organisation.
 *
 * @param mentorings a few people have no mentor and so do not appear as learners
 * @param evidence of twelve whole months and the one under way, earliest first; equal moments in the order of their codes
 */
public record DemoOrganisation(
        LocalDate anchor,
        DemoFramework framework,
        List<DemoRole> roles,
        List<DemoActivity> activities,
        List<DemoTeam> teams,
        List<DemoPerson> people,
        List<DemoProgramme> programmes,
        List<DemoMentoring> mentorings,
        List<DemoAspiration> aspirations,
        List<DemoEvidence> evidence) {

    /**
     * Makes the organisation; takes about a second.
     *
     * @param seed another seed gives other stories for the same people
     * @param anchor the day the demo plays on; everything recorded lies in the twelve months before its month, and before it
     */
    public static DemoOrganisation generate(long seed, LocalDate anchor) {
        return ToldYear.tell(seed).before(anchor);
    }

    /** The evidence of one kind, in order. */
    public <T extends DemoEvidence> List<T> evidence(Class<T> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
