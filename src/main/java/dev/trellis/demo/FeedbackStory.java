package dev.trellis.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The planted story in Sales: before the Leads programme people are on average 1.4 levels below what their role expects in
 * giving feedback, after it 0.6. Who gains is left to chance, the means are not.
 */
final class FeedbackStory {

    private static final int LATEST_HOUR = 17;

    private final Stage stage;
    private final DemoProgramme leads;
    private final AssertionBook book;

    FeedbackStory(Stage stage, DemoProgramme leads, AssertionBook book) {
        this.stage = stage;
        this.leads = leads;
        this.book = book;
    }

    void write() {
        Chance chance = Chance.of(stage.seed(), DemoStory.FEEDBACK_TEAM, "feedback story");
        List<Member> team = chance.shuffled(stage.cast().team(DemoStory.FEEDBACK_TEAM));
        long twoBelow = Math.round(DemoStory.FEEDBACK_GAP_BEFORE * team.size()) - team.size();
        long oneBelowAfter = Math.round(DemoStory.FEEDBACK_GAP_AFTER * team.size());
        for (int place = 0; place < team.size(); place++) {
            Member member = team.get(place);
            int expected = stage.catalogue().expectedLevel(member.person().role(), DemoStory.FEEDBACK);
            before(member, expected - (place < twoBelow ? 2 : 1), chance);
            after(member, expected - (place < oneBelowAfter ? 1 : 0), place % 2 == 0, chance);
        }
    }

    private void before(Member member, int level, Chance chance) {
        LocalDate start = leads.startsOn();
        book.bySelf(
                member,
                DemoStory.FEEDBACK,
                level,
                Diary.at(
                        between(DemoCalendar.storyBegins().plusDays(3), start.minusDays(40), chance),
                        LATEST_HOUR,
                        chance),
                chance);
        book.byMentor(
                member,
                DemoStory.FEEDBACK,
                level,
                Diary.at(between(start.minusDays(38), start.minusDays(4), chance), LATEST_HOUR, chance),
                chance);
    }

    /** @param seenHalfway whether the mentor notes the new level already in the second half of the programme */
    private void after(Member member, int level, boolean seenHalfway, Chance chance) {
        LocalDate middle = leads.startsOn().plusDays(ChronoUnit.DAYS.between(leads.startsOn(), leads.endsOn()) / 2);
        if (seenHalfway) {
            LocalDate seen = between(middle.plusDays(3), leads.endsOn(), chance);
            book.byMentor(member, DemoStory.FEEDBACK, level, Diary.at(seen, LATEST_HOUR, chance), chance);
        }
        LocalDate closing = between(leads.endsOn().plusDays(4), leads.endsOn().plusDays(40), chance);
        book.byMentor(member, DemoStory.FEEDBACK, level, Diary.at(closing, LATEST_HOUR, chance), chance);
        LocalDate own = between(leads.endsOn().plusDays(4), DemoCalendar.STORY_ENDS.minusDays(6), chance);
        book.bySelf(member, DemoStory.FEEDBACK, level, Diary.at(own, LATEST_HOUR, chance), chance);
    }

    private static LocalDate between(LocalDate first, LocalDate last, Chance chance) {
        return first.plusDays(chance.between(0, (int) ChronoUnit.DAYS.between(first, last)));
    }
}
