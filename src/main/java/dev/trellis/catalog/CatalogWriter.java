package dev.trellis.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the catalogue in batches. Rows go in in the order of their keys, so that two imports at once wait for each other
 * instead of deadlocking.
 */
@Component
class CatalogWriter {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    CatalogWriter(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Framework save(Framework framework) {
        return jdbc.sql("""
                        insert into framework (id, code, name, attribution, lowest_level, highest_level)
                        values (:id, :code, :name, :attribution, :lowest, :highest)
                        on conflict (code) do update set
                            name = excluded.name, attribution = excluded.attribution,
                            lowest_level = excluded.lowest_level, highest_level = excluded.highest_level
                        returning id, code, name, attribution, lowest_level, highest_level
                        """)
                .param("id", framework.id().value())
                .param("code", framework.code())
                .param("name", framework.name())
                .param("attribution", framework.attribution())
                .param("lowest", framework.lowestLevel())
                .param("highest", framework.highestLevel())
                .query(CatalogRows::framework)
                .single();
    }

    Map<String, CompetencyId> saveCompetencies(FrameworkId framework, List<Competency> competencies) {
        refuseRepeated(competencies, Competency::code, "the competency code");
        List<Competency> ordered = competencies.stream()
                .sorted(Comparator.comparing(Competency::code))
                .toList();
        Map<String, CompetencyId> ids = new HashMap<>();
        transactions.executeWithoutResult(status -> {
            for (List<Competency> batch : Columns.batches(ordered)) {
                ids.putAll(saveBatch(framework, batch));
            }
        });
        return ids;
    }

    private Map<String, CompetencyId> saveBatch(FrameworkId framework, List<Competency> batch) {
        Map<String, CompetencyId> ids = new HashMap<>();
        jdbc.sql("""
                        insert into competency (id, framework, code, name, heading, description)
                        select id, :framework, code, name, heading, description
                        from unnest(cast(:ids as uuid[]), cast(:codes as text[]), cast(:names as text[]),
                                    cast(:headings as text[]), cast(:descriptions as text[]))
                             as new (id, code, name, heading, description)
                        on conflict (framework, code) do update set
                            name = excluded.name, heading = excluded.heading, description = excluded.description
                        returning code, id
                        """)
                .param("framework", framework.value())
                .param("ids", Columns.text(batch, row -> row.id().toString()))
                .param("codes", Columns.text(batch, Competency::code))
                .param("names", Columns.text(batch, Competency::name))
                .param("headings", Columns.text(batch, Competency::group))
                .param("descriptions", Columns.text(batch, Competency::description))
                .query(row -> {
                    ids.put(row.getString("code"), new CompetencyId(row.getObject("id", UUID.class)));
                });
        String[] all = Columns.text(ids.values(), CompetencyId::toString);
        jdbc.sql("delete from competency_level where competency = any (cast(:ids as uuid[]))")
                .param("ids", all)
                .update();
        jdbc.sql("delete from competency_label where competency = any (cast(:ids as uuid[]))")
                .param("ids", all)
                .update();
        saveLevels(batch, ids);
        saveLabels(batch, ids);
        return ids;
    }

    private void saveLevels(List<Competency> batch, Map<String, CompetencyId> ids) {
        record Row(CompetencyId competency, ProficiencyLevel level) {}
        List<Row> rows = batch.stream()
                .flatMap(competency ->
                        competency.levels().stream().map(level -> new Row(id(ids, competency.code()), level)))
                .toList();
        jdbc.sql("""
                        insert into competency_level (competency, number, name, descriptor)
                        select * from unnest(cast(:competencies as uuid[]), cast(:numbers as integer[]),
                                             cast(:names as text[]), cast(:descriptors as text[]))
                        """)
                .param(
                        "competencies",
                        Columns.text(rows, row -> row.competency().toString()))
                .param(
                        "numbers",
                        rows.stream().mapToInt(row -> row.level().number()).toArray())
                .param("names", Columns.text(rows, row -> row.level().name()))
                .param("descriptors", Columns.text(rows, row -> row.level().descriptor()))
                .update();
    }

    private void saveLabels(List<Competency> batch, Map<String, CompetencyId> ids) {
        record Row(CompetencyId competency, int position, String label) {}
        List<Row> rows = new ArrayList<>();
        for (Competency competency : batch) {
            List<String> labels = competency.alternativeLabels();
            for (int i = 0; i < labels.size(); i++) {
                rows.add(new Row(id(ids, competency.code()), i, labels.get(i)));
            }
        }
        jdbc.sql("""
                        insert into competency_label (competency, position, label)
                        select * from unnest(cast(:competencies as uuid[]), cast(:positions as integer[]),
                                             cast(:labels as text[]))
                        """)
                .param(
                        "competencies",
                        Columns.text(rows, row -> row.competency().toString()))
                .param("positions", rows.stream().mapToInt(Row::position).toArray())
                .param("labels", Columns.text(rows, Row::label))
                .update();
    }

    void saveRoles(List<RoleProfile> roles) {
        refuseRepeated(roles, RoleProfile::code, "the role code");
        List<RoleProfile> ordered =
                roles.stream().sorted(Comparator.comparing(RoleProfile::code)).toList();
        transactions.executeWithoutResult(status -> Columns.batches(ordered).forEach(this::saveRoleBatch));
    }

    private void saveRoleBatch(List<RoleProfile> batch) {
        List<String> saved = jdbc.sql("""
                        insert into role_profile (code, name, description, framework)
                        select * from unnest(cast(:codes as text[]), cast(:names as text[]),
                                             cast(:descriptions as text[]), cast(:frameworks as uuid[]))
                        on conflict (code) do update set name = excluded.name, description = excluded.description
                            where role_profile.framework = excluded.framework
                        returning code
                        """)
                .param("codes", Columns.text(batch, RoleProfile::code))
                .param("names", Columns.text(batch, RoleProfile::name))
                .param("descriptions", Columns.text(batch, RoleProfile::description))
                .param(
                        "frameworks",
                        Columns.text(batch, role -> role.framework().toString()))
                .query(String.class)
                .list();
        if (saved.size() < batch.size()) {
            String taken = batch.stream()
                    .map(RoleProfile::code)
                    .filter(code -> !saved.contains(code))
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException("the role code " + taken + " belongs to another framework");
        }
        jdbc.sql("delete from expectation where role_code = any (cast(:codes as text[]))")
                .param("codes", Columns.text(batch, RoleProfile::code))
                .update();
        record Row(String role, Expectation expectation) {}
        List<Row> rows = batch.stream()
                .flatMap(role -> role.expectations().stream().map(expectation -> new Row(role.code(), expectation)))
                .toList();
        for (List<Row> part : Columns.batches(rows)) {
            jdbc.sql("""
                            insert into expectation (role_code, competency, level, importance)
                            select * from unnest(cast(:roles as text[]), cast(:competencies as uuid[]),
                                                 cast(:levels as double precision[]),
                                                 cast(:importances as double precision[]))
                            """)
                    .param("roles", Columns.text(part, Row::role))
                    .param(
                            "competencies",
                            Columns.text(
                                    part, row -> row.expectation().competency().toString()))
                    .param(
                            "levels",
                            Columns.numbers(part, row -> row.expectation().level()))
                    .param(
                            "importances",
                            Columns.numbers(part, row -> row.expectation().importance()))
                    .update();
        }
    }

    List<ActivityId> saveActivities(List<LearningActivity> activities) {
        refuseRepeated(activities, LearningActivity::externalId, "the activity's external id");
        List<LearningActivity> ordered = activities.stream()
                .sorted(Comparator.comparing(LearningActivity::externalId))
                .toList();
        Map<String, ActivityId> ids = new HashMap<>();
        transactions.executeWithoutResult(status -> {
            for (List<LearningActivity> batch : Columns.batches(ordered)) {
                ids.putAll(saveActivityBatch(batch));
            }
        });
        return activities.stream()
                .map(activity -> Objects.requireNonNull(ids.get(activity.externalId())))
                .toList();
    }

    private Map<String, ActivityId> saveActivityBatch(List<LearningActivity> batch) {
        Map<String, ActivityId> ids = new HashMap<>();
        jdbc.sql("""
                        insert into learning_activity
                            (id, external_id, title, description, kind, effort_hours, provider, url, available)
                        select * from unnest(cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:titles as text[]),
                                             cast(:descriptions as text[]), cast(:kinds as text[]),
                                             cast(:hours as double precision[]), cast(:providers as text[]),
                                             cast(:urls as text[]), cast(:available as boolean[]))
                        on conflict (external_id) do update set
                            title = excluded.title, description = excluded.description, kind = excluded.kind,
                            effort_hours = excluded.effort_hours, provider = excluded.provider, url = excluded.url,
                            available = excluded.available
                        returning external_id, id
                        """)
                .param("ids", Columns.text(batch, row -> row.id().toString()))
                .param("externalIds", Columns.text(batch, LearningActivity::externalId))
                .param("titles", Columns.text(batch, LearningActivity::title))
                .param("descriptions", Columns.text(batch, LearningActivity::description))
                .param("kinds", Columns.text(batch, row -> row.kind().name()))
                .param("hours", Columns.numbers(batch, LearningActivity::effortHours))
                .param("providers", Columns.text(batch, LearningActivity::provider))
                .param("urls", Columns.text(batch, LearningActivity::url))
                .param("available", Columns.text(batch, row -> String.valueOf(row.available())))
                .query(row -> {
                    ids.put(row.getString("external_id"), new ActivityId(row.getObject("id", UUID.class)));
                });
        jdbc.sql("delete from activity_develops where activity = any (cast(:ids as uuid[]))")
                .param("ids", Columns.text(ids.values(), ActivityId::toString))
                .update();
        record Row(ActivityId activity, Develops develops) {}
        List<Row> rows = batch.stream()
                .flatMap(activity -> activity.develops().stream()
                        .map(develops -> new Row(Objects.requireNonNull(ids.get(activity.externalId())), develops)))
                .toList();
        jdbc.sql("""
                        insert into activity_develops (activity, competency, from_level, to_level)
                        select * from unnest(cast(:activities as uuid[]), cast(:competencies as uuid[]),
                                             cast(:fromLevels as double precision[]),
                                             cast(:toLevels as double precision[]))
                        """)
                .param("activities", Columns.text(rows, row -> row.activity().toString()))
                .param(
                        "competencies",
                        Columns.text(rows, row -> row.develops().competency().toString()))
                .param("fromLevels", Columns.numbers(rows, row -> row.develops().fromLevel()))
                .param("toLevels", Columns.numbers(rows, row -> row.develops().toLevel()))
                .update();
        return ids;
    }

    private static CompetencyId id(Map<String, CompetencyId> ids, String code) {
        return Objects.requireNonNull(ids.get(code));
    }

    /** A repeated key would make PostgreSQL refuse the statement without saying which. */
    private static <T> void refuseRepeated(List<T> rows, Function<T, String> key, String what) {
        rows.stream().collect(Collectors.groupingBy(key, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .findFirst()
                .ifPresent(entry -> {
                    throw new IllegalArgumentException(
                            what + " " + entry.getKey() + " is given " + entry.getValue() + " times");
                });
    }
}
