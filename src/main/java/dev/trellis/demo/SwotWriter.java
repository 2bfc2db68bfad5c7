package dev.trellis.demo;

import java.util.List;

/** Reflections in four lines: strength, weakness, opportunity, threat. The weakness carries the theme. */
final class SwotWriter {

    private final Stage stage;
    private final Stanza shared;
    private final List<Stanza> themes;

    SwotWriter(Stage stage) {
        this.stage = stage;
        List<Stanza> stanzas = Stanza.read("swot.txt");
        this.shared = stanzas.getFirst();
        this.themes = stanzas.subList(1, stanzas.size());
    }

    String theme(Member teller, boolean aboutWorkload, Chance chance) {
        List<Stanza> possible = themes.stream()
                .filter(theme -> theme.isFor(teller.team()))
                .filter(theme -> theme.heading().equals(DemoStory.WORKLOAD) == aboutWorkload)
                .toList();
        return chance.oneOf(possible).heading();
    }

    String title(Scene scene, Chance chance) {
        return Wording.say(
                "[Where I stand|Strong and weak|Four lines about me|Stocktaking, with {project}|My own balance|Four corners]",
                scene,
                chance);
    }

    String text(String theme, Member teller, Scene scene, Chance chance) {
        Stanza weakness = themes.stream()
                .filter(stanza -> stanza.heading().equals(theme))
                .findFirst()
                .orElseThrow();
        return String.join(
                "\n",
                "Strength: " + line("s", shared, teller, scene, chance),
                "Weakness: " + line("w", weakness, teller, scene, chance),
                "Opportunity: " + line("o", shared, teller, scene, chance),
                "Threat: " + line("t", shared, teller, scene, chance));
    }

    private String line(String part, Stanza stanza, Member teller, Scene scene, Chance chance) {
        return stage.said()
                .say(() ->
                        teller.voice().bend(Wording.say(chance.oneOf(stanza.all(part)), scene, chance), part, chance));
    }
}
