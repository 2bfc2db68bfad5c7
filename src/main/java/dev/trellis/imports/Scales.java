package dev.trellis.imports;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Frameworks of the catalogue by their codes, each looked up once a run. */
final class Scales {

    /** A framework and its competencies by code. */
    record Scale(Framework framework, Map<String, CompetencyId> competencies) {}

    private final Catalog catalog;
    private final Map<String, Optional<Scale>> scales = new HashMap<>();

    Scales(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Empty where no framework has this code. */
    Optional<Scale> of(String frameworkCode) {
        return scales.computeIfAbsent(frameworkCode, this::lookUp);
    }

    private Optional<Scale> lookUp(String code) {
        return catalog.framework(code)
                .map(framework -> new Scale(
                        framework,
                        catalog.competencies(framework.id()).stream()
                                .collect(Collectors.toMap(Competency::code, Competency::id))));
    }
}
