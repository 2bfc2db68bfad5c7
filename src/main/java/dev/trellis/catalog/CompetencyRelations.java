package dev.trellis.catalog;

import java.util.Collection;
import java.util.List;

/** How competencies stand to each other, within a framework and across frameworks. */
public interface CompetencyRelations {

    /** Relations that start at any of these competencies; one query whatever the number. */
    List<CompetencyRelation> from(Collection<CompetencyId> competencies);

    /** Adds relations in batches, in one transaction; no effect where one already stands. */
    void save(List<CompetencyRelation> relations);
}
