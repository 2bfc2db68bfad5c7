package dev.trellis.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets people finish three to eight activities a year, mostly ones that serve their role or the one they want. */
final class CompletionWriter {

    private static final int FEWEST = 3;
    private static final int MOST = 8;
    private static final int LATEST_HOUR = 17;
    private static final double OWN_COMPETENCY_WEIGHT = 12;

    private final Stage stage;

    CompletionWriter(Stage stage) {
        this.stage = stage;
    }

    List<DemoCompletion> write() {
        List<DemoCompletion> written = new ArrayList<>();
        for (Member member : stage.cast().members()) {
            Chance chance = stage.chance(member, "completions");
            int count = Diary.count(FEWEST, MOST, member, chance);
            Set<String> done = new HashSet<>();
            for (LocalDateTime on : Diary.moments(count, member, LATEST_HOUR, chance)) {
                DemoActivity activity = choose(member, done, chance);
                done.add(activity.code());
                double hours = Math.max(.5, Math.round(activity.effortHours() * chance.within(.8, 1.3) * 2) / 2.0);
                written.add(new DemoCompletion(
                        "C-" + member.code() + "-" + done.size(),
                        member.code(),
                        member.code(),
                        Discretion.ofWordsToOthers(chance),
                        on,
                        activity.title(),
                        "Completed: " + activity.title(),
                        activity.code(),
                        hours));
            }
        }
        return written;
    }

    private DemoActivity choose(Member member, Set<String> done, Chance chance) {
        Set<String> own = new HashSet<>(
                stage.catalogue().expectedLevels(member.person().role()).keySet());
        own.addAll(stage.catalogue().expectedLevels(member.aspiresTo()).keySet());
        List<DemoActivity> open = stage.catalogue().activities().stream()
                .filter(activity -> !done.contains(activity.code()))
                .toList();
        return chance.weighted(
                open,
                activity -> activity.aims().stream().anyMatch(aim -> own.contains(aim.competency()))
                        ? OWN_COMPETENCY_WEIGHT
                        : 1);
    }
}
