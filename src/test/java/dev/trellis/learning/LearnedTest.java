package dev.trellis.learning;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.people.PersonId;
import dev.trellis.ranking.Prior;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnedTest {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private final Brief brief = aBrief().from("2026-11-02")
            .reflection("2026-10-12", "I said yes to everything again and did Ben’s part at night.")
            .aspiring("2026-09-01", "I want to run my own team by next summer.")
            .withGap(aGap("Delegation")
                    .shown(2)
                    .expected(4)
                    .about("I said yes")
                    .experience("Hand over a task", 6)
                    .shadowing(4))
            .build();

    @Test
    void leavesABriefAsItIsWhereNothingWasDecided() {
        Learned nothing =
                new Learned(Optional.empty(), mentor -> List.of(), mentor -> WritingHabits.NONE, mentor -> true);

        assertThat(nothing.suited(brief)).isSameAs(brief);
    }

    @Test
    void putsFirstWhatTheMentorWhoWillDecideKeeps() {
        PersonId reader = brief.readers().getFirst();
        List<Signal> own = as(
                reader,
                new Decisions(1)
                        .keep(Decisions.SHADOWING, 30)
                        .drop(Decisions.STRETCH, 30)
                        .told());
        Learned learned = Learned.from(Prior.shipped(), own, 1, AT);

        assertThat(first(learned.suited(brief))).isEqualTo(new Action.OnTheJob(Action.Form.SHADOWING));
        assertThat(first(brief)).isNotEqualTo(new Action.OnTheJob(Action.Form.SHADOWING));
        assertThat(learned.suited(brief).modelId()).contains("learned:");
    }

    @Test
    void setsTheNextDraftDownTheWayItsMentorDoes() {
        PersonId reader = brief.readers().getFirst();
        List<Signal> own =
                as(reader, new Decisions(1).edit(new Shape(9, 14, 0), 12).told());
        Brief suited = Learned.from(Prior.shipped(), own, 1, AT).suited(brief);

        DraftText.Item before = draft(brief).items().getFirst();
        DraftText.Item after = draft(suited).items().getFirst();

        assertThat(Shape.words(before.successMeasure())).isGreaterThan(9);
        assertThat(Shape.words(after.successMeasure())).isLessThanOrEqualTo(9);
        assertThat(after.dueOn())
                .isBetween(before.dueOn().plusDays(10), before.dueOn().plusDays(18));
    }

    private static Action first(Brief brief) {
        return brief.focuses().getFirst().candidates().getFirst().action();
    }

    private static DraftText draft(Brief brief) {
        return ((DraftOutcome.Drafted) PlanDrafter.fromTemplates().draft(brief)).text();
    }

    private static List<Signal> as(PersonId mentor, List<Signal> told) {
        return told.stream()
                .map(one -> new Signal(
                        one.id(),
                        mentor,
                        one.learner(),
                        one.at(),
                        one.place(),
                        one.option(),
                        one.verdict(),
                        one.asked(),
                        one.drafted(),
                        one.decided(),
                        one.looked()))
                .toList();
    }
}
