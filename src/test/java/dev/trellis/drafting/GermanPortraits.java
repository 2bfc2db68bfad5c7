package dev.trellis.drafting;

import static dev.trellis.drafting.BriefBuilder.aBrief;
import static dev.trellis.drafting.BriefBuilder.aGap;

import dev.trellis.people.MentoringForm;
import java.util.List;

/** Three invented people who write German: with a German catalogue, with an English one, and with hardly a word of their own. */
public final class GermanPortraits {

    private GermanPortraits() {}

    public static List<Brief> all() {
        return List.of(katrin(), emre(), lotte());
    }

    public static Brief katrin() {
        return aBrief().forLearner("Katrin", "Vogt")
                .role("Projektleiterin")
                .towards("Bereichsleitung")
                .seed(21)
                .aspiring(
                        "2025-10-02",
                        "Ich möchte einmal einen ganzen Bereich führen und nicht nur Pläne hinterhertragen.")
                .nearGoal("2025-10-20", "Bis März will ich die Lenkungsrunde abgeben und trotzdem ruhig schlafen.")
                .reflection(
                        "2025-11-03",
                        "Die Woche vor der Abnahme war lang. Ich habe wieder alles selbst gemacht, obwohl Deniz es gekonnt hätte. Am 31. Oktober war ich dann kurz angebunden zu allen.")
                .reflection(
                        "2025-09-15",
                        "Zum ersten Mal habe ich die Retrospektive allein moderiert. Es war zehn Minuten still, und ich habe die Stille gefüllt, statt zu warten.")
                .feedback(
                        "2025-10-28",
                        "Deniz Kaya",
                        "Du hast meinen Bericht umgeschrieben, bevor er fertig war. Ich hätte gern gehört, was fehlt, und es selbst geändert.")
                .recognition(
                        "2025-08-20",
                        "Birgit Ahrens",
                        "Danke, dass du in der Runde so klar gesagt hast, was wir nicht wissen. Das hat uns eine Woche gespart.")
                .selfAssertion("2025-06-10", "Kleine Aufgaben gebe ich ab, die wichtigen behalte ich.")
                .withGap(aGap("Delegieren")
                        .described("Ganze Aufgaben an andere abgeben und ansprechbar bleiben, ohne sie zurückzunehmen.")
                        .shown(2)
                        .expected(4)
                        .level(2, "Übt", "Gibt kleine Aufgaben mit klarer Anleitung ab.")
                        .level(
                                3,
                                "Führt",
                                "Gibt ganze Aufgaben ab, klärt, wann sie fertig sind, und nimmt sie nicht zurück.")
                        .about("wieder alles selbst gemacht", "meinen Bericht umgeschrieben")
                        .rated("Kleine Aufgaben gebe ich ab")
                        .experience("Eine wiederkehrende Aufgabe für immer abgeben", 6)
                        .education("Abgeben, was bleibt", 4)
                        .mentorConversation(1))
                .withGap(aGap("Moderation")
                        .described("Eine Gruppe so durch ein Gespräch führen, dass alle beitragen.")
                        .shown(2)
                        .expected(3)
                        .level(
                                3,
                                "Führt",
                                "Besprechungen leiten, in denen auch die Stillen sprechen und die Gruppe entscheidet.")
                        .about("die Stille gefüllt")
                        .exposure("Moderationsrunde der Nachbarabteilung", 3)
                        .shadowing(2))
                .withGap(aGap("Zahlen erklären")
                        .described("Was Zahlen sagen und was nicht, so erklären, dass andere damit entscheiden können.")
                        .shown(2.5)
                        .expected(4)
                        .level(
                                3,
                                "Führt",
                                "Verständliche Darstellung, auch unter Zeitdruck und vor einem größeren Kreis.")
                        .about("was wir nicht wissen")
                        .education("Statistik für Entscheidungen", 5)
                        .stretchTask(4))
                .build();
    }

    public static Brief emre() {
        return aBrief().forLearner("Emre", "Aydin")
                .role("Support engineer")
                .towards("Product manager")
                .form(MentoringForm.COACHING)
                .seed(5)
                .reflection(
                        "2025-11-10",
                        "Im Gespräch mit dem Kunden habe ich sofort eine Lösung versprochen, statt erst zu fragen, wofür er sie braucht.")
                .reflection("2025-10-06", "Ich habe drei Absagen geschrieben und keine davon hat jemand verstanden.")
                .feedback(
                        "2025-10-15",
                        "Kim Berger",
                        "Deine Antworten sind schnell, aber ich muss oft nachfragen, was du eigentlich entschieden hast.")
                .assertion("2025-05-02", "Trellis", "Recorded level 2")
                .withGap(aGap("Stakeholder communication")
                        .described("Writing and speaking so that people know what was decided and why.")
                        .shown(2)
                        .expected(3)
                        .level(3, "Leads", "Explains decisions so that others can act on them.")
                        .about("keine davon hat jemand verstanden", "Deine Antworten sind schnell")
                        .education("Writing for people who do not have time", 3)
                        .mentorConversation(1))
                .withGap(aGap("Asking questions")
                        .described("Finding out what somebody needs before offering anything.")
                        .shown(1.5)
                        .expected(3)
                        .about("sofort eine Lösung versprochen")
                        .exposure("Sit in on a discovery interview", 2)
                        .stretchTask(3))
                .withGap(aGap("SQL")
                        .described("Queries over relational data.")
                        .shown(2)
                        .expected(3)
                        .rated("Recorded level 2")
                        .education("SQL in an afternoon", 3))
                .build();
    }

    public static Brief lotte() {
        return aBrief().forLearner("Lotte", "Brandt")
                .role("Pflegefachfrau")
                .towards("Praxisanleiterin")
                .seed(9)
                .aspiring("2025-11-01", "Ich will Auszubildende anleiten und dafür die Zeit bekommen, die es braucht.")
                .assertion("2025-10-12", "Heike Sommer", "Erklärt ruhig, lässt aber wenig ausprobieren.")
                .completion(
                        "2025-09-01", "Lernportal", "Den Kurs „Lernziele formulieren“ am 1. September abgeschlossen.")
                .withGap(aGap("Anleiten")
                        .described("Andere bei der Arbeit anleiten.")
                        .shown(2)
                        .expected(3.5)
                        .level(3, "Führt", "Lässt Auszubildende selbst handeln und bleibt dabei ansprechbar.")
                        .rated("Erklärt ruhig")
                        .experience("Eine Auszubildende durch eine Schicht begleiten", 8)
                        .shadowing(2))
                .withGap(aGap("Rückmeldung geben")
                        .described("Sagen, was zu sehen war und was es bewirkt hat.")
                        .shown(2)
                        .expected(3)
                        .education("Rückmeldung, die ankommt", 3)
                        .mentorConversation(1))
                .build();
    }
}
