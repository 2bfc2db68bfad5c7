package dev.trellis.evidence;

import dev.trellis.Days;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.CompetencyProfiles.CompetencyProfile;
import dev.trellis.evidence.CompetencyProfiles.ShownLevel;
import dev.trellis.evidence.EvidenceInWords.Piece;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far I am in what my role, and the one I want, expect; and who says so. */
@Controller
class LevelsPage {

    /** From here on a level is called well supported: a mentor's recent, sure word gets there alone, one's own does not. */
    static final double WELL_SUPPORTED = 0.75;

    private final CompetencyProfiles profiles;
    private final EvidenceLedger ledger;
    private final OwnCompetencies own;
    private final EvidenceInWords words;
    private final Catalog catalog;
    private final WritingDesk desk;

    LevelsPage(
            CompetencyProfiles profiles,
            EvidenceLedger ledger,
            OwnCompetencies own,
            EvidenceInWords words,
            Catalog catalog,
            WritingDesk desk) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.own = own;
        this.words = words;
        this.catalog = catalog;
        this.desk = desk;
    }

    @GetMapping("/me/levels")
    String levels(@AuthenticationPrincipal SignedInPerson me, Model model) {
        Reader reader = new Reader.OfPerson(me.id());
        CompetencyProfile profile = profiles.of(reader, me.id());
        List<RoleProfile> roles = own.roles(me.id());
        Page page = page(me.id(), reader, profile, roles);

        Set<CompetencyId> expected = new HashSet<>();
        List<OfRole> ofRoles = new ArrayList<>();
        for (RoleProfile role : roles) {
            ofRoles.add(new OfRole(
                    role.name(),
                    own.wanted(me.id()).filter(role.code()::equals).isPresent(),
                    role.expectations().stream()
                            .map(expectation -> page.row(expectation.competency(), expectation.level()))
                            .toList()));
            role.expectations().forEach(expectation -> expected.add(expectation.competency()));
        }
        model.addAttribute("roles", ofRoles);
        model.addAttribute(
                "others",
                profile.levels().keySet().stream()
                        .filter(competency -> !expected.contains(competency))
                        .map(competency -> page.row(competency, null))
                        .sorted(Comparator.comparing(Row::name))
                        .toList());
        return "evidence/levels";
    }

    private Page page(PersonId me, Reader reader, CompetencyProfile profile, List<RoleProfile> roles) {
        Set<CompetencyId> named = new HashSet<>(profile.levels().keySet());
        roles.forEach(role ->
                role.expectations().stream().map(Expectation::competency).forEach(named::add));
        List<EvidenceId> sources = profile.levels().values().stream()
                .flatMap(level -> level.assertions().stream())
                .toList();
        return new Page(
                profile,
                catalog.competencies(named),
                catalog.frameworks().stream().collect(Collectors.toMap(Framework::id, Function.identity())),
                words.to(me, ledger.findAll(reader, sources), desk.days()).stream()
                        .collect(Collectors.toMap(Piece::id, Function.identity())));
    }

    private record Page(
            CompetencyProfile profile,
            Map<CompetencyId, Competency> competencies,
            Map<FrameworkId, Framework> frameworks,
            Map<EvidenceId, Piece> sources) {

        Row row(CompetencyId id, @Nullable Double expected) {
            Optional<Competency> competency = Optional.ofNullable(competencies.get(id));
            Optional<Framework> framework =
                    competency.flatMap(one -> Optional.ofNullable(frameworks.get(one.framework())));
            Optional<ShownLevel> shown = Optional.ofNullable(profile.levels().get(id));
            List<Piece> said = shown.stream()
                    .flatMap(level -> level.assertions().stream())
                    .flatMap(source -> Optional.ofNullable(sources.get(source)).stream())
                    .toList();
            return new Row(
                    id,
                    competency.map(Competency::name).orElse(""),
                    shown.map(level -> Days.number(level.level())).orElse(null),
                    expected == null ? null : Days.number(expected),
                    framework.map(scale -> Days.number(scale.highestLevel())).orElse(""),
                    shown.flatMap(level -> framework.map(scale -> share(level.level(), scale)))
                            .orElse(0.0),
                    shown.map(level -> level.confidence() >= WELL_SUPPORTED ? "well" : "thin")
                            .orElse("none"),
                    said.isEmpty()
                            ? null
                            : Days.list(said.stream().map(Piece::by).distinct().toList()),
                    said);
        }

        private static double share(double level, Framework scale) {
            return (level - scale.lowestLevel()) / (scale.highestLevel() - scale.lowestLevel());
        }
    }

    /** @param wanted whether it is the role they want, rather than the one they have */
    record OfRole(String name, boolean wanted, List<Row> rows) {}

    /**
     * @param shown null where nobody has said
     * @param expected null where no role of theirs expects it
     * @param share of the scale shown, in {@code [0, 1]}
     * @param strength {@code well}, {@code thin} or {@code none}
     * @param who in words who said so; null where nobody has
     */
    record Row(
            CompetencyId competency,
            String name,
            @Nullable String shown,
            @Nullable String expected,
            String highest,
            double share,
            String strength,
            @Nullable String who,
            List<Piece> said) {}
}
