package dev.trellis.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which reflections are about workload, so that the shares of {@link DemoStory} come out whatever the seed. In every
 * run of about 1/share reflections of a team one is chosen: who and when is left to chance, how many is not.
 */
final class ThemePlan {

    /** A reflection not yet written. */
    record Slot(Member teller, LocalDateTime on, DemoVisibility visibility) {}

    private ThemePlan() {}

    /** @param slots of all teams, earliest first */
    static Set<Slot> aboutWorkload(List<Slot> slots, long seed) {
        LocalDate rise = DemoStory.workloadRisesOn(DemoCalendar.STORY_ENDS);
        Set<Slot> chosen = new HashSet<>();
        for (DemoTeam team : Cast.TEAMS) {
            Chance chance = Chance.of(seed, team.code(), "workload");
            List<Slot> open = slots.stream()
                    .filter(slot -> slot.teller().team().equals(team.code()))
                    .filter(slot -> slot.visibility() != DemoVisibility.PRIVATE)
                    .toList();
            List<Slot> before = open.stream()
                    .filter(slot -> slot.on().toLocalDate().isBefore(rise))
                    .toList();
            List<Slot> after = open.subList(before.size(), open.size());
            boolean rising = team.code().equals(DemoStory.WORKLOAD_TEAM);
            choose(before, DemoStory.WORKLOAD_SHARE_BEFORE, chance, chosen);
            choose(after, rising ? DemoStory.WORKLOAD_SHARE_AFTER : DemoStory.WORKLOAD_SHARE_BEFORE, chance, chosen);
            slots.stream()
                    .filter(slot -> slot.teller().team().equals(team.code()))
                    .filter(slot -> slot.visibility() == DemoVisibility.PRIVATE)
                    .filter(slot -> chance.happens(DemoStory.WORKLOAD_SHARE_BEFORE))
                    .forEach(chosen::add);
        }
        return chosen;
    }

    private static void choose(List<Slot> slots, double share, Chance chance, Set<Slot> chosen) {
        for (int run = 0; ; run++) {
            int position = (int) ((run + chance.within(0, 1)) / share);
            if (run / share >= slots.size()) {
                return;
            }
            if (position < slots.size()) {
                chosen.add(slots.get(position));
            }
        }
    }
}
