package dev.trellis.imports;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.RoleProfile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** O*NET into the catalogue: elements become competencies, occupations role profiles with levels. */
class OnetImport implements FrameworkImport {

    static final String CODE = "onet";

    /** The licence asks for the source, the licence, and that changes are said. */
    static final String ATTRIBUTION =
            "Includes information from the O*NET Database by the U.S. Department of Labor, Employment"
                    + " and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA."
                    + " Trellis has selected and rescaled this information; USDOL/ETA has not approved, endorsed or tested the changes.";

    private final Catalog catalog;
    private final Supplier<UUID> ids;

    OnetImport(Catalog catalog, Supplier<UUID> ids) {
        this.catalog = catalog;
        this.ids = ids;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ONET;
    }

    @Override
    public Prepared prepare(DataFolder folder, Progress progress) {
        OnetFolder onet = OnetFolder.read(folder, progress);
        return new Prepared(onet.used(), () -> save(onet), onet.messages());
    }

    private Map<String, Long> save(OnetFolder onet) {
        FrameworkId framework = catalog.save(new Framework(
                        new FrameworkId(ids.get()),
                        CODE,
                        "O*NET",
                        ATTRIBUTION,
                        OnetFolder.LOWEST_LEVEL,
                        OnetFolder.HIGHEST_LEVEL))
                .id();
        List<Competency> competencies = onet.rated().stream()
                .map(element -> new Competency(
                        new CompetencyId(ids.get()),
                        framework,
                        element.id(),
                        element.name(),
                        onet.heading(element),
                        element.description(),
                        List.of(),
                        onet.levels(element)))
                .toList();
        Map<String, CompetencyId> byCode = catalog.saveCompetencies(framework, competencies);
        List<RoleProfile> roles = onet.occupations().stream()
                .map(occupation -> new RoleProfile(
                        occupation.code(),
                        occupation.title(),
                        occupation.description(),
                        framework,
                        expectations(onet.ratings(occupation), byCode)))
                .toList();
        catalog.saveRoles(roles);
        Map<String, Long> tally = new LinkedHashMap<>();
        tally.put("competencies", (long) competencies.size());
        tally.put("role profiles", (long) roles.size());
        tally.put(
                "expectations",
                roles.stream().mapToLong(role -> role.expectations().size()).sum());
        return tally;
    }

    private static List<Expectation> expectations(
            Map<String, OnetFolder.Rating> ratings, Map<String, CompetencyId> byCode) {
        return ratings.entrySet().stream()
                .map(rating -> new Expectation(
                        Objects.requireNonNull(byCode.get(rating.getKey())),
                        rating.getValue().level(),
                        (rating.getValue().importance() - 1) / 4))
                .sorted(Comparator.comparingDouble(Expectation::importance).reversed())
                .toList();
    }
}
