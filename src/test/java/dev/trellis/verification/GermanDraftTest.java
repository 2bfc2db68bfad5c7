package dev.trellis.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.GermanPortraits;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.drafting.SessionBriefWriter;
import dev.trellis.people.MentoringForm;
import dev.trellis.testing.BesideOthers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write in German is answered in German, and held against its sources as strictly. */
@BesideOthers
class GermanDraftTest {

    private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|and|wrote|with|your|by|level|note|notes)\\b");
    private static final int SEEDS = 40;

    private final DraftCheck gate = DraftCheck.mechanical();

    @Test
    void everyWayOfSayingItInGermanPassesTheGate() {
        for (Brief portrait : GermanPortraits.all()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                Brief brief = portrait.withSeed(seed);
                assertThat(gate.check(drafted(brief), brief))
                        .as("%s, seed %d: %s", brief.givenName(), seed, drafted(brief))
                        .isEqualTo(new Verdict.Passed(List.of()));
            }
        }
    }

    @Test
    void aLearnerWhoWritesGermanReadsGermanAroundQuotationsAndTitles() {
        for (Brief brief : GermanPortraits.all()) {
            assertThat(sentences(drafted(brief)).map(GermanDraftTest::withoutQuotations))
                    .as(brief.givenName())
                    .noneMatch(sentence -> ENGLISH.matcher(sentence).find());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyWayOfPreparingASessionInGermanPassesTheGate(int form) {
        for (Brief portrait : GermanPortraits.all()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                var material = new SessionBriefWriter.Material(
                        portrait.learner(),
                        portrait.givenName(),
                        portrait.from(),
                        MentoringForm.values()[form],
                        portrait.sources(),
                        List.of(),
                        seed);
                var page = SessionBriefWriter.fromTemplates().write(material);
                assertThat(new SessionBriefCheck(SupportScore.byWords()).check(page, material))
                        .as("%s, seed %d", portrait.givenName(), seed)
                        .isEmpty();
                assertThat(page.questions())
                        .allMatch(question -> question.text().matches("(?:Was|Wie)\\b.*\\?“?"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            another day       | Am 4. November schrieb Katrin: „%s“.
            a day in figures  | Am 04.11.2025 schrieb Katrin: „%s“.
            another month     | Im Mai schrieb Katrin: „%s“.
            somebody else     | Am 3. November schrieb Sabine: „%s“.
            a full name       | Laut Sabine Krüger schrieb Katrin am 3. November: „%s“.
            a number          | Am 3. November schrieb Katrin an fünf Menschen: „%s“.
            a negation        | Am 3. November schrieb Katrin nicht: „%s“.
            a reason of its own | Katrin vertraut ihrem Team kaum und zweifelt an allen: „%s“.
            an open quotation | Am 3. November schrieb Katrin: „%s.
            """)
    void refusesAGermanSentenceWith(String what, String sentence) {
        Brief brief = GermanPortraits.katrin();
        String words = "Ich habe wieder alles selbst gemacht, obwohl Deniz es gekonnt hätte";
        DraftText draft = drafted(brief);
        DraftText.Item item = draft.items().getFirst();
        Citation cited = item.why().stream()
                .flatMap(claim -> claim.citations().stream())
                .filter(citation -> citation.quote().equals(words))
                .findFirst()
                .orElseThrow();

        assertThat(verdictOf(
                        brief, draft, new Claim("Am 3. November schrieb Katrin: „" + words + "“.", List.of(cited))))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(verdictOf(brief, draft, new Claim(sentence.formatted(words), List.of(cited))))
                .as(what)
                .isInstanceOf(Verdict.Failed.class);
    }

    private Verdict verdictOf(Brief brief, DraftText draft, Claim claim) {
        DraftText.Item item = draft.items().getFirst().withWhy(List.of(claim));
        return gate.check(new DraftText(draft.direction(), List.of(item)), brief);
    }

    private static Stream<String> sentences(DraftText draft) {
        return Stream.concat(
                draft.direction().stream().map(Claim::text),
                draft.items().stream()
                        .flatMap(item -> Stream.concat(
                                item.why().stream().map(Claim::text),
                                Stream.of(
                                        item.task(),
                                        item.firstStep(),
                                        item.successMeasure(),
                                        item.support().reason()))));
    }

    private static String withoutQuotations(String sentence) {
        return sentence.replaceAll("„[^“]*“", "");
    }

    private static DraftText drafted(Brief brief) {
        DraftOutcome outcome = PlanDrafter.fromTemplates().draft(brief);
        assertThat(outcome).as(brief.givenName()).isInstanceOf(DraftOutcome.Drafted.class);
        return ((DraftOutcome.Drafted) outcome).text();
    }
}
