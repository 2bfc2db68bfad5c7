package dev.trellis.evidence;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Trellis may assume of a person who held a role: that it was done about as the role expects. */
final class HeldRole {

    /** Half sure: roles are held by people above and below what they expect. Anyone's own word outweighs it. */
    static final double CONFIDENCE = 0.5;

    private HeldRole() {}

    /**
     * One assertion for each expectation that nothing better is known about: no person or platform has given a level that
     * still holds, and no other role held expects as much.
     */
    static List<NewEvidence> assertions(
            Catalog catalog, PersonId person, RoleProfile role, List<Evidence> said, Instant now) {
        Framework framework = catalog.frameworks().stream()
                .filter(one -> one.id().equals(role.framework()))
                .findFirst()
                .orElseThrow();
        Map<CompetencyId, Competency> competencies = catalog.competencies(
                role.expectations().stream().map(Expectation::competency).toList());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<NewEvidence> assumed = new ArrayList<>();
        for (Expectation expectation : role.expectations()) {
            Competency competency = competencies.get(expectation.competency());
            if (competency == null || said.stream().anyMatch(one -> saysBetter(one, expectation, today))) {
                continue;
            }
            assumed.add(new NewEvidence(
                    person,
                    new Author.Trellis(),
                    Visibility.MENTOR,
                    now,
                    "",
                    "Held the role " + role.name() + ", which expects level " + number(expectation.level()) + " of "
                            + number(framework.highestLevel()) + " in " + competency.name() + ".",
                    new Detail.Assertion(
                            expectation.competency(),
                            expectation.level(),
                            CONFIDENCE,
                            Detail.Asserter.SYSTEM,
                            Optional.empty()),
                    Optional.of("held " + person + " " + role.code() + " " + competency.id())));
        }
        return assumed;
    }

    private static boolean saysBetter(Evidence said, Expectation expectation, LocalDate today) {
        return said.detail() instanceof Detail.Assertion assertion
                && assertion.competency().equals(expectation.competency())
                && assertion.validUntil().map(until -> !until.isBefore(today)).orElse(true)
                && (assertion.by() != Detail.Asserter.SYSTEM || assertion.level() >= expectation.level());
    }

    /** At most two decimals, as O*NET gives them, and none that say nothing. */
    static String number(double level) {
        return String.format(Locale.ENGLISH, "%.2f", level).replaceAll("\\.?0+$", "");
    }
}
