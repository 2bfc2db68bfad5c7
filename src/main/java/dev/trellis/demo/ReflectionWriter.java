package dev.trellis.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets people look back, eight to fourteen times a year. */
final class ReflectionWriter {

    private static final int FEWEST = 8;
    private static final int MOST = 14;
    private static final int LATEST_HOUR = 21;

    /** Share of reflections written as strengths, weaknesses, opportunities and threats. */
    private static final double SWOT_SHARE = .1;

    /** Share of reflections whose writer names the competency they are about, where it is one of their roles. */
    private static final double NAMED_SHARE = .5;

    /** People mostly write about what their own role, or the one they want, asks of them. */
    private static final double OWN_THEME_WEIGHT = 3;

    /** And hardly ever about another trade's craft. */
    private static final double FOREIGN_CRAFT_WEIGHT = .05;

    private static final Set<String> CRAFTS = Set.of("Engineering", "Data", "Finance", "Customer");

    private final Stage stage;
    private final Telling telling;
    private final SwotWriter swot;
    private final List<Situation> situations = Situation.readAll();
    private final Map<Situation, Integer> told = new IdentityHashMap<>();
    private final Map<String, Set<Situation>> toldByPerson = new HashMap<>();

    ReflectionWriter(Stage stage) {
        this.stage = stage;
        this.telling = new Telling(stage);
        this.swot = new SwotWriter(stage);
    }

    /** @param kept what was written by hand, whose number counts towards that of its author */
    List<DemoReflection> write(KeptByHand kept) {
        List<ThemePlan.Slot> slots = stage.cast().members().stream()
                .flatMap(member -> slots(member, kept).stream())
                .sorted(Comparator.comparing(ThemePlan.Slot::on)
                        .thenComparing(slot -> slot.teller().code()))
                .toList();
        Set<ThemePlan.Slot> aboutWorkload = ThemePlan.aboutWorkload(slots, stage.seed());
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<DemoReflection> written = new ArrayList<>();
        for (ThemePlan.Slot slot : slots) {
            int number = numbers.merge(slot.teller().code(), 1, Integer::sum);
            written.add(write(slot, aboutWorkload.contains(slot), number));
        }
        return written;
    }

    private List<ThemePlan.Slot> slots(Member member, KeptByHand kept) {
        Chance chance = stage.chance(member, "reflection dates");
        long byHand = kept.count(member.code(), DemoEvidence.Kind.REFLECTION);
        int count = byHand > 0 ? Math.max(1, MOST - (int) byHand) : Diary.count(FEWEST, MOST, member, chance);
        return Diary.moments(count, member, LATEST_HOUR, chance).stream()
                .map(on -> new ThemePlan.Slot(member, on, Discretion.ofOwnWords(chance)))
                .toList();
    }

    private DemoReflection write(ThemePlan.Slot slot, boolean aboutWorkload, int number) {
        Member teller = slot.teller();
        Chance chance = stage.chance(teller, "reflection " + number);
        Scene scene = stage.toldBy(teller, slot.on().toLocalDate(), chance);
        boolean asSwot = chance.happens(SWOT_SHARE);
        Situation situation = situation(teller, aboutWorkload, chance);
        String theme = asSwot ? swot.theme(teller, aboutWorkload, chance) : situation.competency();
        return new DemoReflection(
                "R-" + teller.code() + "-" + number,
                teller.code(),
                teller.code(),
                slot.visibility(),
                slot.on(),
                asSwot ? swot.title(scene, chance) : Wording.say(situation.title(chance), scene, chance),
                asSwot ? swot.text(theme, teller, scene, chance) : tell(situation, teller, scene, chance),
                asSwot ? DemoReflection.Form.SWOT : DemoReflection.Form.JOURNAL,
                theme,
                own(teller).contains(theme)
                        && stage.chance(teller, "names reflection " + number).happens(NAMED_SHARE));
    }

    private String tell(Situation situation, Member teller, Scene scene, Chance chance) {
        told.merge(situation, 1, Integer::sum);
        toldByPerson
                .computeIfAbsent(teller.code(), person -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(situation);
        return telling.tell(situation, teller, scene, chance);
    }

    /** Nobody lives through the same situation twice a year, and those told rarely so far come first. */
    private Situation situation(Member teller, boolean aboutWorkload, Chance chance) {
        Set<Situation> used = toldByPerson.getOrDefault(teller.code(), Set.of());
        List<Situation> possible = situations.stream()
                .filter(situation -> situation.lines().isFor(teller.team()))
                .filter(situation -> situation.competency().equals(DemoStory.WORKLOAD) == aboutWorkload)
                .toList();
        List<Situation> fresh =
                possible.stream().filter(situation -> !used.contains(situation)).toList();
        Set<String> own = own(teller);
        return chance.weighted(fresh.isEmpty() ? possible : fresh, situation -> weight(situation, own, teller.voice()));
    }

    /** Competencies of the role someone has and of the one they want. */
    private Set<String> own(Member member) {
        Set<String> own = new HashSet<>(
                stage.catalogue().expectedLevels(member.person().role()).keySet());
        own.addAll(stage.catalogue().expectedLevels(member.aspiresTo()).keySet());
        return own;
    }

    private double weight(Situation situation, Set<String> own, Voice voice) {
        double mood = voice == Voice.PROUD && situation.mood() == Situation.Mood.WELL ? 2 : 1;
        String group = stage.catalogue().competency(situation.competency()).group();
        double foreign = CRAFTS.contains(group) ? FOREIGN_CRAFT_WEIGHT : 1;
        double theme = own.contains(situation.competency()) ? OWN_THEME_WEIGHT : foreign;
        return mood * theme / (1 + told.getOrDefault(situation, 0));
    }
}
