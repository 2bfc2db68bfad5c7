package dev.trellis.catalog;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCompetencyRelations implements CompetencyRelations {

    private final JdbcClient jdbc;

    JdbcCompetencyRelations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CompetencyRelation> from(Collection<CompetencyId> competencies) {
        return jdbc.sql("""
                        select competency, kind, other
                        from competency_relation
                        where competency = any (cast(:ids as uuid[]))
                        order by competency, kind, other
                        """)
                .param("ids", Columns.text(competencies, CompetencyId::toString))
                .query((row, n) -> new CompetencyRelation(
                        new CompetencyId(row.getObject("competency", UUID.class)),
                        CompetencyRelation.Kind.valueOf(row.getString("kind")),
                        new CompetencyId(row.getObject("other", UUID.class))))
                .list();
    }

    /** One statement, hence one transaction: three short columns a relation fit whatever the framework. */
    @Override
    public void save(List<CompetencyRelation> relations) {
        jdbc.sql("""
                        insert into competency_relation (competency, kind, other)
                        select * from unnest(cast(:competencies as uuid[]), cast(:kinds as text[]), cast(:others as uuid[]))
                        on conflict do nothing
                        """)
                .param(
                        "competencies",
                        Columns.text(
                                relations, relation -> relation.competency().toString()))
                .param(
                        "kinds",
                        Columns.text(relations, relation -> relation.kind().name()))
                .param(
                        "others",
                        Columns.text(relations, relation -> relation.other().toString()))
                .update();
    }
}
