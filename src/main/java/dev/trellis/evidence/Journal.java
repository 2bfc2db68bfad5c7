package dev.trellis.evidence;

import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person wrote, and what others recorded about them, a page at a time. Read as that person, so the same policy holds. */
@Component
class Journal {

    enum Shelf {
        MINE("author_person = :me"),
        ABOUT_ME("about = :me and author_person is distinct from :me");

        private final String where;

        Shelf(String where) {
            this.where = where;
        }
    }

    private final JdbcClient jdbc;
    private final OnBehalf onBehalf;

    Journal(JdbcClient jdbc, OnBehalf onBehalf) {
        this.jdbc = jdbc;
        this.onBehalf = onBehalf;
    }

    /** Newest first. */
    List<Evidence> page(PersonId me, Shelf shelf, int offset, int size) {
        return onBehalf.reading(
                new Reader.OfPerson(me),
                () -> jdbc.sql("select " + EvidenceRows.COLUMNS + """
                        from evidence
                        where withdrawn_at is null and
                        """ + shelf.where + """
                         order by occurred_at desc, id desc
                        limit :size offset :offset
                        """)
                        .params(Map.of("me", me.value(), "size", size, "offset", offset))
                        .query(EvidenceRows::evidence)
                        .list());
    }

    int count(PersonId me, Shelf shelf) {
        return onBehalf.reading(
                new Reader.OfPerson(me),
                () -> jdbc.sql("""
                        select count(*)
                        from evidence
                        where withdrawn_at is null and
                        """ + shelf.where)
                        .param("me", me.value())
                        .query(Integer.class)
                        .single());
    }
}
