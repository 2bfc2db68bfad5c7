package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.EarlierRejections;
import dev.trellis.planning.PlanDraftId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejected items, as the next draft should know them: the reason code, never the reviewer's words. */
@Component
class JdbcEarlierRejections implements EarlierRejections {

    private final JdbcClient jdbc;
    private final JdbcReviews reviews;

    JdbcEarlierRejections(JdbcClient jdbc, JdbcReviews reviews) {
        this.jdbc = jdbc;
        this.reviews = reviews;
    }

    @Override
    public List<Rejection> of(PersonId reader, PersonId learner, Instant since) {
        return reviews.as(
                reader,
                () -> jdbc.sql("""
                        select d.draft, d.item, d.reason, d.decided_at
                        from plan_draft p
                        join item_decision d on d.draft = p.id
                        where p.learner = :learner and d.decision = 'REJECTED' and d.decided_at >= :since
                        order by d.decided_at desc, d.id
                        """)
                        .param("learner", learner.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query((row, number) -> {
                            RejectReason reason = RejectReason.valueOf(row.getString("reason"));
                            return new Rejection(
                                    new PlanDraftId(row.getObject("draft", UUID.class)),
                                    new DraftItemId(row.getObject("item", UUID.class)),
                                    about(reason),
                                    reason.words(),
                                    LocalDate.ofInstant(
                                            row.getObject("decided_at", OffsetDateTime.class)
                                                    .toInstant(),
                                            ZoneOffset.UTC));
                        })
                        .list());
    }

    private static About about(RejectReason reason) {
        return switch (reason) {
            case NOT_RELEVANT, ALREADY_HAS_IT -> About.GAP;
            case WRONG_LEVEL, DUPLICATE, OTHER -> About.ACTIVITY;
            case TOO_VAGUE, FACTUALLY_WRONG, SENSITIVE_OR_UNFAIR, BAD_TIMING -> About.MOMENT;
        };
    }
}
