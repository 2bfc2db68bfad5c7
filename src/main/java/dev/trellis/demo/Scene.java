package dev.trellis.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who and what one story is about. A slot gets its word when it is first asked for and keeps it, so that a story stays with the
 * same colleague and project to its end.
 */
final class Scene {

    private static final String CAPITALISED = "_cap";

    private final Map<String, String> words = new LinkedHashMap<>();
    private final SlotLists lists;
    private final String team;
    private final Chance chance;

    private Scene(SlotLists lists, String team, Chance chance) {
        this.lists = lists;
        this.team = team;
        this.chance = chance;
    }

    /** A story told by one person on a date. */
    static Scene toldBy(Member teller, LocalDate on, Cast cast, Catalogue catalogue, SlotLists lists, Chance chance) {
        Scene scene = new Scene(lists, teller.team(), chance);
        List<Member> colleagues = chance.shuffled(cast.colleagues(teller, on));
        scene.words.put("colleague", colleagues.get(0).person().givenName());
        scene.words.put("other", colleagues.get(1).person().givenName());
        scene.words.put(
                "outsider", chance.oneOf(cast.outsiders(teller, on)).person().givenName());
        scene.words.put(
                "mentor",
                teller.hasMentor() ? cast.member(teller.mentor()).person().givenName() : "my lead");
        scene.words.put("aspiration", catalogue.role(teller.aspiresTo()).inSentence());
        List<String> projects = chance.shuffled(lists.of("project", teller.team()));
        scene.words.put("project", projects.get(0));
        scene.words.put("project2", projects.get(1));
        return scene;
    }

    /** What a colleague tells about somebody: {@code name} is that person, {@code other} neither of the two. */
    static Scene toldTo(
            Member about, Member author, LocalDate on, Cast cast, Catalogue catalogue, SlotLists lists, Chance chance) {
        Scene scene = toldBy(about, on, cast, catalogue, lists, chance);
        List<String> thirds = cast.colleagues(about, on).stream()
                .filter(member -> member != author)
                .map(member -> member.person().givenName())
                .toList();
        List<String> outside = cast.outsiders(about, on).stream()
                .filter(member -> member != author)
                .map(member -> member.person().givenName())
                .toList();
        scene.words.put("name", about.person().givenName());
        scene.words.put("other", chance.oneOf(thirds));
        scene.words.put("outsider", chance.oneOf(outside));
        return scene;
    }

    String word(String slot) {
        if (slot.endsWith(CAPITALISED)) {
            return DayWords.capitalised(word(slot.substring(0, slot.length() - CAPITALISED.length())));
        }
        String known = words.get(slot);
        if (known == null) {
            known = switch (slot) {
                case "when" -> recently();
                case "When" -> DayWords.capitalised(word("when"));
                case "weekday", "when_plain" -> DayWords.weekday(chance.between(1, 6));
                default -> chance.oneOf(lists.of(slot, team));
            };
            words.put(slot, known);
        }
        return known;
    }

    private String recently() {
        int daysAgo = chance.between(1, 6);
        return chance.oneOf(List.of(
                "on " + DayWords.weekday(daysAgo),
                "on " + DayWords.weekday(daysAgo),
                "last " + DayWords.weekday(daysAgo),
                "the other day",
                "a few days ago",
                DayWords.week(),
                DayWords.startOfWeek()));
    }
}
