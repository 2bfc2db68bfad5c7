package dev.trellis.drafting;

import dev.trellis.drafting.LanguageModel.Question;
import dev.trellis.drafting.LanguageModel.Speaker;
import dev.trellis.drafting.LanguageModel.Turn;
import dev.trellis.drafting.SentText.Whose;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.reading.PersonalTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** How long hiding the names of one question takes: forty sources of three sentences, sixty thousand people. */
public final class HidingBench {

    private static final int PEOPLE = 60_000;
    private static final int SOURCES = 40;
    private static final int ROUNDS = 200;
    private static final Duration LONG = Duration.ofMinutes(1);

    private HidingBench() {}

    public static void run() {
        SplittableRandom chance = new SplittableRandom(20261124);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i, invented(chance), invented(chance)));
        }
        long begun = System.nanoTime();
        DirectoryNames names = DirectoryNames.of(people);
        double build = millisSince(begun);
        Question question = question(people, chance);
        var silent = new Silent();
        PseudonymousModel hiding = new PseudonymousModel(silent, () -> names, PersonalTexts.shipped());
        PseudonymousModel byName = new PseudonymousModel(silent, () -> names, PersonalTexts.byFormOnly());
        System.out.println(String.format(
                Locale.ROOT,
                "{\"measures\":{\"ms_per_question\":%.1f,\"ms_to_build\":%.0f},\"baseline\":{\"ms_per_question\":%.1f},"
                        + "\"n\":%d,\"model\":\"%s\"}",
                perQuestion(hiding, question),
                build,
                perQuestion(byName, question),
                PEOPLE,
                PersonalTexts.shipped().id()));
    }

    private static double perQuestion(PseudonymousModel model, Question question) {
        for (int i = 0; i < ROUNDS / 4; i++) {
            model.ask(question, LONG);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            model.ask(question, LONG);
        }
        return millisSince(begun) / ROUNDS;
    }

    private static double millisSince(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Question question(List<Person> people, SplittableRandom chance) {
        SentText.Builder text = new SentText.Builder();
        for (int i = 0; i < SOURCES; i++) {
            Person author = people.get(chance.nextInt(PEOPLE));
            Person other = people.get(chance.nextInt(PEOPLE));
            text.own("\n[S" + i + "] feedback by ").add(Whose.NAME, author.displayName());
            text.own("\n  ").add(Whose.PERSON, "I asked " + other.givenName() + " to read my draft before the meeting.");
            text.own("\n  ").add(Whose.PERSON, "We spoke about delegation, and " + other.displayName() + "'s question helped.");
            text.own("\n  ").add(Whose.PERSON, "Next week I will write to " + other.email() + " and plan the handover.");
        }
        PersonId about = people.getFirst().id();
        return new Question(
                List.of(new Turn(Speaker.TRELLIS, text.build())), PromptFile.read("plan/v1"), about, "");
    }

    private static String invented(SplittableRandom chance) {
        return InventedName.of(new PersonId(new UUID(1, 1)), "bench", chance.nextInt(30_000));
    }

    private static Person person(int number, String given, String family) {
        return new Person(
                new PersonId(new UUID(2, number)),
                "E-" + (100_000 + number),
                given,
                family,
                given + "." + family + "@example.com",
                "",
                "",
                true,
                Set.of());
    }

    private static final class Silent implements LanguageModel {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public Reply ask(Question question, Duration atMost) {
            return new Reply.Answered("{}", 0, 0);
        }
    }
}
