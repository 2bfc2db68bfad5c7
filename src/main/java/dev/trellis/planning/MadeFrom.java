package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a learner is told about drafts made from their words: who got to read how much, and when. Never the draft itself. */
class MadeFrom {

    private static final int SHOWN = 5;

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final People people;

    MadeFrom(JdbcClient jdbc, ReadingAs readingAs, People people) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.people = people;
    }

    List<Told> about(PersonId learner, Days days) {
        List<Row> rows = readingAs.planning(() -> jdbc.sql("""
                        select d.created_at, r.readers, count(*) filter (where s.used) as quoted
                        from plan_draft d
                        join draft_record r on r.draft = d.id
                        left join draft_source s on s.draft = d.id
                        where d.learner = :learner and d.state <> 'WITHHELD'
                        group by d.id, d.created_at, r.readers
                        order by d.created_at desc
                        limit :shown
                        """)
                .param("learner", learner.value())
                .param("shown", SHOWN)
                .query((row, number) -> new Row(
                        days.day(JdbcPlanDrafts.instant(row, "created_at")),
                        DraftWords.people(row.getArray("readers")),
                        row.getInt("quoted")))
                .list());
        Map<PersonId, Person> readers = people.findAll(
                rows.stream().flatMap(row -> row.readers().stream()).collect(Collectors.toSet()));
        return rows.stream().map(row -> told(row, readers)).toList();
    }

    private static Told told(Row row, Map<PersonId, Person> readers) {
        String names = Days.list(row.readers().stream()
                .flatMap(id -> Optional.ofNullable(readers.get(id)).stream())
                .map(Person::displayName)
                .toList());
        String what = switch (row.quoted()) {
            case 0 -> "A draft plan for you went to ";
            case 1 -> "A draft plan that rests on one of your records went to ";
            default -> "A draft plan that rests on " + row.quoted() + " of your records went to ";
        };
        return new Told(what + names + ".", row.on());
    }

    private record Row(String on, List<PersonId> readers, int quoted) {}

    record Told(String text, String when) {}
}
