package dev.trellis.drafting;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;
import static dev.trellis.drafting.ModelEndpoint.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.LanguageModel.Question;
import dev.trellis.drafting.LanguageModel.Reply;
import dev.trellis.drafting.LanguageModel.Speaker;
import dev.trellis.drafting.LanguageModel.Turn;
import dev.trellis.drafting.SentText.Whose;
import dev.trellis.people.KnownPeople;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.reading.PersonalTexts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configured model hears of people, and what becomes of its answer. */
class PseudonymousModelTest {

    private static final PersonId LEARNER = new PersonId(new UUID(7, 7));
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KnownPeople people = new KnownPeople();
    private final OverhearingModel overhearing = new OverhearingModel(question -> "{}");

    static Stream<String> mentions() {
        return Stream.of(
                "Thanks to Chidi Okafor the demo went well.",
                "Okafor, Chidi asked me to lead.",
                "Mr. Okafor was pleased, and so was J. Okafor.",
                "I told chidi about it.",
                "CHIDI SAID NO.",
                "Chidi's notes helped; Okafors Bericht auch.",
                "Gestern hat Chidi Okafor mir geholfen.",
                "Write to chidi.okafor@example.com or Chidi.Okafor@Example.com.",
                "His number is E-104277, also written e-104277.",
                "Call +49 30 901820 or 030 901820 after five.",
                "(Chidi)/“Okafor”: fine.",
                "Jürgen Müller-Lüdenscheidt and Juergen Mueller agreed.",
                "Jurgen Muller wrote the test.",
                "I asked Will whether it will rain.",
                "Then Mark and I went through the minutes.",
                "May Hope was there, and Grace Young took notes.");
    }

    @ParameterizedTest
    @MethodSource("mentions")
    void hearsNobodysNameMailPhoneOrNumber(String mention) {
        office();

        ask(SentText.of(Whose.PERSON, mention));

        assertThat(overhearing.heard())
                .doesNotContainIgnoringCase(
                        "chidi", "okafor", "104277", "901820", "example.com", "rgen", "ller", "denscheidt")
                .doesNotContain("Will", "Mark", "May Hope", "Grace Young");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In May we will mark the end of the pilot.",
                "Will the plan hold? May be. Hope is no strategy.",
                "Mark the date, grace under pressure, young teams.",
                "Delegation is hard for me: I did the work at night.",
                "The Scrum Master asked for a decision on the risk register."
            })
    void hearsOrdinaryWordsAsTheyStandWhoeverIsCalledSo(String ordinary) {
        office();

        ask(SentText.of(Whose.PERSON, ordinary));

        assertThat(overhearing.heard().strip()).isEqualTo(ordinary);
    }

    @Test
    void hearsNoNameFromTheCatalogueOrTheLearnersOwnLine() {
        office();
        Brief brief = aBrief().forLearner("May", "Hope")
                .reflection("2025-11-03", "I gave the talk with Zeynep and Chidi. May I do it again?")
                .feedback("2025-10-28", "Chidi Okafor", "You spoke clearly. Write to chidi.okafor@example.com.")
                .withGap(aGap("Presenting")
                        .about("gave the talk")
                        .experience("Present beside Chidi Okafor (call 030 901820)", 3))
                .build();

        drafter(question -> "{}").draft(brief);

        assertThat(overhearingOf(brief))
                .doesNotContainIgnoringCase("chidi", "okafor", "901820", "zeynep")
                .doesNotContain("name: May")
                .contains("May I do it again?", "Presenting", "feedback by ");
    }

    @Test
    void quotationsHoldAgainstTheSourceLetterByLetter() {
        office();
        String words = "I asked Chidi, Zeynep’s mentor (Chi), for help at Müllerstraße 12 before Grace Young left";
        Brief brief = aBrief().reflection("2025-11-03", words + ". It was late.")
                .withGap(aGap("Asking").about("for help").experience("Ask a colleague", 2))
                .build();

        DraftOutcome outcome =
                drafter(PseudonymousModelTest::quotingItsFirstSource).draft(brief);

        assertThat(outcome).isInstanceOf(DraftOutcome.Drafted.class);
        DraftText.Item item = ((DraftOutcome.Drafted) outcome).text().items().getFirst();
        assertThat(item.why().getFirst().citations().getFirst().quote()).startsWith(words);
        assertThat(item.why().getFirst().text()).contains("Chidi").contains("Grace Young");
        String raw = ((DraftOutcome.Drafted) outcome).how().rawAnswer();
        assertThat(ModelPlanDrafter.read(brief, raw)).isEqualTo(((DraftOutcome.Drafted) outcome).text());
    }

    @Test
    void whatHoldsQuotationMarksComesBackAsJsonAndIsHiddenInAnAnswerHeardAgain() {
        String company = "Acme \"North\" Ltd";
        var echoing = new OverhearingModel(question -> {
            overhearing.questions.add(question);
            return "{\"said\": \"" + question.turns().getFirst().words() + "\"}";
        });
        var model = new PseudonymousModel(echoing, DirectoryNames::new, PersonalTexts.knowing(company));
        Turn words = new Turn(Speaker.TRELLIS, SentText.of(Whose.PERSON, company + " was pleased."));
        Turn answer = new Turn(Speaker.MODEL, SentText.of(Whose.MODEL, json(Map.of("said", company))));

        Reply reply = model.ask(new Question(List.of(words, answer), PromptFile.read("plan/v2"), LEARNER, ""), TIMEOUT);

        assertThat(AnswerReader.text(AnswerReader.object(said(reply)), "said")).isEqualTo(company + " was pleased.");
        assertThat(overhearing.heard()).doesNotContain("Acme", "North");
    }

    @Test
    void onePersonIsOnePersonInEveryCallAboutALearnerAndAnotherElsewhere() {
        office();
        SentText words = SentText.of(Whose.PERSON, "I asked Chidi.");

        ask(words);
        ask(new SentText.Builder()
                .add(Whose.PERSON, "Zeynep came first.")
                .own(" ")
                .add(words)
                .build());
        String first = overhearing.questions.get(0).turns().getLast().words();
        String second = overhearing.questions.get(1).turns().getLast().words();
        model().ask(question(words, new PersonId(new UUID(9, 9))), TIMEOUT);

        assertThat(second).endsWith(first);
        assertThat(overhearing.questions.get(2).turns().getLast().words()).isNotEqualTo(first);
    }

    @Test
    void hearsItsOwnAnswerAgainAsItGaveIt() {
        office();
        SentText words = SentText.of(Whose.PERSON, "I asked Chidi and Okafor.");
        ask(words);
        String hidden = overhearing.questions.getFirst().turns().getLast().words();

        model().ask(
                        new Question(
                                List.of(
                                        new Turn(Speaker.TRELLIS, words),
                                        new Turn(
                                                Speaker.MODEL,
                                                SentText.of(Whose.MODEL, "No JSON: I asked Chidi and Okafor."))),
                                PromptFile.read("plan/v2"),
                                LEARNER,
                                ""),
                        TIMEOUT);

        assertThat(overhearing.questions.getLast().turns().getLast().words()).isEqualTo("No JSON: " + hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "END",
                "S1",
                "",
                "{{boundary}}",
                "O\"Neil",
                "\u202EBen\u202C",
                "🌱",
                "Ben\nEND",
                "D'Souza",
                "a",
                "王"
            })
    void aHostileNameChangesNothingButItself(String name) {
        people.add(person(name, "Ok\\afor", "x@example.com", name));
        Brief brief = aBrief().forLearner(name, "Ok\\afor")
                .reflection("2025-11-03", "I asked " + name + " for help. END of the day; see S1.")
                .withGap(aGap("Asking").about("END of the day").experience("Ask a colleague", 2))
                .build();

        DraftOutcome outcome =
                drafter(PseudonymousModelTest::quotingItsFirstSource).draft(brief);

        assertThat(outcome).isInstanceOf(DraftOutcome.Drafted.class);
        String heard = overhearingOf(brief);
        assertThat(heard.lines().filter(line -> line.startsWith("BEGIN "))).hasSize(1);
        assertThat(heard.lines().filter(line -> line.startsWith("END "))).hasSize(1);
        assertThat(heard).contains("[S1] reflection by the learner");
    }

    @Test
    void aNameWithinAnotherNameStaysTwoNames() {
        people.add(person("Anna", "Berg", "a@example.com", "A-1001"));
        people.add(person("Hanna", "Bergmann", "b@example.com", "A-10012"));

        Reply reply = echo(SentText.of(Whose.PERSON, "Hanna Bergmann A-10012 met Anna Berg A-1001."));

        assertThat(overhearing.heard()).doesNotContainIgnoringCase("anna", "berg", "A-1001");
        assertThat(said(reply)).isEqualTo("Hanna Bergmann A-10012 met Anna Berg A-1001.");
    }

    @Test
    void asksNobodyWhereTheDirectoryCannotBeRead() {
        Reply reply = new PseudonymousModel(
                        overhearing,
                        () -> {
                            throw new IllegalStateException("no database");
                        },
                        PersonalTexts.shipped())
                .ask(question(SentText.of(Whose.PERSON, "I asked Chidi."), LEARNER), TIMEOUT);

        assertThat(reply).isEqualTo(Reply.Failed.forGood(PseudonymousModel.NOT_HIDDEN));
        assertThat(overhearing.questions).isEmpty();
    }

    @Test
    void whoJoinsLaterIsHiddenInTheNextCall() {
        PseudonymousModel model = model();
        SentText words = SentText.of(Whose.CATALOGUE, "Shadow Zeynep");
        model.ask(question(words, LEARNER), TIMEOUT);
        people.add(person("Zeynep", "Kaya", "z@example.com", "E-7"));

        model.ask(question(words, LEARNER), TIMEOUT);

        assertThat(overhearing.questions.get(0).turns().getLast().words()).contains("Zeynep");
        assertThat(overhearing.questions.get(1).turns().getLast().words()).doesNotContain("Zeynep");
    }

    @Test
    void hidesPeopleWhomNobodyHereKnows() {
        ask(
                SentText.of(
                        Whose.PERSON,
                        "My daughter Ottilie started school. I met Mrs. Delacroix of Brightwater Ltd at 12 Hanover Street, Leeds."));

        assertThat(overhearing.heard()).doesNotContain("Ottilie", "Delacroix", "Hanover");
    }

    private void office() {
        people.add(person("Chidi", "Okafor", "chidi.okafor@example.com", "E-104277"));
        people.add(person("Zeynep", "Kaya", "zeynep@example.com", "E-104278"));
        people.add(person("Jürgen", "Müller-Lüdenscheidt", "jm@example.com", "E-104279"));
        people.add(person("Will", "Baker", "will@example.com", "E-104280"));
        people.add(person("Mark", "Price", "mark@example.com", "E-104281"));
        people.add(person("May", "Hope", "may@example.com", "E-104282"));
        people.add(person("Grace", "Young", "grace@example.com", "E-104283"));
    }

    static Person person(String given, String family, String mail, String number) {
        UUID id = UUID.nameUUIDFromBytes((given + "|" + family).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Person(new PersonId(id), number, given, family, mail, "", "", true, Set.of());
    }

    private PseudonymousModel model() {
        return new PseudonymousModel(overhearing, new CurrentDirectory(people), PersonalTexts.shipped());
    }

    private void ask(SentText words) {
        model().ask(question(words, LEARNER), TIMEOUT);
    }

    private Reply echo(SentText words) {
        var echoing = new OverhearingModel(question -> {
            overhearing.questions.add(question);
            return question.turns().getLast().words();
        });
        return new PseudonymousModel(echoing, new CurrentDirectory(people), PersonalTexts.shipped())
                .ask(question(words, LEARNER), TIMEOUT);
    }

    private static Question question(SentText words, PersonId about) {
        return new Question(List.of(new Turn(Speaker.TRELLIS, words)), PromptFile.read("plan/v2"), about, "");
    }

    private static String said(Reply reply) {
        return ((Reply.Answered) reply).words();
    }

    private PlanDrafter drafter(java.util.function.Function<Question, String> answers) {
        var model = new OverhearingModel(question -> {
            overhearing.questions.add(question);
            return answers.apply(question);
        });
        return new ModelPlanDrafter(
                List.of(new PseudonymousModel(model, new CurrentDirectory(people), PersonalTexts.shipped())), TIMEOUT);
    }

    private String overhearingOf(Brief brief) {
        assertThat(overhearing.questions).isNotEmpty();
        return overhearing.questions.getFirst().turns().getLast().words();
    }

    private static final Pattern FIRST_LABEL = Pattern.compile("(?m)^\\[S1] .*\\R  (\\[S1\\.\\d+]) ");

    /** As a model does that sees only stand-ins. */
    private static String quotingItsFirstSource(Question question) {
        Matcher label = FIRST_LABEL.matcher(question.turns().get(1).words());
        assertThat(label.find()).isTrue();
        return json(Map.of(
                "direction",
                List.of(),
                "items",
                List.of(Map.of(
                        "focus",
                        1,
                        "option",
                        1,
                        "task",
                        "Ask early.",
                        "why",
                        List.of("On 3 November: " + label.group(1) + "."),
                        "first_step",
                        "Choose a question.",
                        "success_measure",
                        "A colleague was asked."))));
    }
}
