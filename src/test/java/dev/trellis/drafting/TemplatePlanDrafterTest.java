package dev.trellis.drafting;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import org.junit.jupiter.api.Test;

class TemplatePlanDrafterTest {

    private final PlanDrafter drafter = new TemplatePlanDrafter();

    @Test
    void writesTheSameWordsForTheSameBrief() {
        assertThat(drafted(Portraits.jonas())).isEqualTo(drafted(Portraits.jonas()));
    }

    @Test
    void citesTheExactPlaceOfEveryQuotation() {
        for (Brief brief : Portraits.all()) {
            drafted(brief).items().stream()
                    .flatMap(item -> item.why().stream())
                    .flatMap(claim -> claim.citations().stream())
                    .forEach(citation -> {
                        Brief.Source source = brief.sources().stream()
                                .filter(candidate -> candidate.id().equals(citation.source()))
                                .findFirst()
                                .orElseThrow();
                        assertThat(citation.span().of(source.text())).isEqualTo(citation.quote());
                        assertThat(citation.textHash()).isEqualTo(source.textHash());
                    });
        }
    }

    @Test
    void abstainsOnASingleNoteAndSaysWhatWouldHelp() {
        Brief brief = aBrief().reflection("2025-11-03", "I said yes to everything again and ended up working at night.")
                .hiding(2)
                .withGap(aGap("Delegation").about("I said yes").stretchTask(4))
                .build();

        assertThat(drafter.draft(brief))
                .isInstanceOfSatisfying(
                        DraftOutcome.Abstained.class,
                        abstained -> assertThat(abstained.missing())
                                .anySatisfy(sentence -> assertThat(sentence).contains("one note", "at least two"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("reflection would help"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("2 notes", "not read")));
    }

    @Test
    void abstainsWhereNothingSpeaksToAGapAndNoAspirationIsKnown() {
        Brief brief = aBrief().reflection("2025-11-03", "The canteen was closed and we went for a walk instead.")
                .reflection("2025-11-04", "We tried the new canteen and it was fine.")
                .withGap(aGap("Delegation").stretchTask(4))
                .build();

        assertThat(drafter.draft(brief)).isInstanceOf(DraftOutcome.Abstained.class);
    }

    @Test
    void marksAGapWithoutAPassageAsThinAndRestsItOnTheRecordedLevel() {
        DraftText draft = drafted(Portraits.kofi());

        DraftText.Item mathematics = draft.items().getFirst();
        assertThat(mathematics.support().strength()).isEqualTo(DraftText.Strength.THIN);
        assertThat(mathematics.why()).hasSize(1);
        assertThat(mathematics.why().getFirst().text()).contains("level 2.5", "4.3");
    }

    @Test
    void leavesOutWhatTheHoursDoNotAllow() {
        Brief brief = aBrief().weeks(2)
                .hoursPerWeek(1)
                .aspiring("2025-10-02", "I want to run my own team one day.")
                .reflection("2025-11-03", "I said yes to everything again and ended up working at night.")
                .withGap(aGap("Delegation")
                        .about("I said yes")
                        .experience("Lead a project", 40)
                        .mentorConversation(1))
                .build();

        assertThat(drafted(brief).items())
                .singleElement()
                .satisfies(item ->
                        assertThat(item.action()).isEqualTo(new Action.OnTheJob(Action.Form.MENTOR_CONVERSATION)));
    }

    @Test
    void saysWhereTheLearnerWantsToGoInTheLongRunAndNext() {
        Brief brief = aBrief().aspiring("2025-10-02", "I want to run my own team one day.")
                .nearGoal("2025-10-20", "I want to hand over the release notes by March.")
                .reflection("2025-11-03", "I said yes to everything again and ended up working at night.")
                .withGap(aGap("Delegation").about("I said yes").mentorConversation(1))
                .build();

        assertThat(drafted(brief).direction())
                .extracting(Claim::text)
                .satisfiesExactly(
                        wish -> assertThat(wish).contains("“I want to run my own team one day”"),
                        next -> assertThat(next).contains("“I want to hand over the release notes by March”"));
    }

    @Test
    void writesInTheLanguageOfTheLearnerAndNotOfThoseWhoWriteAboutThem() {
        BriefBuilder english = aBrief().aspiring("2025-10-02", "I want to run my own team one day.")
                .feedback(
                        "2025-10-28",
                        "Deniz Kaya",
                        "Du hast den Bericht umgeschrieben, bevor er fertig war. ".repeat(5))
                .withGap(aGap("Delegation").about("Du hast den Bericht").mentorConversation(1));

        assertThat(drafted(english.build()).items().getFirst().firstStep()).startsWith("By ");
    }

    @Test
    void quotesNothingThatWasFaulted() {
        Brief brief = Portraits.jonas();
        DraftText first = drafted(brief);
        String faulted = first.items().getFirst().why().getFirst().text();

        DraftText again = text(drafter.repair(brief, first, java.util.List.of("Not supported: " + faulted)));

        assertThat(again.items())
                .isNotEmpty()
                .flatExtracting(DraftText.Item::why)
                .extracting(Claim::text)
                .doesNotContain(faulted);
    }

    @Test
    void doesNotQuoteAddressesMarkupHiddenCharactersOrPrivateMatters() {
        Brief brief = aBrief().aspiring("2025-10-02", "I want to run my own team one day.")
                .reflection("2025-11-03", "I wrote everything down at https://evil.example/plan for my team.")
                .reflection("2025-11-04", "I handed over the <b>release</b> work to my team today.")
                .reflection("2025-11-05", "I handed over the rel\u200Bease work to the team today.")
                .reflection("2025-11-06", "I could not hand over the work because of my depression last month.")
                .withGap(aGap("Delegation")
                        .about(
                                "I wrote everything",
                                "I handed over the <b>",
                                "I handed over the rel\u200B",
                                "I could not hand over")
                        .stretchTask(4))
                .build();

        assertThat(drafted(brief).items())
                .singleElement()
                .extracting(DraftText.Item::why, LIST)
                .singleElement()
                .satisfies(why -> assertThat(((Claim) why).text()).contains("run my own team"));
    }

    private DraftText drafted(Brief brief) {
        return text(drafter.draft(brief));
    }

    private static DraftText text(DraftOutcome outcome) {
        assertThat(outcome).isInstanceOf(DraftOutcome.Drafted.class);
        return ((DraftOutcome.Drafted) outcome).text();
    }
}
