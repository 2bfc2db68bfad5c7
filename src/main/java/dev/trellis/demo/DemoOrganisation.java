package dev.trellis.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A whole made-up organisation. Things refer to one another by {@code code}; every code resolves within the organisation.
 *
 * @param mentorings a few people have no mentor and so do not appear as learners
 * @param evidence twelve months of it, earliest first; equal moments in the order of their codes
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
     * @param anchor the day the demo plays on; everything recorded lies in the twelve months before it
     */
    public static DemoOrganisation generate(long seed, LocalDate anchor) {
        Stage stage = Stage.set(seed, anchor);
        KeptByHand kept = KeptByHand.read(stage);
        Pairing pairing = new Pairing(stage);
        List<DemoProgramme> programmes = pairing.programmes();
        List<DemoMentoring> mentorings = pairing.mentorings(programmes);
        ColleagueWriter colleagues = new ColleagueWriter(stage);

        List<DemoEvidence> evidence = new ArrayList<>(kept.evidence());
        evidence.addAll(new ReflectionWriter(stage).write(kept));
        evidence.addAll(new GoalWriter(stage).write(kept));
        evidence.addAll(colleagues.feedback(kept));
        evidence.addAll(colleagues.recognitions(kept));
        evidence.addAll(new CompletionWriter(stage).write());
        evidence.addAll(new AssertionWriter(stage, mentorings).write(kept, leads(programmes)));
        evidence.sort(Comparator.comparing(DemoEvidence::occurredOn).thenComparing(DemoEvidence::code));

        return new DemoOrganisation(
                anchor,
                stage.catalogue().framework(),
                stage.catalogue().roles(),
                stage.catalogue().activities(),
                Cast.TEAMS,
                stage.cast().members().stream().map(Member::person).toList(),
                programmes,
                mentorings,
                pairing.aspirations(kept),
                List.copyOf(evidence));
    }

    /** The evidence of one kind, in order. */
    public <T extends DemoEvidence> List<T> evidence(Class<T> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static DemoProgramme leads(List<DemoProgramme> programmes) {
        return programmes.stream()
                .filter(programme -> programme.code().equals(DemoStory.FEEDBACK_PROGRAMME))
                .findFirst()
                .orElseThrow();
    }
}
