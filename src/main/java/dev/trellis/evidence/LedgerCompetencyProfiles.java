package dev.trellis.evidence;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Profiles from the assertions that the ledger lets the reader see; the arithmetic is {@link ProfileFormula}'s. */
@Component
class LedgerCompetencyProfiles implements CompetencyProfiles {

    /** Below this a difference of levels is the rounding of a mean, not a gap. */
    private static final double ROUNDING = 1e-6;

    private final EvidenceLedger ledger;
    private final Catalog catalog;
    private final Clock clock;

    LedgerCompetencyProfiles(EvidenceLedger ledger, Catalog catalog, Clock clock) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public CompetencyProfile of(Reader reader, PersonId person) {
        return of(reader, person, Set.of());
    }

    private CompetencyProfile of(Reader reader, PersonId person, Set<EvidenceId> without) {
        List<Evidence> assertions =
                ledger.about(reader, person, Set.of(EvidenceKind.ASSERTION), Integer.MAX_VALUE).stream()
                        .filter(assertion -> !without.contains(assertion.id()))
                        .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new CompetencyProfile(person, ProfileFormula.levels(assertions, today));
    }

    @Override
    public List<Gap> gaps(Reader reader, PersonId person, RoleProfile role, Set<EvidenceId> without) {
        Framework framework = catalog.frameworks().stream()
                .filter(one -> one.id().equals(role.framework()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no framework " + role.framework()));
        double range = framework.highestLevel() - framework.lowestLevel();
        CompetencyProfile profile = of(reader, person, without);
        return role.expectations().stream()
                .map(expectation -> gap(expectation, profile, framework.lowestLevel()))
                .filter(gap -> gap.size() > ROUNDING)
                .sorted(Comparator.comparingDouble((Gap gap) -> -gap.size() / range * gap.importance())
                        .thenComparing(gap -> gap.competency().value()))
                .toList();
    }

    private static Gap gap(Expectation expectation, CompetencyProfile profile, double lowest) {
        ShownLevel shown = profile.levels().get(expectation.competency());
        double level = shown == null ? lowest : shown.level();
        return new Gap(
                expectation.competency(),
                level,
                expectation.level(),
                expectation.level() - level,
                expectation.importance(),
                shown != null,
                shown == null ? List.of() : shown.assertions());
    }
}
