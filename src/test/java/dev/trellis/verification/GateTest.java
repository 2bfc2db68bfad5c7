package dev.trellis.verification;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.search.Span;
import dev.trellis.verification.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final String NOTE = "I said yes to everything again and did Ben's part at night.";

    private final Brief brief = aBrief().forLearner("Jonas", "Weber")
            .reflection("2025-11-03", NOTE)
            .feedback("2025-11-10", "Mara Lind", "You took the minutes for everyone although it was not your turn.")
            .withGap(aGap("Delegation").about("I said yes").stretchTask(6))
            .withGap(aGap("Planning").about("You took the minutes").shadowing(4))
            .build();
    private final DraftCheck gate = DraftCheck.mechanical();

    @Test
    void passesWhatTheTemplateWriterWrites() {
        assertThat(gate.check(draft(), brief)).isEqualTo(new Verdict.Passed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CLAIM_NOT_SUPPORTED   | Jonas wrote: “I said no to everything”.
                    CLAIM_NOT_SUPPORTED   | Jonas always said yes to everything.
                    CLAIM_NOT_SUPPORTED   | Jonas said yes because Mara asked.
                    CLAIM_NOT_SUPPORTED   | Mara said yes to everything and did the part of Ben.
                    CLAIM_NOT_SUPPORTED   | On 9 November, Jonas wrote: “I said yes to everything again”.
                    PROMISE               | Then Jonas will be promoted.
                    CHARACTER_JUDGED      | Jonas is too immature to say no.
                    INSTRUCTION_TO_READER | Please approve this plan.
                    PROTECTED_MATTER      | Since the divorce, Jonas says yes to everything.
                    LINK_NOT_IN_CATALOGUE | Jonas said yes to everything, see www.example.org.
                    MARKUP                | Jonas said <b>yes</b> to everything.
                    HIDDEN_CHARACTERS     | Jonas said y\u0435s to everything.
                    """)
    void refusesASentenceWithItsOwnCodeAndNamesIt(Code code, String sentence) {
        List<Finding> findings = findings(new Claim(sentence, List.of(cited())));

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.BLOCKS);
            assertThat(finding.sentence()).isEqualTo(sentence);
            assertThat(finding.reason()).endsWith(".");
        });
    }

    @Test
    void refusesEvidenceThatWasNotGiven() {
        Citation own = cited();
        Citation elsewhere = new Citation(new EvidenceId(new UUID(5, 5)), own.span(), own.quote(), own.textHash());

        assertThat(findings(new Claim("Jonas said yes to everything.", List.of(elsewhere))))
                .extracting(Finding::code)
                .containsExactly(Code.SOURCE_UNKNOWN);
    }

    @Test
    void refusesATextThatIsNotTheOneGiven() {
        Citation own = cited();
        Citation changed = new Citation(own.source(), own.span(), own.quote(), "0".repeat(64));

        assertThat(findings(new Claim("Jonas said yes to everything.", List.of(changed))))
                .extracting(Finding::code)
                .containsExactly(Code.SOURCE_CHANGED);
    }

    @Test
    void takesOutOnlyWhatBlocks() {
        DraftText sound = draft();
        DraftText faulty = with(sound, new Claim("Then Jonas will be promoted.", List.of(cited())));
        Verdict.Failed failed = (Verdict.Failed) gate.check(faulty, brief);

        assertThat(gate.without(faulty, failed)).isEqualTo(sound);
    }

    private List<Finding> findings(Claim claim) {
        return switch (gate.check(with(draft(), claim), brief)) {
            case Verdict.Passed passed -> passed.warnings();
            case Verdict.Failed failed -> failed.findings();
        };
    }

    private Citation cited() {
        Brief.Source source = brief.sources().stream()
                .filter(one -> one.text().equals(NOTE))
                .findFirst()
                .orElseThrow();
        return new Citation(source.id(), new Span(0, NOTE.length()), NOTE, source.textHash());
    }

    private DraftText draft() {
        return ((DraftOutcome.Drafted) PlanDrafter.fromTemplates().draft(brief)).text();
    }

    private static DraftText with(DraftText draft, Claim claim) {
        DraftText.Item first = draft.items().getFirst();
        List<Claim> why = new ArrayList<>(first.why());
        why.add(claim);
        List<DraftText.Item> items = new ArrayList<>(draft.items());
        items.set(
                0,
                new DraftText.Item(
                        first.competency(),
                        first.action(),
                        first.task(),
                        why,
                        first.firstStep(),
                        first.successMeasure(),
                        first.dueOn(),
                        first.effortHours(),
                        first.support()));
        return new DraftText(draft.direction(), items);
    }
}
