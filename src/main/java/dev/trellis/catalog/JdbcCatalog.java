package dev.trellis.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the catalogue; {@link CatalogWriter} writes it. */
@Repository
class JdbcCatalog implements Catalog {

    private static final String FRAMEWORK =
            "select id, code, name, attribution, lowest_level, highest_level from framework ";

    /** One row a competency, its levels and labels beside it as arrays: never a query a row. */
    private static final String COMPETENCY = """
            select c.id, c.framework, c.code, c.name, c.heading, c.description,
                   l.numbers, l.names, l.descriptors, a.labels
            from competency c
            cross join lateral (
                select array_agg(number order by number) as numbers,
                       array_agg(name order by number) as names,
                       array_agg(descriptor order by number) as descriptors
                from competency_level where competency = c.id) l
            cross join lateral (
                select array_agg(label order by position) as labels
                from competency_label where competency = c.id) a
            """;

    private static final String ACTIVITY = """
            select a.id, a.external_id, a.title, a.description, a.kind, a.effort_hours, a.provider, a.url, a.available,
                   d.competencies, d.from_levels, d.to_levels
            from learning_activity a
            cross join lateral (
                select array_agg(competency order by competency) as competencies,
                       array_agg(from_level order by competency) as from_levels,
                       array_agg(to_level order by competency) as to_levels
                from activity_develops where activity = a.id) d
            """;

    private final JdbcClient jdbc;
    private final CatalogWriter writer;

    JdbcCatalog(JdbcClient jdbc, CatalogWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    @Override
    public List<Framework> frameworks() {
        return jdbc.sql(FRAMEWORK + "order by name")
                .query(CatalogRows::framework)
                .list();
    }

    @Override
    public Optional<Framework> framework(String code) {
        return jdbc.sql(FRAMEWORK + "where code = :code")
                .param("code", code)
                .query(CatalogRows::framework)
                .optional();
    }

    @Override
    public List<Competency> competencies(FrameworkId framework) {
        return jdbc.sql(COMPETENCY + "where c.framework = :framework order by c.heading, c.name, c.code")
                .param("framework", framework.value())
                .query(CatalogRows::competency)
                .list();
    }

    @Override
    public Map<CompetencyId, Competency> competencies(Collection<CompetencyId> ids) {
        return jdbc
                .sql(COMPETENCY + "where c.id = any (cast(:ids as uuid[]))")
                .param("ids", Columns.text(ids, CompetencyId::toString))
                .query(CatalogRows::competency)
                .list()
                .stream()
                .collect(Collectors.toMap(Competency::id, Function.identity()));
    }

    @Override
    public Optional<RoleProfile> role(String code) {
        List<Expectation> expectations = jdbc.sql("""
                        select competency, level, importance
                        from expectation
                        where role_code = :code
                        order by importance desc, level desc, competency
                        """)
                .param("code", code)
                .query((row, n) -> new Expectation(
                        new CompetencyId(row.getObject("competency", UUID.class)),
                        row.getDouble("level"),
                        row.getDouble("importance")))
                .list();
        return jdbc.sql("select code, name, description, framework from role_profile where code = :code")
                .param("code", code)
                .query((row, n) -> CatalogRows.role(row, expectations))
                .optional();
    }

    @Override
    public List<RoleProfile> roles() {
        return jdbc.sql("select code, name, description, framework from role_profile order by name, code")
                .query((row, n) -> CatalogRows.role(row, List.of()))
                .list();
    }

    @Override
    public Map<ActivityId, LearningActivity> activities(Collection<ActivityId> ids) {
        return jdbc
                .sql(ACTIVITY + "where a.id = any (cast(:ids as uuid[]))")
                .param("ids", Columns.text(ids, ActivityId::toString))
                .query(CatalogRows::activity)
                .list()
                .stream()
                .collect(Collectors.toMap(LearningActivity::id, Function.identity()));
    }

    @Override
    public Map<String, ActivityId> activityIdsByExternalId(Collection<String> externalIds) {
        Map<String, ActivityId> found = new HashMap<>();
        jdbc.sql("select external_id, id from learning_activity where external_id = any (cast(:ids as text[]))")
                .param("ids", Columns.text(externalIds, Function.identity()))
                .query(row -> {
                    found.put(row.getString("external_id"), new ActivityId(row.getObject("id", UUID.class)));
                });
        return found;
    }

    @Override
    public List<LearningActivity> activitiesDeveloping(Collection<CompetencyId> competencies) {
        return jdbc.sql(ACTIVITY + """
                        where a.available and a.id in (
                            select activity from activity_develops where competency = any (cast(:ids as uuid[])))
                        order by a.id
                        """)
                .param("ids", Columns.text(competencies, CompetencyId::toString))
                .query(CatalogRows::activity)
                .list();
    }

    @Override
    public List<LearningActivity> activities(Optional<ActivityId> after, int limit) {
        return jdbc.sql(ACTIVITY + "where a.id > :after order by a.id limit :limit")
                .param("after", after.map(ActivityId::value).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query(CatalogRows::activity)
                .list();
    }

    @Override
    public long countActivities() {
        return jdbc.sql("select count(*) from learning_activity")
                .query(Long.class)
                .single();
    }

    @Override
    public Framework save(Framework framework) {
        return writer.save(framework);
    }

    @Override
    public Map<String, CompetencyId> saveCompetencies(FrameworkId framework, List<Competency> competencies) {
        return writer.saveCompetencies(framework, competencies);
    }

    @Override
    public void saveRoles(List<RoleProfile> roles) {
        writer.saveRoles(roles);
    }

    @Override
    public List<ActivityId> saveActivities(List<LearningActivity> activities) {
        return writer.saveActivities(activities);
    }
}
