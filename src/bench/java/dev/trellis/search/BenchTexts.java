package dev.trellis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences such as people write in a journal, made from a seed: the same everywhere, and nobody's. */
final class BenchTexts {

    private static final List<String> WHO = words("""
            I, my mentor, our team, a colleague, one of our customers, the project lead, the new joiner, nobody,
            the designer, the person on call, my manager, the other office, a stakeholder, the reviewer""");

    private static final List<String> DID = words("""
            asked for, struggled with, delivered, reviewed, postponed, explained, took over, learned about,
            was proud of, felt uneasy about, rewrote, presented, delegated, negotiated, gave up, questioned, documented,
            noticed, measured, prepared, apologised for, paid for, cleaned up, shared""");

    private static final List<String> WHAT = words("""
            the release notes, a difficult conversation, the quarterly plan, an unclear requirement,
            the data migration, feedback on a presentation, the expectations of the board, the incident report,
            the deadline of the audit, unit tests for the billing module, a workshop on inclusive language,
            the budget for training, the handover to the night shift, a course on public speaking,
            the interview guide, the security review, the on-boarding of two apprentices, a spreadsheet of forecasts,
            the design of the search page, the contract with a supplier, the safety briefing, a mentoring agreement,
            the retrospective, a customer's complaint, the statistics of the pilot, the translation of the handbook,
            a proof of concept in Python, the roster for the holidays, an apology to the partner, the energy report,
            a first draft of the strategy, the accessibility check, the database index, a long silence in the meeting""");

    private static final List<String> HOW = words("""
            because the deadline was close, although it took longer than planned, and next time I will begin earlier,
            which surprised everyone in the room, so that others could go on without me, during the second sprint,
            while half of the team was travelling, after talking it through with a friend, without being asked,
            by drawing it on the whiteboard, to my own relief, in front of forty people, for the third time this month,
            and I still think about it, with less patience than I would like, before anyone had read the numbers,
            as my goal for this quarter says, instead of asking for help, once the customer had agreed""");

    private BenchTexts() {}

    private static List<String> words(String list) {
        return List.of(list.replace("\n", " ").split(",\\s*"));
    }

    /** Single sentences of 6 to 25 words. */
    static List<String> sentences(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> sentence(random)).toList();
    }

    /** Six in ten are one sentence, the others paragraphs of 2 to 4 or, less often, of 5 to 16. */
    static List<String> mixed(long seed, int count) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(20);
            int sentences = kind < 12 ? 1 : kind < 17 ? 2 + random.nextInt(3) : 5 + random.nextInt(12);
            texts.add(IntStream.range(0, sentences)
                    .mapToObj(s -> sentence(random))
                    .collect(Collectors.joining(" ")));
        }
        return texts;
    }

    static List<String> questions(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> "How does she deal with " + one(WHAT, random) + (random.nextBoolean() ? "?" : " " + one(HOW, random) + "?"))
                .toList();
    }

    private static String sentence(Random random) {
        String sentence = one(WHO, random) + " " + one(DID, random) + " " + one(WHAT, random);
        if (random.nextInt(3) > 0) {
            sentence += " " + one(HOW, random);
        }
        if (random.nextInt(4) == 0) {
            sentence += ", in week " + (1 + random.nextInt(52));
        }
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
