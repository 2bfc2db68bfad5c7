package dev.trellis.evidence;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The competencies that matter to a person: those of the role they have and of the one they want. */
@Component
class OwnCompetencies {

    /** A list longer than this is not read; a narrower search is. */
    private static final int MOST_FOUND = 40;

    private final People people;
    private final Catalog catalog;
    private final EvidenceLedger ledger;

    OwnCompetencies(People people, Catalog catalog, EvidenceLedger ledger) {
        this.people = people;
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /** The role someone has, then the one they want where it is another; empty where nobody said. */
    List<RoleProfile> roles(PersonId me) {
        List<RoleProfile> roles = new ArrayList<>();
        people.find(me).flatMap(person -> catalog.role(person.roleCode())).ifPresent(roles::add);
        wanted(me)
                .filter(code -> roles.stream().noneMatch(role -> role.code().equals(code)))
                .flatMap(catalog::role)
                .ifPresent(roles::add);
        return roles;
    }

    Optional<String> wanted(PersonId me) {
        return ledger.about(new Reader.OfPerson(me), me, Set.of(EvidenceKind.ASPIRATION), 1).stream()
                .findFirst()
                .flatMap(latest -> latest.detail() instanceof Detail.Aspiration aspiration
                        ? aspiration.roleCode()
                        : Optional.empty());
    }

    /** Competencies of these roles, most important first. */
    List<OfRole> byRole(PersonId me) {
        return roles(me).stream().map(this::of).toList();
    }

    /** The same for one role; empty where there is none by this code. */
    List<OfRole> ofRole(String code) {
        return catalog.role(code).stream().map(this::of).toList();
    }

    private OfRole of(RoleProfile role) {
        Map<CompetencyId, Competency> named = catalog.competencies(
                role.expectations().stream().map(Expectation::competency).toList());
        return new OfRole(
                role.name(),
                role.expectations().stream()
                        .flatMap(expectation -> Optional.ofNullable(named.get(expectation.competency())).stream())
                        .toList());
    }

    /** Competencies of all frameworks whose name or another label holds these words. */
    List<Competency> named(String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty()) {
            return List.of();
        }
        return catalog.frameworks().stream()
                .flatMap(framework -> catalog.competencies(framework.id()).stream())
                .filter(one -> holds(one.name(), sought)
                        || one.alternativeLabels().stream().anyMatch(label -> holds(label, sought)))
                .limit(MOST_FOUND)
                .toList();
    }

    private static boolean holds(String name, String sought) {
        return name.toLowerCase(Locale.ROOT).contains(sought);
    }

    record OfRole(String role, List<Competency> competencies) {}
}
