package dev.trellis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapsTest {

    private final EvidenceWorld world = new EvidenceWorld();
    private final Reader ada = new Reader.OfPerson(world.ada);
    private final Reader noor = new Reader.OfPerson(world.noor);
    private final RoleProfile lead = role("lead");

    private RoleProfile role(String code) {
        return world.catalog.role(code).orElseThrow();
    }

    @Test
    void whatNobodySpokeOfCountsFromTheLowestLevelAndIsMarkedUnknown() {
        assertThat(world.profiles.gaps(ada, world.noor, lead))
                .containsExactly(
                        new Gap(world.delegation, 1, 4, 3, 1, false, List.of()),
                        new Gap(world.feedback, 1, 3, 2, 0.5, false, List.of()));
    }

    @Test
    void whatIsMetIsNoGapAndTheRestStandsByWeight() {
        EvidenceId delegation = world.record(world.anAssertion(world.ada, world.delegation, 3.5));
        assertThat(world.profiles.gaps(ada, world.noor, lead).stream().map(Gap::competency))
                .as("half a level that matters fully, two that matter half")
                .containsExactly(world.feedback, world.delegation);
        assertThat(world.profiles.gaps(ada, world.noor, lead).getLast().assertions())
                .containsExactly(delegation);

        world.record(world.anAssertion(world.ada, world.feedback, 3));
        assertThat(world.profiles.gaps(ada, world.noor, lead).stream().map(Gap::competency))
                .containsExactly(world.delegation);
    }

    @Test
    void aGapRestsOnlyOnWhatItsReaderMaySee() {
        world.record(world.anAssertion(world.noor, world.delegation, 4).seenBy(Visibility.PRIVATE));

        assertThat(world.profiles.gaps(noor, world.noor, lead).stream().map(Gap::competency))
                .containsExactly(world.feedback);
        assertThat(world.profiles.gaps(ada, world.noor, lead))
                .extracting(Gap::known)
                .containsExactly(false, false);
        assertThat(world.profiles.gaps(new Reader.OfPerson(world.gone), world.noor, lead))
                .hasSize(2);
    }

    /** Both levels are O*NET's own: 4.12 and 3 as a buyer, 5.12 and 2.5 as a purchasing manager. */
    @Test
    void afterAMoveGapsAreMeasuredFromTheFormerRole() {
        world.people.move(world.noor, "13-1023.00");

        List<Gap> gaps = world.profiles.gaps(ada, world.noor, role("13-1023.00"));

        assertThat(gaps).hasSize(1);
        Gap gap = gaps.getFirst();
        assertThat(gap.competency()).isEqualTo(world.negotiation);
        assertThat(gap.shown()).isEqualTo(4.12);
        assertThat(gap.expected()).isEqualTo(5.12);
        assertThat(gap.size()).isCloseTo(1.0, within(1e-9));
        assertThat(gap.known()).isTrue();
        assertThat(world.ledger.findAll(ada, gap.assertions()))
                .extracting(Evidence::text)
                .containsExactly("Held the role Buyer, which expects level 4.12 of 7 in Negotiation.");
    }

    @Test
    void whatSomeoneSaidStandsAgainstWhatAFormerRoleLetsOneAssume() {
        world.record(world.anAssertion(world.ada, world.negotiation, 2));
        world.people.move(world.noor, "13-1023.00");

        assertThat(world.profiles
                        .gaps(ada, world.noor, role("13-1023.00"))
                        .getFirst()
                        .shown())
                .isEqualTo(2);
    }

    @Test
    void assumingAgainOrFromARoleThatExpectsLessAddsNothing() {
        assertThat(world.ledger.assumeFromRole(world.noor, "11-1011.00")).isEqualTo(2);
        assertThat(world.ledger.assumeFromRole(world.noor, "11-1011.00")).isZero();
        world.clock.now = EvidenceWorld.NOW.plus(Duration.ofDays(400));
        // higher in negotiation, lower in planning
        assertThat(world.ledger.assumeFromRole(world.noor, "13-1023.00")).isEqualTo(1);
        assertThat(world.ledger.assumeFromRole(world.noor, "no-such-role")).isZero();
        assertThat(world.ledger.about(ada, world.noor, Set.of(EvidenceKind.ASSERTION), 10))
                .hasSize(3);
    }
}
