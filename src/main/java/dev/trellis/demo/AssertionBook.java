package dev.trellis.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects assertions and gives each its number, title and the descriptor it stands for. */
final class AssertionBook {

    private final Catalogue catalogue;
    private final List<DemoAssertion> entries = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    AssertionBook(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<DemoAssertion> entries() {
        return List.copyOf(entries);
    }

    /** People are less sure of themselves than mentors are of them. */
    void bySelf(Member member, String competency, int level, LocalDateTime on, Chance chance) {
        add(member, member.code(), competency, level, on, chance.between(50, 80), DemoAssertion.By.SELF);
    }

    void byMentor(Member member, String competency, int level, LocalDateTime on, Chance chance) {
        add(member, member.mentor(), competency, level, on, chance.between(65, 95), DemoAssertion.By.MENTOR);
    }

    private void add(
            Member member,
            String author,
            String competency,
            int level,
            LocalDateTime on,
            int percentSure,
            DemoAssertion.By by) {
        DemoCompetency spokenOf = catalogue.competency(competency);
        entries.add(new DemoAssertion(
                "A-" + member.code() + "-" + numbers.merge(member.code(), 1, Integer::sum),
                member.code(),
                author,
                DemoVisibility.MENTOR,
                on,
                spokenOf.name() + ", level " + level,
                spokenOf.descriptors().get(level - 1),
                competency,
                level,
                percentSure / 100.0,
                by));
    }
}
