package dev.trellis.drafting;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;

import dev.trellis.people.MentoringForm;
import java.util.List;

/** Ten invented people, each with enough written about them for a draft: for reading aloud, and for tests that need believable text. */
public final class Portraits {

    private Portraits() {}

    public static List<Brief> all() {
        return List.of(jonas(), noor(), li(), amara(), tomas(), ines(), kofi(), sara(), mikkel(), priya());
    }

    public static Brief jonas() {
        return aBrief().forLearner("Jonas", "Weber")
                .role("Senior engineer")
                .towards("Team lead")
                .seed(11)
                .aspiring(
                        "2025-10-02", "I want to run my own team one day, and not hide in tickets while others decide.")
                .reflection(
                        "2025-11-03",
                        "Release week was long. I said yes to everything again and ended up doing Ben's part at night. Ben could have done it, I just did not want to explain it. On Friday I was short with everyone.")
                .reflection(
                        "2025-09-15",
                        "Ran the first retro on my own today. It was quiet for the first ten minutes and I filled the silence instead of waiting. Next time I count to ten.")
                .feedback(
                        "2025-10-28",
                        "Ben Okafor",
                        "You rewrote my release notes before I had finished them, Jonas. I would have liked to hear what was missing and fix it myself.")
                .feedback(
                        "2025-08-20",
                        "Mara Lind",
                        "When I asked how the review went you told me exactly what worked and what did not, and I could use it the same day. More of that!")
                .selfAssertion("2025-06-10", "Delegation: I hand over small tasks, but I keep the ones that matter.")
                .withGap(aGap("Delegation")
                        .described(
                                "Handing whole pieces of work to others and staying available without taking them back.")
                        .shown(2)
                        .expected(4)
                        .level(2, "Practises", "Hands over small tasks with clear instructions.")
                        .level(
                                3,
                                "Leads",
                                "Hands over whole pieces of work, agrees what done means and does not take them back.")
                        .about("ended up doing Ben's part", "rewrote my release notes", "did not want to explain")
                        .rated("I hand over small tasks")
                        .experience("Hand over a recurring task for good", 6)
                        .education("Delegation that sticks", 4)
                        .mentorConversation(1))
                .withGap(aGap("Facilitation")
                        .described("Leading a group through a conversation so that everyone contributes.")
                        .shown(2)
                        .expected(3)
                        .level(3, "Leads", "Runs a meeting in which the quiet people speak and the group decides.")
                        .about("filled the silence", "first retro on my own")
                        .experience("Facilitate three team retrospectives", 5)
                        .exposure("Shadow a facilitator from another team", 3)
                        .stretchTask(6))
                .withGap(aGap("Giving feedback")
                        .described("Telling others what one saw and what it did, soon and specifically.")
                        .shown(3)
                        .expected(4)
                        .level(4, "Shapes", "Gives difficult feedback early, and people come back for more of it.")
                        .about("told me exactly what worked")
                        .education("Difficult conversations, two half days", 8)
                        .mentorConversation(1))
                .build();
    }

    public static Brief noor() {
        return aBrief().forLearner("Noor", "Haddad")
                .role("Support specialist")
                .towards("Customer success manager")
                .form(MentoringForm.COACHING)
                .hoursPerWeek(1.5)
                .seed(23)
                .aspiring(
                        "2025-09-01",
                        "In two years I would like to look after a handful of large customers and know their business better than their own consultants do.")
                .reflection(
                        "2025-11-12",
                        "The call with the hospital group went sideways after I said we could deliver in March. I promised it because the silence felt unbearable. I should ask what they need the date for before I name one.")
                .reflection(
                        "2025-10-06",
                        "I prepared a page about their last three tickets and suddenly the conversation was about their plans instead of our bugs.")
                .feedback(
                        "2025-11-14",
                        "Elif Arslan",
                        "Noor stayed calm when they raised their voices, but we left the call with a promise nobody had checked.")
                .goal("2025-07-01", "Lead one quarterly review with a customer on my own by the end of the year.")
                .withGap(aGap("Negotiation")
                        .described("Reaching agreements that both sides can keep, under pressure of time.")
                        .shown(1.5)
                        .expected(3)
                        .level(2, "Practises", "Asks what lies behind a demand before answering it.")
                        .level(3, "Leads", "Negotiates terms with a customer alone and keeps the relationship.")
                        .about(
                                "promised it because the silence",
                                "a promise nobody had checked",
                                "ask what they need the date for")
                        .education("Negotiation basics", 5)
                        .shadowing(3)
                        .experience("Negotiate a renewal with a colleague at your side", 8))
                .withGap(aGap("Business acumen")
                        .described("Understanding how a customer earns money and what keeps them awake.")
                        .shown(2)
                        .expected(4)
                        .level(3, "Leads", "Explains a customer's business in the customer's own figures.")
                        .about("the conversation was about their plans", "Lead one quarterly review")
                        .experience("Prepare and lead a quarterly business review", 10)
                        .exposure("Spend a day with an account team", 7))
                .build();
    }

    public static Brief li() {
        return aBrief().forLearner("Li", "Wei")
                .role("Data analyst")
                .inPresentRole()
                .hoursPerWeek(3)
                .weeks(13)
                .seed(5)
                .reflection(
                        "2025-11-18",
                        "My numbers were right and nobody used them. The director asked one question about the chart's axis and we spent the rest of the meeting there.")
                .feedback(
                        "2025-11-19",
                        "Hannah Brandt",
                        "The analysis was excellent. I got lost on slide four, and I suspect I was not the only one.")
                .selfAssertion(
                        "2025-05-04",
                        "I can explain results to other analysts, but I lose people who do not live in the data.")
                .withGap(aGap("Presenting")
                        .described("Bringing a message across to people who have little time.")
                        .shown(2)
                        .expected(3)
                        .about("nobody used them", "got lost on slide four", "I lose people")
                        .rated("I can explain results")
                        .experience("Present one finding a week to a non-technical audience", 6)
                        .education("Telling stories with data", 6))
                .withGap(aGap("SQL performance tuning")
                        .shown(2)
                        .expected(3)
                        .rated("I can explain results")
                        .education("Query plans in practice", 5)
                        .stretchTask(8))
                .build();
    }

    public static Brief amara() {
        return aBrief().forLearner("Amara", "Diallo")
                .role("Product manager")
                .towards("Head of product")
                .form(MentoringForm.SPONSORING)
                .hoursPerWeek(2.5)
                .seed(77)
                .aspiring("2025-08-19", "I would like to shape where we are going and not only what ships next week")
                .reflection(
                        "2025-11-07",
                        "I said no to sales for the first time and gave them the reason in one sentence. They were annoyed for an hour and then asked what else was on the list; I was surprised how easy the second hour was.")
                .reflection(
                        "2025-10-20",
                        "Strategy day: I had three slides ready and did not show them, because Peter had already set the frame and I did not see how to reopen it.")
                .recognition(
                        "2025-11-10",
                        "Peter Novak",
                        "Thank you for the clear no on the export feature, Amara. It saved two teams a month.")
                .withGap(aGap("Strategic thinking")
                        .described("Setting direction and making choices about what not to do.")
                        .shown(3)
                        .expected(5)
                        .level(
                                4,
                                "Shapes",
                                "Proposes a direction with its trade-offs, and changes the group's course with it.")
                        .about("three slides ready", "I said no to sales")
                        .experience("Write the strategy memo for one product area", 12)
                        .exposure("Sit in on a board preparation", 4))
                .withGap(aGap("Influencing")
                        .described("Winning people for a course without having authority over them.")
                        .shown(3)
                        .expected(4)
                        .level(4, "Shapes", "Wins support for an unpopular course, one conversation at a time.")
                        .about("asked what else was on the list", "Thank you for the clear no")
                        .exposure("Mentor conversation series with an executive", 6)
                        .stretchTask(8))
                .build();
    }

    public static Brief tomas() {
        return aBrief().forLearner("Tomás", "Rivera")
                .role("Warehouse shift lead")
                .towards("Site manager")
                .weeks(39)
                .hoursPerWeek(1)
                .seed(42)
                .aspiring("2025-03-12", "Run a site. A small one is fine.")
                .reflection(
                        "2025-10-30",
                        "Two people called in late and I put the plan together again in ten minutes. Nobody noticed, which is the point. But I never write it down so the next shift starts from zero.")
                .goal("2025-09-09", "Write a handover sheet that the night shift uses without calling me.")
                .feedback(
                        "2025-10-31",
                        "Ewa Malik",
                        "Your handover is in your head. I call you three times a week for things that would fit on half a page.")
                .withGap(aGap("Operations planning")
                        .described("Planning people, stock and time so that the work flows.")
                        .shown(2)
                        .expected(4)
                        .level(3, "Leads", "Plans a week ahead so that others can run it without asking.")
                        .about("never write it down", "Your handover is in your head", "Write a handover sheet")
                        .experience("Write and test a shift handover standard", 8)
                        .shadowing(4))
                .withGap(aGap("Budgeting")
                        .described("Planning and following costs.")
                        .shown(1)
                        .expected(3)
                        .level(2, "Practises", "Can explain the site's monthly figures")
                        .education("Finance for non-financial managers", 10)
                        .mentorConversation(1.5))
                .build();
    }

    public static Brief ines() {
        return aBrief().forLearner("Ines", "Moreau")
                .role("UX designer")
                .towards("Senior UX designer")
                .seed(101)
                .aspiring("2025-10-11", "I want to be the person who is asked before the feature is decided.")
                .reflection(
                        "2025-11-20",
                        "- I showed the prototype too early and the discussion went straight to colours.\n- Kwame asked what problem it solves and I had no sentence for it.")
                .feedback(
                        "2025-11-05",
                        "Kwame Asante",
                        "Ines, your interviews are the best we have. What I miss is what you conclude from them: you give us quotes and let us guess.")
                .withGap(aGap("Problem framing")
                        .described("Saying what problem is to be solved before solving it.")
                        .shown(2)
                        .expected(3)
                        .level(3, "Leads", "States the problem in one sentence that the whole team repeats.")
                        .about("asked what problem it solves", "showed the prototype too early")
                        .experience("Lead the framing of one discovery", 8)
                        .education("Framing workshop", 4))
                .withGap(aGap("Synthesising research")
                        .described("Drawing conclusions from research that others can act on.")
                        .shown(2)
                        .expected(3)
                        .level(3, "Leads", "Turns findings into three recommendations with their confidence.")
                        .about("what you conclude from them")
                        .exposure("Pair with a senior researcher on one study", 6)
                        .mentorConversation(1))
                .build();
    }

    public static Brief kofi() {
        return aBrief().forLearner("Kofi", "Mensah")
                .role("Maintenance and Repair Workers, General")
                .towards("Industrial Engineers")
                .seed(3)
                .hoursPerWeek(4)
                .assertion("2025-11-01", "Trellis", "The former role expected Mathematics at level 2.5.")
                .assertion("2025-11-01", "Trellis", "The former role expected Complex Problem Solving at level 3.1.")
                .aspiring(
                        "2025-11-02",
                        "I fix the same pump every month. I would like to be the one who makes sure it does not break.")
                .withGap(aGap("Mathematics")
                        .shown(2.5)
                        .expected(4.3)
                        .rated("expected Mathematics")
                        .education("Applied mathematics for engineers", 20)
                        .mentorConversation(1))
                .withGap(aGap("Complex Problem Solving")
                        .shown(3.1)
                        .expected(4.1)
                        .about("I fix the same pump")
                        .rated("expected Complex Problem Solving")
                        .stretchTask(10)
                        .shadowing(4))
                .withGap(aGap("Active Listening")
                        .shown(0)
                        .expected(3.9)
                        .shadowing(4)
                        .mentorConversation(1))
                .build();
    }

    public static Brief sara() {
        return aBrief().forLearner("Sara", "Jónsdóttir")
                .role("Account executive")
                .towards("Sales lead")
                .seed(64)
                .aspiring("2025-09-30", "I’d love to build a team where people don’t have to be loud to sell.")
                .reflection(
                        "2025-11-16",
                        "Coached Dev before his pitch. I gave him eleven tips in five minutes and he used none of them. Listening to him first would have told me he only worried about the price slide.")
                .reflection(
                        "2025-10-05",
                        "I asked Lena one question and waited; she found the answer herself and was proud of it.")
                .feedback(
                        "2025-11-17",
                        "Dev Patel",
                        "Your tips were good, but there were so many that I went back to my own plan.")
                .feedback(
                        "2025-10-09",
                        "Lena Fischer",
                        "You asked me what I would try first and then just listened. That helped more than the script.")
                .withGap(aGap("Coaching others")
                        .described("Helping others find their own way by asking and listening.")
                        .shown(2)
                        .expected(4)
                        .level(3, "Leads", "Asks before advising, and lets the other person decide what to try.")
                        .about(
                                "eleven tips in five minutes",
                                "there were so many",
                                "asked me what I would try first",
                                "I asked Lena one question")
                        .experience("Coach one colleague through four sessions", 6)
                        .education("Coaching foundations", 8))
                .build();
    }

    public static Brief mikkel() {
        return aBrief().forLearner("Mikkel", "Holm")
                .role("Nurse educator")
                .towards("Clinical training lead")
                .weeks(20)
                .seed(8)
                .goal("2025-10-01", "Have two colleagues teach the injection module without me by spring.")
                .reflection(
                        "2025-11-11",
                        "I redesigned the whole module over the weekend although Signe had offered to take half of it. Wrote it alone because it is faster, and then I complained that I am alone with it.")
                .feedback(
                        "2025-11-13",
                        "Signe Krogh",
                        "I was ready to take the second half. When the finished module arrived on Monday I did not know what to say.")
                .withGap(aGap("Collaboration")
                        .described("Working with others towards a shared result.")
                        .shown(2)
                        .expected(3)
                        .level(3, "Leads", "Shares work early, while it can still change")
                        .about("Signe had offered to take half", "I was ready to take the second half")
                        .experience("Co-write a teaching unit from the first page", 8)
                        .mentorConversation(1))
                .withGap(aGap("Developing others")
                        .described("Helping colleagues grow into new tasks.")
                        .shown(2)
                        .expected(4)
                        .level(3, "Leads", "Lets colleagues teach in front of others and reviews it with them.")
                        .about("two colleagues teach the injection module")
                        .experience("Mentor a new trainer through their first course", 10)
                        .education("Train the trainer", 16))
                .build();
    }

    public static Brief priya() {
        return aBrief().forLearner("Priya", "Raman")
                .role("Finance controller")
                .towards("Finance business partner")
                .hoursPerWeek(2)
                .weeks(16)
                .seed(900)
                .aspiring("2025-11-01", "Be in the room when a budget is thought about, not when it is overspent.")
                .reflection(
                        "2025-11-21",
                        "The marketing lead said my report reads like an accusation. I only listed variances. Perhaps I could begin with what they tried to do.")
                .reflection(
                        "2025-06-02",
                        "Month end took nine days again because three teams send me their figures in three formats.")
                .feedback(
                        "2025-11-22",
                        "Oskar Lund",
                        "If you had called me before sending the report, I could have told you about the campaign that moved.")
                .withGap(aGap("Stakeholder management")
                        .described("Building relationships with people whose work depends on one's own.")
                        .shown(1)
                        .expected(3)
                        .level(2, "Practises", "Talks to those concerned before the figures are final.")
                        .about(
                                "reads like an accusation",
                                "called me before sending",
                                "begin with what they tried to do")
                        .exposure("Join a marketing planning round as a guest", 5)
                        .experience("Run a monthly figures conversation with one team", 6))
                .withGap(aGap("Process improvement")
                        .described("Finding and removing what slows work down.")
                        .shown(2)
                        .expected(3)
                        .level(3, "Leads", "Finds the slowest step, tries a change and measures it.")
                        .about("Month end took nine days")
                        .experience("Shorten one monthly process by a day", 10)
                        .education("Lean office basics", 6))
                .build();
    }
}
