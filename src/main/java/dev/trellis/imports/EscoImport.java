package dev.trellis.imports;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.CompetencyRelation;
import dev.trellis.catalog.CompetencyRelation.Kind;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.RoleProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** ESCO into the catalogue: skills with their other names and relations, and occupations by name. */
class EscoImport implements FrameworkImport {

    static final String CODE = "esco";
    static final String ATTRIBUTION = "This service uses the ESCO classification of the European Commission.";

    private final Catalog catalog;
    private final CompetencyRelations relations;
    private final Supplier<UUID> ids;

    EscoImport(Catalog catalog, CompetencyRelations relations, Supplier<UUID> ids) {
        this.catalog = catalog;
        this.relations = relations;
        this.ids = ids;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ESCO;
    }

    @Override
    public Prepared prepare(DataFolder folder, Progress progress) {
        EscoFolder esco = EscoFolder.read(folder, progress);
        List<EscoFolder.Link> narrower = esco.narrower();
        List<EscoFolder.Link> required = esco.required();
        return new Prepared(esco.used(), () -> save(esco, narrower, required), esco.messages());
    }

    private Map<String, Long> save(EscoFolder esco, List<EscoFolder.Link> narrower, List<EscoFolder.Link> required) {
        FrameworkId framework = catalog.save(new Framework(new FrameworkId(ids.get()), CODE, "ESCO", ATTRIBUTION, 0, 5))
                .id();
        Map<String, String> headings = esco.headings();
        Map<String, CompetencyId> byAddress = catalog.saveCompetencies(
                framework,
                esco.skills().stream()
                        .map(skill -> new Competency(
                                new CompetencyId(ids.get()),
                                framework,
                                skill.address(),
                                skill.label(),
                                headings.getOrDefault(skill.address(), ""),
                                skill.description(),
                                skill.alternatives(),
                                List.of()))
                        .toList());
        List<CompetencyRelation> all = new ArrayList<>();
        narrower.forEach(link -> all.add(relation(link, Kind.NARROWER, byAddress)));
        required.forEach(link -> all.add(relation(link, Kind.REQUIRES, byAddress)));
        relations.save(all);
        catalog.saveRoles(esco.occupations().stream()
                .map(occupation -> new RoleProfile(
                        occupation.code(), occupation.label(), occupation.description(), framework, List.of()))
                .toList());
        Map<String, Long> tally = new LinkedHashMap<>();
        tally.put("competencies", (long) byAddress.size());
        tally.put("relations", (long) all.size());
        tally.put("role profiles", (long) esco.occupations().size());
        return tally;
    }

    private static CompetencyRelation relation(EscoFolder.Link link, Kind kind, Map<String, CompetencyId> byAddress) {
        return new CompetencyRelation(
                Objects.requireNonNull(byAddress.get(link.from())),
                kind,
                Objects.requireNonNull(byAddress.get(link.to())));
    }
}
