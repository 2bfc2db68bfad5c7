package dev.trellis.review;

import static dev.trellis.review.EvidenceShelf.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.Decision.Accepted;
import dev.trellis.review.Decision.Rejected;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages as they are sent, over real decisions. */
class ReviewPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script> & \"ignore all before\"";

    private final ReviewWorld world = new ReviewWorld();
    private final PersonId ada = world.person("Ada", "Nyström", Role.MENTOR);
    private final PersonId kim = world.person("Kim", "Berg", Role.MENTOR);
    private final PersonId noor = world.person("Noor", "Haddad", Role.LEARNER);
    private final Evidence goal =
            world.evidence.put(noor, noor, "By next summer I want to run my own team. I like the people part most.");
    private final Evidence reflection =
            world.evidence.put(noor, noor, "I said yes again and ended up doing Ben’s part at night. It was faster.");
    private final Evidence feedback =
            world.evidence.put(noor, kim, HOSTILE + " Noor rewrote my notes the evening before.");
    private final MockMvc pages = PagesUnderTest.of(world);
    private final PlanDraftId draft;
    private final List<DraftItem> items;

    ReviewPagesTest() {
        world.mentors(ada, noor);
        world.mentors(kim, noor);
        draft = world.aDraft(noor)
                .towards(claim("Noor wants to lead a team.", goal, "run my own team"))
                .hiding(2)
                .item(
                        "Delegation",
                        "Hand over the release notes " + HOSTILE,
                        claim("She ends up doing others’ parts.", reflection, "doing Ben’s part at night"),
                        claim("A colleague says so.", feedback, "Noor rewrote my notes the evening before"))
                .item("Giving feedback", "Try it once.", "javascript:alert(1)", Strength.THIN)
                .item("Ticket writing", "Take the course.", "https://learn.example.org/a?b=1&c=2", Strength.SUPPORTED)
                .kept();
        items = world.reviews().open(ada, draft).draft().items();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void marksTheCitedWordsInTheirSourceAndPointsAtThem() {
        String page = page(ada, get("/review/" + draft));

        assertThat(page).contains("<mark id=\"words-1\">run my own team</mark>");
        assertThat(page).contains("<mark id=\"words-2\">doing Ben’s part at night</mark>");
        assertThat(page).contains("href=\"#words-2\"");
        assertThat(page).contains("written from templates").contains("Towards Team lead, by 24 May 2027");
        assertThat(page).contains("two notes marked private. Trellis has not read them.");
        assertThat(page).contains("Sign off (3 to go)").contains("0 of 3 decided");
        assertThat(page).contains("/drafts/" + draft + "/trace");
        assertThat(page).contains("Delegation in practice").contains("starts after the next release");
    }

    @Test
    void saysWhatAnItemHangsOnAndOnlyOfPiecesThePersonMayRead() {
        EvidenceId withdrawn = new EvidenceId(UUID.randomUUID());
        PersonId li = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, li);
        PlanDraftId other = world.aDraft(li)
                .hangingOn(
                        new Counterfactual(withdrawn, Optional.of(-1), Optional.empty()),
                        new Counterfactual(feedback.id(), Optional.of(2), Optional.of("Delegation in practice")),
                        new Counterfactual(reflection.id(), Optional.empty(), Optional.empty()))
                .barely("She ends up doing others’ parts.")
                .item(
                        "Delegation",
                        "Hand over the notes.",
                        claim("She ends up doing others’ parts.", reflection, "doing Ben’s part at night"))
                .item(
                        "Ticket writing",
                        "Take the course.",
                        claim("A colleague says so.", feedback, "Noor rewrote my notes"))
                .kept();

        assertThat(page(ada, get("/review/" + other)))
                .contains("this would not be in the plan")
                .contains("this would come two places later, and “Delegation in practice” would be the first choice")
                .contains("No single note decides this")
                .contains("In other words than its source: compare the two.")
                .doesNotContain("earlier");
    }

    @Test
    void saysOnceWhatTheWholePlanHangsOn() {
        PersonId li = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, li);
        Counterfactual nothingLeft = new Counterfactual(reflection.id(), Optional.empty(), Optional.empty());
        Claim why = claim("She ends up doing others’ parts.", reflection, "doing Ben’s part at night");
        PlanDraftId other = world.aDraft(li)
                .hangingOn(nothingLeft)
                .item("Delegation", "Hand over the notes.", why)
                .hangingOn(nothingLeft)
                .item("Ticket writing", "Take the course.", why)
                .kept();

        assertThat(page(ada, get("/review/" + other)))
                .containsOnlyOnce("none of this would be in the plan")
                .doesNotContain("this would not be in the plan")
                .contains("No other note decides this");
    }

    @Test
    void showsHostileTextAsText() {
        String page = page(ada, get("/review/" + draft));

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page).doesNotContain("javascript:").contains("href=\"https://learn.example.org/a?b=1&amp;c=2\"");
    }

    @Test
    void keepsToTheContentSecurityPolicy() {
        String page =
                page(ada, get("/review/" + draft + "?edit=" + items.getFirst().id()));

        assertThat(page)
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("<style");
        assertThat(page.split("<script", -1)).hasSize(3);
    }

    @Test
    void readsTheEvidenceOfAPageOnceOnBehalfOfItsReader() {
        world.evidence.reads = 0;
        page(ada, get("/review/" + draft));
        int reads = world.evidence.reads;

        // Once by planning for the draft itself before and after it is opened, once here for the pane.
        assertThat(reads).isLessThanOrEqualTo(2);
    }

    @Test
    void saysWhereACitedPieceIsGone() {
        world.evidence.hide(reflection);
        String page = page(ada, get("/review/" + draft));

        assertThat(page).contains("No longer here for you").doesNotContain("doing Ben’s part");
        assertThat(page).contains("href=\"#source-2\"").contains("id=\"source-2\"");
    }

    @Test
    void sendsOnToTheNextOpenItemAfterADecision() {
        var answer = answer(ada, post(item(0) + "/accept"));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/review/" + draft + "?at=2#item-2");
        String page = page(ada, get("/review/" + draft + "?at=2"));
        assertThat(page).contains("Accepted</b>").contains("by you, just now").contains("1 of 3 decided");
    }

    @Test
    void showsWhatStandsOnLittleBesideItsSourceBeforeItCanBeKept() {
        String page = page(ada, get("/review/" + draft));
        assertThat(page).contains("?look=" + items.get(1).id() + "#item-2").doesNotContain(item(1) + "/accept\"");

        assertThat(answer(ada, post(item(1) + "/accept")).getStatus()).isEqualTo(409);
        String open = page(ada, get("/review/" + draft + "?look=" + items.get(1).id()));
        assertThat(open)
                .contains("It quotes nothing that was written.")
                .contains(item(1) + "/accept\"")
                .contains("name=\"source\" value=\"read\"");
        assertThat(answer(ada, post(item(1) + "/accept").param("source", "read"))
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void keepsTheWordsToTheLearnerWhileAnotherLookIsAskedFor() {
        PersonId li = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, li);
        PlanDraftId quick = world.aDraft(li)
                .item("Delegation", "Hand it over.", claim("She does it.", reflection, "doing Ben’s part at night"))
                .item("Writing", "Write a page.")
                .item("Listening", "Ask twice.")
                .kept();
        world.reviews()
                .open(ada, quick)
                .draft()
                .items()
                .forEach(each -> world.reviews()
                        .decide(
                                ada,
                                quick,
                                each.id(),
                                new Accepted(),
                                new Seen(Optional.empty(), Instant.EPOCH, false)));

        var signOff =
                post("/review/" + quick + "/sign-off").param("version", "3").param("words", "Well begun " + HOSTILE);
        var asked = answer(ada, signOff);

        assertThat(asked.getStatus()).isEqualTo(409);
        String page = text(asked);
        assertThat(page)
                .contains("You accepted three items faster than they can be read.")
                .contains("Well begun &lt;script&gt;")
                .contains("I looked again: sign off");
        String again = page.replaceAll("(?s).*name=\"again\" value=\"([^\"]+)\".*", "$1");
        assertThat(answer(ada, signOff.param("again", again)).getRedirectedUrl())
                .isEqualTo("/review/" + quick);
    }

    @Test
    void putsADraftOffForThePersonAloneUntilItsDay() {
        PersonId jonas = world.person("Jonas", "Weber", Role.LEARNER);
        world.mentors(ada, jonas);
        PlanDraftId next = world.aDraft(jonas).item("Writing", "Write a page.").kept();

        var answer = answer(ada, post("/review/" + draft + "/later").param("until", "week"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/review/" + next);
        assertThat(page(ada, get("/review"))).contains("Jonas Weber").doesNotContain("Noor Haddad");
        assertThat(page(ada, get("/review?show=later"))).contains("Noor Haddad").contains("put off until 1 Dec");
        assertThat(page(kim, get("/review"))).contains("Noor Haddad");
        assertThat(page(ada, get("/review/" + draft))).contains("Take it up now");

        world.clock.pass(Duration.ofDays(7));
        assertThat(page(ada, get("/review"))).contains("Noor Haddad");
    }

    @Test
    void takesUpWhatWasPutOff() {
        answer(ada, post("/review/" + draft + "/later").param("until", "monday"));
        answer(ada, post("/review/" + draft + "/later").param("until", "tomorrow"));
        assertThat(answer(ada, post("/review/" + draft + "/now")).getRedirectedUrl())
                .isEqualTo("/review/" + draft);

        assertThat(page(ada, get("/review"))).contains("Noor Haddad");
        assertThat(answer(ada, post("/review/" + draft + "/later").param("until", "never"))
                        .getStatus())
                .isEqualTo(404);
        PersonId stranger = world.person("Stran", "Ger", Role.MENTOR);
        assertThat(answer(stranger, post("/review/" + draft + "/later").param("until", "week"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void listsWhatTheAddressAsksForAndNothingElse() {
        PersonId jonas = world.person("Jonas", "Weber", Role.LEARNER);
        world.mentors(ada, jonas);
        world.aDraft(jonas)
                .writtenAt(ReviewWorld.NOON.minus(Duration.ofDays(20)))
                .item("Writing", "Write a page.")
                .kept();

        assertThat(page(ada, get("/review?support=thin")))
                .contains("Noor Haddad")
                .doesNotContain("Jonas Weber");
        assertThat(page(ada, get("/review?due=late"))).contains("Jonas Weber").doesNotContain("Noor Haddad");
        assertThat(page(ada, get("/review?team=Nowhere&due=late"))).contains("None like that");
        assertThat(page(ada, get("/review?sort=" + "%22%3E&support=%3Cscript%3E&due=x")))
                .contains("Jonas Weber")
                .contains("Noor Haddad");
        assertThat(page(ada, get("/review?sort=name"))).containsSubsequence("Jonas Weber", "Noor Haddad");
        assertThat(page(ada, get("/review?sort=support"))).containsSubsequence("Noor Haddad", "Jonas Weber");
        assertThat(page(ada, get("/review"))).contains("0 of 2 decided since 1 Oct");
    }

    @Test
    void givesHtmxTheDraftAlone() {
        String fragment = page(ada, get("/review/" + draft).header("HX-Request", "true"));

        assertThat(fragment).startsWith("<article").doesNotContain("<html").doesNotContain("class=\"queue\"");
    }

    @Test
    void opensAnItemForEditingInPlaceAndKeepsWhatIsWrong() {
        String form =
                page(ada, get("/review/" + draft + "?edit=" + items.getFirst().id()));
        assertThat(form).contains("name=\"successMeasure\"").contains("value=\"2026-12-22\"");

        var answer = answer(
                ada,
                edit(0).param("task", "My own words " + HOSTILE)
                        .param("successMeasure", " ")
                        .param("dueOn", "2031-01-01")
                        .param("effortHours", "lots")
                        .param("soughtLevel", "1"));

        assertThat(answer.getStatus()).isEqualTo(422);
        String page = text(answer);
        assertThat(page)
                .contains("My own words &lt;script&gt;")
                .contains("Say what somebody else could see.")
                .contains("The plan runs from 24 Nov to 24 May 2027: choose a day in it.")
                .contains("value=\"lots\"")
                .contains("A level above 2, at most 3.");
        assertThat(world.reviews().open(ada, draft).review().orElseThrow().decisions())
                .isEmpty();
    }

    @Test
    void showsWhatWasChangedWordByWordUntilSignOff() {
        var answer = answer(
                ada,
                edit(2).param("task", "Take the short course.")
                        .param("firstStep", items.get(2).firstStep())
                        .param("successMeasure", items.get(2).successMeasure())
                        .param("dueOn", "2026-12-29")
                        .param("effortHours", "2,5")
                        .param("soughtLevel", "3"));
        assertThat(answer.getRedirectedUrl()).endsWith("?at=1#item-1");

        String page = page(ada, get("/review/" + draft));
        assertThat(page)
                .contains("<ins>short </ins>")
                .contains("<del>22 Dec</del><ins>29 Dec</ins>")
                .contains("<ins>2.5 hours</ins>")
                .contains("Accepted with changes");
    }

    @Test
    void takesAnEditThatChangesNothingAsAccepted() {
        DraftItem item = items.getFirst();
        answer(
                ada,
                edit(0).param("task", item.task())
                        .param("firstStep", item.firstStep())
                        .param("successMeasure", item.successMeasure())
                        .param("dueOn", item.dueOn().toString())
                        .param("effortHours", "3")
                        .param("soughtLevel", "3"));

        assertThat(standing(0)).isEqualTo(new Accepted());
    }

    @Test
    void asksForAReasonBeforeRejectingAndKeepsTheWords() {
        var answer = answer(ada, post(item(0) + "/reject").param("words", "She ran three of these."));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains("Choose the reason that comes nearest.")
                .contains("value=\"She ran three of these.\"")
                .contains("<details class=\"reject\" open=\"open\"");
    }

    @Test
    void tellsTheSecondMentorWhoDecidedAndKeepsWhatWasTyped() {
        world.reviews()
                .decide(
                        kim,
                        draft,
                        items.getFirst().id(),
                        new Accepted(),
                        new Seen(Optional.empty(), Instant.EPOCH, true));
        world.clock.pass(Duration.ofMinutes(2));

        var answer = answer(
                ada,
                edit(0).param("task", "What I had typed")
                        .param("firstStep", "a")
                        .param("successMeasure", "b")
                        .param("dueOn", "2026-12-29")
                        .param("effortHours", "2")
                        .param("soughtLevel", "3"));

        assertThat(answer.getStatus()).isEqualTo(409);
        String page = text(answer);
        assertThat(page)
                .contains("Kim Berg accepted this item two minutes ago. What you typed is still here.")
                .contains("What I had typed")
                .contains("Put this in its place")
                .contains("Hand over the release notes");
        assertThat(standing(0)).isEqualTo(new Accepted());

        // The form now says what stands, so that sending it again is a decision over it.
        UUID seen = decision(0).id();
        assertThat(page).contains("name=\"seen\" value=\"" + seen + "\"");
    }

    @Test
    void keepsTypedWordsWhereTheReviewEndedMeanwhile() {
        world.reviews().askForChanges(kim, draft, "Again please.");

        String page = text(answer(
                ada,
                edit(0).param("task", "What I had typed")
                        .param("firstStep", "a")
                        .param("successMeasure", "b")
                        .param("dueOn", "2026-12-29")
                        .param("effortHours", "2")
                        .param("soughtLevel", "3")));

        assertThat(page)
                .contains("This review is over")
                .contains("What I had typed")
                .contains("Sent back");
    }

    @Test
    void showsASignedOffDraftWithWhoAndWhenAndNothingToPress() {
        decideAll();
        int version = world.reviews().open(ada, draft).review().orElseThrow().version();
        PersonId jonas = world.person("Jonas", "Weber", Role.LEARNER);
        world.mentors(ada, jonas);
        world.aDraft(jonas).item("Writing", "Write a page.").kept();
        assertThat(page(ada, get("/review/" + draft))).contains("Your words to Noor");

        var answer = answer(
                ada,
                post("/review/" + draft + "/sign-off")
                        .param("version", "" + version)
                        .param("words", "Well begun."));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/review/" + draft);
        String plan = world.plans().activeOf(ada, noor).orElseThrow().id().toString();
        String mine = page(ada, get("/review/" + draft));
        assertThat(mine)
                .contains("Signed off</h2>")
                .contains("By you, just now.")
                .contains("Noor’s plan is live with 2 of 3 items")
                .contains("Well begun.")
                .contains("/plans/" + plan)
                .contains("Next draft: Jonas Weber");
        world.clock.pass(Duration.ofDays(1));
        String kims = page(kim, get("/review/" + draft));
        assertThat(kims)
                .contains("By Ada Nyström, yesterday.")
                .doesNotContain("/accept\"")
                .doesNotContain("/take-back\"")
                .doesNotContain("/sign-off\"");
    }

    @Test
    void asksForChangesWithWords() {
        assertThat(page(ada, get("/review/" + draft + "?ask=changes"))).contains("What should be different");
        assertThat(answer(ada, post("/review/" + draft + "/changes").param("hint", " "))
                        .getStatus())
                .isEqualTo(422);

        answer(ada, post("/review/" + draft + "/changes").param("hint", "More doing."));

        assertThat(page(ada, get("/review/" + draft)))
                .contains("Sent back</h2>")
                .contains("More doing.");
        assertThat(page(ada, get("/review?show=changes")))
                .contains("Noor Haddad")
                .contains("sent back by you, just now");
    }

    @Test
    void saysWhatIsMissingWhereTrellisAbstained() {
        PersonId wei = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, wei);
        PlanDraftId abstained =
                world.aDraft(wei).missing("Nothing was recorded since June.").kept();

        String page = page(ada, get("/review/" + abstained));
        assertThat(page).contains("Too little to go on").contains("Nothing was recorded since June.");
        assertThat(answer(ada, post("/review/" + abstained + "/close")).getStatus())
                .isEqualTo(422);
        answer(ada, post("/review/" + abstained + "/again"));
        assertThat(world.requests.asked).containsExactly("");
        assertThat(page(ada, get("/review/" + abstained))).contains("Sent back</h2>");
    }

    @Test
    void isNowhereForOthersAndForNonsense() {
        PersonId stranger = world.person("Sam", "Vale", Role.MENTOR);
        PersonId wei = world.person("Li", "Wei", Role.LEARNER);
        world.mentors(ada, wei);
        PlanDraftId withheld = world.aDraft(wei)
                .item("Writing", "Write.")
                .in(DraftState.WITHHELD)
                .kept();

        assertThat(answer(stranger, get("/review/" + draft)).getStatus()).isEqualTo(404);
        assertThat(answer(noor, get("/review/" + draft)).getStatus()).isEqualTo(404);
        assertThat(answer(stranger, post(item(0) + "/accept")).getStatus()).isEqualTo(404);
        assertThat(answer(ada, get("/review/" + withheld)).getStatus()).isEqualTo(404);
        assertThat(answer(ada, get("/review/nonsense")).getStatus()).isEqualTo(404);
        assertThat(answer(ada, post("/review/" + draft + "/items/" + UUID.randomUUID() + "/accept"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void listsTheInboxByStateWithCountsAndSaysWhatWillAppearWhereItIsEmpty() {
        String page = page(ada, get("/review"));
        assertThat(page)
                .contains("Waiting<span>1</span>")
                .contains("Noor Haddad")
                .contains("due in 5 days (29 Nov)");
        assertThat(page).contains("opened by you");

        assertThat(page(ada, get("/review?show=done"))).contains("Nothing decided yet");
        assertThat(page(world.person("New", "Mentor", Role.MENTOR), get("/review")))
                .contains("Nothing waits for you");
    }

    @Test
    void turnsSingleKeysOffForTheBrowser() {
        var answer = answer(ada, post("/review/keys").param("to", "off").param("from", draft.toString()));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/review/" + draft);
        String page = page(ada, get("/review/" + draft).cookie(answer.getCookies()));
        assertThat(page).contains("data-keys=\"off\"").contains("Turn single keys on");
    }

    private void decideAll() {
        world.reviews()
                .decide(ada, draft, items.get(0).id(), new Accepted(), new Seen(Optional.empty(), Instant.EPOCH, true));
        world.reviews()
                .decide(ada, draft, items.get(1).id(), new Accepted(), new Seen(Optional.empty(), Instant.EPOCH, true));
        Decision rejected = new Rejected(RejectReason.ALREADY_HAS_IT, "");
        world.reviews()
                .decide(ada, draft, items.get(2).id(), rejected, new Seen(Optional.empty(), Instant.EPOCH, true));
    }

    private Decision standing(int item) {
        return decision(item).decision();
    }

    private ItemDecision decision(int item) {
        return Objects.requireNonNull(world.reviews()
                .open(ada, draft)
                .review()
                .orElseThrow()
                .decisions()
                .get(items.get(item).id()));
    }

    private String item(int item) {
        return "/review/" + draft + "/items/" + items.get(item).id();
    }

    private MockHttpServletRequestBuilder edit(int item) {
        return post(item(item) + "/edit");
    }

    private String page(PersonId who, MockHttpServletRequestBuilder request) {
        MockHttpServletResponse answer = answer(who, request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse answer(PersonId who, MockHttpServletRequestBuilder request) {
        try {
            return pages.perform(request.requestAttr(PagesUnderTest.WHO, who))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
