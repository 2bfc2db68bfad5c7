package dev.trellis.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sets two to four goals a year for everybody, for the role they hold or the one they want. */
final class GoalWriter {

    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final int LATEST_HOUR = 18;
    private static final int SHORTEST_DAYS = 45;
    private static final int LONGEST_DAYS = 330;

    /** A goal that takes longer is a long-term one. */
    private static final int SHORT_TERM_DAYS = 180;

    private static final double FOR_THE_ROLE_WANTED = .45;
    private static final double MET_SHARE = .65;

    private final Stage stage;
    private final List<Stanza> goals;
    private final Stanza reasons;

    GoalWriter(Stage stage) {
        this.stage = stage;
        List<Stanza> stanzas = Stanza.read("goals.txt");
        this.goals = stanzas.subList(0, stanzas.size() - 1);
        this.reasons = stanzas.getLast();
    }

    List<DemoGoal> write(KeptByHand kept) {
        List<DemoGoal> written = new ArrayList<>();
        for (Member member : stage.cast().members()) {
            Chance chance = stage.chance(member, "goals");
            int byHand = (int) kept.count(member.code(), DemoEvidence.Kind.GOAL);
            int count = byHand > 0 ? MOST - byHand : Diary.count(FEWEST, MOST, member, chance);
            Set<String> taken = new HashSet<>();
            Diary.moments(count, member, LATEST_HOUR, chance).stream()
                    .limit(MOST - byHand)
                    .forEach(on -> written.add(write(member, on, taken, chance)));
        }
        return written;
    }

    private DemoGoal write(Member member, LocalDateTime on, Set<String> taken, Chance chance) {
        Stanza goal = choose(member, taken, chance);
        Scene scene = stage.toldBy(member, on.toLocalDate(), chance);
        LocalDate due = on.toLocalDate().plusDays(chance.between(SHORTEST_DAYS, LONGEST_DAYS));
        boolean over = due.isBefore(DemoCalendar.STORY_ENDS);
        DemoGoal.State ended = chance.happens(MET_SHARE) ? DemoGoal.State.MET : DemoGoal.State.MISSED;
        return new DemoGoal(
                "G-" + member.code() + "-" + taken.size(),
                member.code(),
                member.code(),
                Discretion.ofOwnWords(chance),
                on,
                Wording.say(goal.one("title"), scene, chance),
                say(goal.all("s"), member, scene, chance),
                goal.heading(),
                say(goal.all("m"), member, scene, chance),
                say(reasons.all("a"), member, scene, chance),
                say(reasons.all("r"), member, scene, chance),
                due,
                due.isAfter(on.toLocalDate().plusDays(SHORT_TERM_DAYS))
                        ? DemoGoal.Horizon.LONG
                        : DemoGoal.Horizon.SHORT,
                over ? ended : DemoGoal.State.OPEN);
    }

    private String say(List<String> patterns, Member member, Scene scene, Chance chance) {
        return stage.said()
                .say(() -> member.voice().bend(Wording.say(chance.oneOf(patterns), scene, chance), "goal", chance));
    }

    /** Adds the competency of the goal to those taken. */
    private Stanza choose(Member member, Set<String> taken, Chance chance) {
        String role = chance.happens(FOR_THE_ROLE_WANTED)
                ? member.aspiresTo()
                : member.person().role();
        List<DemoRole.Expectation> wanted = stage.catalogue().role(role).expectations().stream()
                .filter(expectation -> !taken.contains(expectation.competency()))
                .filter(expectation ->
                        !goalsFor(expectation.competency(), member).isEmpty())
                .toList();
        String competency =
                chance.weighted(wanted, expectation -> expectation.importance()).competency();
        taken.add(competency);
        return chance.oneOf(goalsFor(competency, member));
    }

    private List<Stanza> goalsFor(String competency, Member member) {
        return goals.stream()
                .filter(goal -> goal.heading().equals(competency) && goal.isFor(member.team()))
                .toList();
    }
}
