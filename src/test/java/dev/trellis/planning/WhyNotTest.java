package dev.trellis.planning;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Brief.Candidate;
import dev.trellis.drafting.Brief.Focus;
import dev.trellis.drafting.DraftText;
import dev.trellis.planning.PlanDraft.RunnerUp;
import dev.trellis.ranking.RankedActivities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyNotTest {

    private final List<DraftText.Item> items = new ArrayList<>();

    @Test
    void whatHasAPlaceElsewhereInThePlanIsSaidToBeThere() {
        Brief brief = aBrief().withGap(aGap("Delegation").experience("Hand over a task", 4))
                .withGap(aGap("Giving feedback").mentorConversation(2).experience("Hand over a task", 4))
                .build();
        choose(brief, 0, 0);
        choose(brief, 1, 0);

        assertThat(whyNot(brief, 1, 0)).containsExactly("already item 1 of this plan");
    }

    @Test
    void whatTakesMoreHoursThanAreLeftDoesNotFit() {
        Brief brief = aBrief().weeks(10)
                .hoursPerWeek(1)
                .withGap(aGap("Delegation").mentorConversation(4).experience("Lead a project", 11))
                .build();
        choose(brief, 0, 0);

        assertThat(whyNot(brief, 0, 0)).containsExactly("its hours do not fit beside the rest of the plan");
    }

    @Test
    void whatRankedHigherGaveWayToWhatThePlanLacks() {
        Brief brief = aBrief().withGap(
                        aGap("Delegation").education("A course", 3).stretchTask(6))
                .build();
        choose(brief, 0, 1);

        assertThat(whyNot(brief, 0, 1)).containsExactly("ranked higher, but the plan lacks more doing");
    }

    @Test
    void whatRankedHigherAndWasNotLackedIsTheWritersChoice() {
        Brief brief = aBrief().withGap(aGap("Delegation").stretchTask(6).education("A course", 3))
                .build();
        choose(brief, 0, 1);

        assertThat(whyNot(brief, 0, 1)).containsExactly("ranked higher; the writer chose the other");
    }

    @Test
    void whatRankedLowerFallsShortInWhatWeighedMost() {
        assertThat(RankedActivities.against(
                        Map.of("reach", 2.0, "effort", -0.2), Map.of("reach", 0.5, "effort", -0.9, "other gaps", 0.3)))
                .containsExactly("covers less of the gap", "takes more hours");
    }

    private List<String> whyNot(Brief brief, int position, int candidate) {
        Focus focus = brief.focuses().get(position);
        return new WhyNot(brief, items)
                .runnersUp(focus, focus.candidates().get(candidate), position).stream()
                        .map(RunnerUp::whyNot)
                        .toList();
    }

    private void choose(Brief brief, int position, int candidate) {
        Focus focus = brief.focuses().get(position);
        Candidate chosen = focus.candidates().get(candidate);
        items.add(new DraftText.Item(
                focus.competency().id(),
                chosen.action(),
                "Do it.",
                List.of(),
                "Begin.",
                "It is seen.",
                brief.from().plusWeeks(4),
                chosen.effortHours(),
                new DraftText.Support(DraftText.Strength.THIN, "nothing yet")));
    }
}
