package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.PlanDraftId;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person put off. It hides a draft from that person's list of what waits until the day, and changes nothing else. */
@Component
class Later {

    private final JdbcClient jdbc;
    private final JdbcReviews reviews;

    Later(JdbcClient jdbc, JdbcReviews reviews) {
        this.jdbc = jdbc;
        this.reviews = reviews;
    }

    /** @param againOn first day on which it waits again */
    void putOff(PersonId me, PlanDraftId draft, LocalDate againOn) {
        reviews.as(
                me,
                () -> jdbc.sql("""
                        insert into review_later (draft, person, again_on)
                        values (:draft, :person, :againOn)
                        on conflict (draft, person) do update set again_on = excluded.again_on
                        """)
                        .param("draft", draft.value())
                        .param("person", me.value())
                        .param("againOn", againOn)
                        .update());
    }

    /** It waits again from now on; no effect where it was not put off. */
    void takeUp(PersonId me, PlanDraftId draft) {
        reviews.as(
                me,
                () -> jdbc.sql("delete from review_later where draft = :draft and person = :person")
                        .param("draft", draft.value())
                        .param("person", me.value())
                        .update());
    }

    /** First day on which each waits again, of those put off past {@code today}. */
    Map<PlanDraftId, LocalDate> of(PersonId me, LocalDate today) {
        return reviews.as(
                me,
                () -> jdbc
                        .sql("select draft, again_on from review_later where person = :person and again_on > :today")
                        .param("person", me.value())
                        .param("today", today)
                        .query((row, number) -> Map.entry(
                                new PlanDraftId(row.getObject("draft", UUID.class)),
                                row.getObject("again_on", LocalDate.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
