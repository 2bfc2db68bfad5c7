package dev.trellis.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What colleagues say to one another: feedback on what the role asks for, and thanks in public. */
final class ColleagueWriter {

    private static final int LATEST_HOUR = 18;
    private static final double APPRECIATION_SHARE = .6;
    private static final double FROM_ANOTHER_TEAM = .1;
    private static final double OWN_TEAM_WEIGHT = 3;

    private final Stage stage;
    private final Map<String, Stanza> feedback;
    private final List<Stanza> thanks = Stanza.read("recognition.txt");

    ColleagueWriter(Stage stage) {
        this.stage = stage;
        this.feedback =
                Stanza.read("feedback.txt").stream().collect(Collectors.toMap(Stanza::heading, stanza -> stanza));
    }

    /** Three to six a year for everybody. */
    List<DemoFeedback> feedback(KeptByHand kept) {
        List<DemoFeedback> written = new ArrayList<>();
        for (Member about : stage.cast().members()) {
            Chance chance = stage.chance(about, "feedback");
            int byHand = (int) kept.count(about.code(), DemoEvidence.Kind.FEEDBACK);
            int count = byHand > 0 ? Math.max(1, 6 - byHand) : Diary.count(3, 6, about, chance);
            Set<String> heard = new HashSet<>();
            int number = 0;
            for (LocalDateTime on : Diary.moments(count, about, LATEST_HOUR, chance)) {
                written.add(feedback(about, on, ++number, heard, chance));
            }
        }
        return written;
    }

    private DemoFeedback feedback(Member about, LocalDateTime on, int number, Set<String> heard, Chance chance) {
        boolean appreciates = chance.happens(APPRECIATION_SHARE);
        String key = appreciates ? "p" : "c";
        List<DemoRole.Expectation> told = stage.catalogue().role(about.person().role()).expectations().stream()
                .filter(expectation -> feedback.containsKey(expectation.competency()))
                .filter(expectation ->
                        !unheard(expectation.competency(), key, heard).isEmpty())
                .toList();
        String competency =
                chance.weighted(told, expectation -> expectation.importance()).competency();
        String pattern = chance.oneOf(unheard(competency, key, heard));
        heard.add(pattern);
        Member author = author(about, on.toLocalDate(), chance);
        return new DemoFeedback(
                "F-" + about.code() + "-" + number,
                about.code(),
                author.code(),
                Discretion.ofWordsToOthers(chance),
                on,
                stage.catalogue().competency(competency).name(),
                say(List.of(pattern), about, author, on, chance),
                competency,
                appreciates ? DemoFeedback.Tone.APPRECIATES : DemoFeedback.Tone.ASKS_FOR_CHANGE);
    }

    /** One to three a year for everybody. */
    List<DemoRecognition> recognitions(KeptByHand kept) {
        List<DemoRecognition> written = new ArrayList<>();
        for (Member about : stage.cast().members()) {
            Chance chance = stage.chance(about, "recognition");
            int byHand = (int) kept.count(about.code(), DemoEvidence.Kind.RECOGNITION);
            int count = byHand > 0 ? 3 - byHand : Diary.count(1, 3, about, chance);
            int number = 0;
            for (LocalDateTime on : Diary.moments(count, about, LATEST_HOUR, chance)) {
                Member author = author(about, on.toLocalDate(), chance);
                List<String> patterns = chance.weighted(
                                thanks.stream()
                                        .filter(stanza -> stanza.heading().equals("*")
                                                || stanza.heading().equals(about.team()))
                                        .toList(),
                                stanza -> stanza.heading().equals("*") ? OWN_TEAM_WEIGHT : 1)
                        .items();
                written.add(new DemoRecognition(
                        "T-" + about.code() + "-" + ++number,
                        about.code(),
                        author.code(),
                        DemoVisibility.ORGANISATION,
                        on,
                        "Thanks from " + author.person().givenName(),
                        say(patterns, about, author, on, chance)));
            }
        }
        return written;
    }

    private String say(List<String> patterns, Member about, Member author, LocalDateTime on, Chance chance) {
        return stage.said()
                .say(() -> author.voice()
                        .bend(
                                Wording.say(
                                        chance.oneOf(patterns),
                                        stage.toldTo(about, author, on.toLocalDate(), chance),
                                        chance),
                                "feedback",
                                chance));
    }

    private Member author(Member about, LocalDate on, Chance chance) {
        return chance.oneOf(
                chance.happens(FROM_ANOTHER_TEAM)
                        ? stage.cast().outsiders(about, on)
                        : stage.cast().colleagues(about, on));
    }

    private List<String> unheard(String competency, String key, Set<String> heard) {
        Stanza stanza = feedback.get(competency);
        return stanza == null
                ? List.of()
                : stanza.all(key).stream().filter(line -> !heard.contains(line)).toList();
    }
}
