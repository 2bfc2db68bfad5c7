package dev.trellis.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of drafts week by week, in numbers: nothing anyone wrote, and nobody's name. */
class DraftFigures {

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;

    DraftFigures(JdbcClient jdbc, ReadingAs readingAs) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
    }

    /**
     * One entry a week in which a draft was made, the latest first.
     *
     * <p>A draft was withheld where its document says why, also once another took its place; it was repaired where its writer was
     * asked twice and it was not withheld. A code counts once a draft, however many sentences it was found in.
     */
    List<Week> since(Instant from) {
        SortedMap<LocalDate, Week> weeks = new TreeMap<>();
        readingAs.planning(() -> jdbc.sql("""
                        with made as (
                            select d.id, d.writer, d.abstained, r.findings,
                                   date_trunc('week', d.created_at at time zone 'UTC')::date as week,
                                   jsonb_array_length(p.document -> 'findings') > 0 as withheld,
                                   jsonb_array_length(r.calls) > 1 as asked_twice
                            from plan_draft d
                            join plan_draft_document p on p.draft = d.id
                            join draft_record r on r.draft = d.id
                            where d.created_at >= :since
                        )
                        select week, 'made' as figure, '' as name, count(*) as n from made group by week
                        union all
                        select week, 'abstained', '', count(*) from made where abstained group by week
                        union all
                        select week, 'withheld', '', count(*) from made where withheld group by week
                        union all
                        select week, 'repaired', '', count(*) from made where asked_twice and not withheld group by week
                        union all
                        select week, 'writer', writer, count(*) from made group by week, writer
                        union all
                        select week, 'finding', finding ->> 'code', count(distinct id)
                        from made cross join lateral jsonb_array_elements(findings) as finding
                        group by week, finding ->> 'code'
                        """)
                .param("since", JdbcPlanDrafts.at(from))
                .query((row, number) -> {
                    LocalDate week = row.getObject("week", LocalDate.class);
                    weeks.computeIfAbsent(week, Week::new)
                            .add(row.getString("figure"), row.getString("name"), row.getInt("n"));
                    return week;
                })
                .list());
        return weeks.values().stream().toList().reversed();
    }

    /** @param counts drafts by what became of them: made, abstained, withheld, repaired */
    record Week(
            LocalDate monday,
            Map<String, Integer> counts,
            SortedMap<String, Integer> writers,
            SortedMap<String, Integer> findings) {

        Week(LocalDate monday) {
            this(monday, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        int count(String figure) {
            return counts.getOrDefault(figure, 0);
        }

        /** Share of the week's drafts in which a code was found, in {@code [0, 1]}. */
        double shareWith(String code) {
            return findings.getOrDefault(code, 0) / (double) Math.max(1, count("made"));
        }

        private void add(String figure, String name, int n) {
            switch (figure) {
                case "writer" -> writers.put(name, n);
                case "finding" -> findings.put(name, n);
                default -> counts.put(figure, n);
            }
        }
    }
}
