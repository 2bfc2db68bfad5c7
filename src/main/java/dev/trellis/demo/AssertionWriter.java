package dev.trellis.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says at which level people are: they themselves and their mentors, early in the year and for some again later. */
final class AssertionWriter {

    private static final int LATEST_HOUR = 17;
    private static final double ROLE_SHARE = .87;
    private static final double ASPIRATION_SHARE = .4;
    private static final double MENTOR_SHARE = .6;
    private static final double AGAIN_SHARE = .4;

    /** Chance that a level moved between two looks, as likely up as down: apart from the planted story the year is flat. */
    private static final double DRIFT = .12;

    /** How far people are below what their role expects (index 0: one level above it), in relative weights. */
    private static final List<Integer> ROLE_GAPS = List.of(-1, 0, 0, 0, 0, 1, 1, 1, 1, 2);

    /** The same for the role they want. */
    private static final List<Integer> ASPIRATION_GAPS = List.of(0, 1, 1, 1, 2, 2);

    private final Stage stage;
    private final Map<String, LocalDate> mentoredSince = new TreeMap<>();
    private final AssertionBook book;

    AssertionWriter(Stage stage, List<DemoMentoring> mentorings) {
        this.stage = stage;
        this.book = new AssertionBook(stage.catalogue());
        mentorings.forEach(mentoring -> mentoredSince.put(mentoring.learner(), mentoring.startedOn()));
    }

    List<DemoAssertion> write(KeptByHand kept, DemoProgramme leads) {
        new FeedbackStory(stage, leads, book).write();
        for (Member member : stage.cast().members()) {
            Chance chance = stage.chance(member, "assertions");
            Map<String, Integer> expected =
                    stage.catalogue().expectedLevels(member.person().role());
            Map<String, Integer> wanted = stage.catalogue().expectedLevels(member.aspiresTo());
            expected.forEach((competency, level) -> {
                if (chance.happens(ROLE_SHARE)) {
                    follow(member, competency, base(kept, member, competency, level - chance.oneOf(ROLE_GAPS)), chance);
                }
            });
            wanted.forEach((competency, level) -> {
                if (!expected.containsKey(competency)
                        && (chance.happens(ASPIRATION_SHARE) || kept.knowsLevel(member.code(), competency))) {
                    follow(
                            member,
                            competency,
                            base(kept, member, competency, level - chance.oneOf(ASPIRATION_GAPS)),
                            chance);
                }
            });
        }
        return book.entries();
    }

    private static int base(KeptByHand kept, Member member, String competency, int drawn) {
        return kept.level(member.code(), competency).orElse(clamped(drawn));
    }

    private void follow(Member member, String competency, int level, Chance chance) {
        if (competency.equals(DemoStory.FEEDBACK) && member.team().equals(DemoStory.FEEDBACK_TEAM)) {
            return;
        }
        LocalDate first = member.firstDay();
        long days = ChronoUnit.DAYS.between(first, DemoCalendar.STORY_ENDS);
        LocalDate early = first.plusDays((long) (days * chance.within(.02, .25)));
        book.bySelf(member, competency, level, Diary.at(early, LATEST_HOUR, chance), chance);
        LocalDate seen = first.plusDays((long) (days * chance.within(.25, .45)));
        LocalDate known = mentoredSince
                .getOrDefault(member.code(), DemoCalendar.STORY_ENDS)
                .plusDays(10);
        if (member.hasMentor() && seen.isAfter(known) && chance.happens(MENTOR_SHARE)) {
            book.byMentor(member, competency, level, Diary.at(seen, LATEST_HOUR, chance), chance);
        }
        if (chance.happens(AGAIN_SHARE)) {
            LocalDate late = DemoCalendar.STORY_ENDS.minusDays(chance.between(5, (int) Math.max(6, days * .4)));
            int moved = clamped(level + drift(chance));
            if (member.hasMentor() && late.isAfter(known) && chance.happens(.5)) {
                book.byMentor(member, competency, moved, Diary.at(late, LATEST_HOUR, chance), chance);
            } else {
                book.bySelf(member, competency, moved, Diary.at(late, LATEST_HOUR, chance), chance);
            }
        }
    }

    private static int drift(Chance chance) {
        if (!chance.happens(2 * DRIFT)) {
            return 0;
        }
        return chance.happens(.5) ? 1 : -1;
    }

    private static int clamped(int level) {
        return Math.clamp(level, 1, 5);
    }
}
