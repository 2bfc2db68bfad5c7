package dev.trellis.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence about one learner written out by hand, because her page is the one people look at first.
 *
 * @param levels her levels by competency code, which then are not left to chance
 */
record KeptByHand(String person, List<DemoEvidence> evidence, Map<String, Integer> levels, String ownWords) {

    private static final String LEARNER = "P-001";
    private static final int HOUR = 17;

    /** @param anchor the day these pieces are counted back from: what lies on the page people look at first is never far away */
    static KeptByHand read(Stage stage, LocalDate anchor) {
        List<DemoEvidence> evidence = new ArrayList<>();
        Map<String, Integer> levels = new HashMap<>();
        String ownWords = "";
        for (Stanza stanza : Stanza.read("noor.txt")) {
            String[] heading = stanza.heading().split(" ");
            String code = "H-" + LEARNER + "-" + (evidence.size() + 1);
            switch (heading[0]) {
                case "reflection" -> evidence.add(reflection(code, heading[1], stanza, stage, anchor));
                case "feedback" -> evidence.add(feedback(code, heading[1], stanza, stage, anchor));
                case "goal" -> evidence.add(goal(code, heading[1], stanza, stage, anchor));
                case "recognition" -> evidence.add(recognition(code, stanza, stage, anchor));
                case "level" -> stanza.lines().keySet().forEach(key -> levels.put(key, stanza.number(key)));
                case "aspiration" -> ownWords = stanza.one("text");
                default -> throw new IllegalArgumentException(stanza.heading());
            }
        }
        return new KeptByHand(LEARNER, List.copyOf(evidence), Map.copyOf(levels), ownWords);
    }

    long count(String about, DemoEvidence.Kind kind) {
        return evidence.stream()
                .filter(piece -> piece.about().equals(about) && piece.kind() == kind)
                .count();
    }

    boolean knowsLevel(String about, String competency) {
        return level(about, competency).isPresent();
    }

    Optional<Integer> level(String about, String competency) {
        return about.equals(person) ? Optional.ofNullable(levels.get(competency)) : Optional.empty();
    }

    private static DemoReflection reflection(String code, String theme, Stanza stanza, Stage stage, LocalDate anchor) {
        return new DemoReflection(
                code,
                LEARNER,
                LEARNER,
                visibility(stanza),
                on(stanza, anchor),
                stanza.one("title"),
                stanza.one("text"),
                DemoReflection.Form.JOURNAL,
                theme,
                true);
    }

    private static DemoFeedback feedback(String code, String competency, Stanza stanza, Stage stage, LocalDate anchor) {
        return new DemoFeedback(
                code,
                LEARNER,
                author(stanza, stage).code(),
                visibility(stanza),
                on(stanza, anchor),
                stage.catalogue().competency(competency).name(),
                stanza.one("text"),
                competency,
                DemoFeedback.Tone.valueOf(stanza.one("tone")));
    }

    private static DemoGoal goal(String code, String competency, Stanza stanza, Stage stage, LocalDate anchor) {
        return new DemoGoal(
                code,
                LEARNER,
                LEARNER,
                visibility(stanza),
                on(stanza, anchor),
                stanza.one("title"),
                stanza.one("text"),
                competency,
                stanza.one("measure"),
                stanza.one("achievable"),
                stanza.one("relevant"),
                anchor.minusDays(stanza.number("dueDaysBefore")),
                DemoGoal.Horizon.LONG,
                DemoGoal.State.valueOf(stanza.one("state")));
    }

    private static DemoRecognition recognition(String code, Stanza stanza, Stage stage, LocalDate anchor) {
        Member author = author(stanza, stage);
        return new DemoRecognition(
                code,
                LEARNER,
                author.code(),
                visibility(stanza),
                on(stanza, anchor),
                "Thanks from " + author.person().givenName(),
                stanza.one("text"));
    }

    private static DemoVisibility visibility(Stanza stanza) {
        return DemoVisibility.valueOf(stanza.one("visibility"));
    }

    private static Member author(Stanza stanza, Stage stage) {
        String team = stage.cast().member(LEARNER).team();
        return stage.cast().team(team).stream()
                .filter(member -> member.person().givenName().equals(stanza.one("author")))
                .findFirst()
                .orElseThrow();
    }

    /** The working day on or before that many days before the anchor date. */
    private static LocalDateTime on(Stanza stanza, LocalDate anchor) {
        var day = anchor.minusDays(stanza.number("daysBefore"));
        int weekend = Math.max(0, day.getDayOfWeek().getValue() - 5);
        return day.minusDays(weekend).atTime(HOUR, 10);
    }
}
