package dev.trellis.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.planning.PlanId;
import dev.trellis.review.Decision.Accepted;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.Decision.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reviews in PostgreSQL. Everything here runs on behalf of a person; row-level security decides what is there for them. */
@Component
class JdbcReviews {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    JdbcReviews(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Runs {@code work} in one transaction on behalf of {@code person}; an exception undoes all of it. */
    <T> T as(PersonId person, Supplier<T> work) {
        return as(person.toString(), work);
    }

    /** As the pipeline, which sees every draft and may decide nothing. */
    <T> T asPlanning(Supplier<T> work) {
        return as("planning", work);
    }

    private <T> T as(String reader, Supplier<T> work) {
        return transactions.execute(status -> {
            jdbc.sql("select set_config('trellis.reader', :reader, true)")
                    .param("reader", reader)
                    .query(String.class)
                    .single();
            return work.get();
        });
    }

    /** Begins a review; no effect where someone already did. */
    void begin(PlanDraftId draft, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into review (draft, opened_by, opened_at)
                        values (:draft, :by, :at)
                        on conflict (draft) do nothing
                        """)
                .param("draft", draft.value())
                .param("by", by.value())
                .param("at", utc(at))
                .update();
    }

    /** Holds the review until the transaction ends: decisions about one draft come one after the other. */
    void lock(PlanDraftId draft) {
        jdbc.sql("select version from review where draft = :draft for update")
                .param("draft", draft.value())
                .query(Integer.class)
                .single();
    }

    Optional<Review> find(PlanDraftId draft) {
        return Optional.ofNullable(findAll(List.of(draft)).get(draft));
    }

    /** Reviews that were begun, by draft; three queries whatever the number. */
    Map<PlanDraftId, Review> findAll(Collection<PlanDraftId> drafts) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = drafts.stream().map(PlanDraftId::value).toList();
        Map<UUID, List<Row>> decisions = jdbc
                .sql("""
                        select id, draft, item, decision, reason, words, task, first_step, success_measure, due_on,
                               effort_hours, sought_level, decided_by, decided_at, seconds_looked, source_read
                        from item_decision
                        where draft in (:drafts)
                        """)
                .param("drafts", ids)
                .query((row, number) -> new Row(row.getObject("draft", UUID.class), decision(row)))
                .list()
                .stream()
                .collect(groupingBy(Row::draft));
        Map<UUID, SignOff> signOffs = jdbc
                .sql("select draft, outcome, plan, words, signed_by, signed_at from sign_off where draft in (:drafts)")
                .param("drafts", ids)
                .query((row, number) -> Map.entry(row.getObject("draft", UUID.class), signOff(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return jdbc
                .sql("select draft, opened_by, opened_at, version from review where draft in (:drafts)")
                .param("drafts", ids)
                .query((row, number) -> {
                    UUID draft = row.getObject("draft", UUID.class);
                    return new Review(
                            new PlanDraftId(draft),
                            new PersonId(row.getObject("opened_by", UUID.class)),
                            instant(row, "opened_at"),
                            row.getInt("version"),
                            decisions.getOrDefault(draft, List.of()).stream()
                                    .map(Row::decision)
                                    .collect(toMap(ItemDecision::item, Function.identity())),
                            Optional.ofNullable(signOffs.get(draft)));
                })
                .list()
                .stream()
                .collect(toMap(Review::draft, Function.identity()));
    }

    /** Puts a decision in the place of the one that stands, if any. The caller holds the lock. */
    void decide(PlanDraftId draft, ItemDecision decision) {
        delete(draft, decision.item());
        Optional<Edit> edit =
                decision.decision() instanceof Edited edited ? Optional.of(edited.edit()) : Optional.empty();
        Optional<Rejected> rejected =
                decision.decision() instanceof Rejected rejection ? Optional.of(rejection) : Optional.empty();
        jdbc.sql("""
                        insert into item_decision (id, draft, item, decision, reason, words, task, first_step,
                                                   success_measure, due_on, effort_hours, sought_level,
                                                   decided_by, decided_at, seconds_looked, source_read)
                        values (:id, :draft, :item, :decision, :reason, :words, :task, :firstStep,
                                :successMeasure, :dueOn, :effortHours, :soughtLevel,
                                :by, :at, :secondsLooked, :sourceRead)
                        """)
                .param("id", decision.id())
                .param("draft", draft.value())
                .param("item", decision.item().value())
                .param("decision", decision.decision().code())
                .param("reason", rejected.map(Rejected::reason).map(Enum::name).orElse(null))
                .param("words", rejected.map(Rejected::words).orElse(""))
                .param("task", edit.map(Edit::task).orElse(null))
                .param("firstStep", edit.map(Edit::firstStep).orElse(null))
                .param("successMeasure", edit.map(Edit::successMeasure).orElse(null))
                .param("dueOn", edit.map(Edit::dueOn).orElse(null))
                .param("effortHours", edit.map(Edit::effortHours).orElse(null))
                .param("soughtLevel", edit.map(Edit::soughtLevel).orElse(null))
                .param("by", decision.by().value())
                .param("at", utc(decision.at()))
                .param("secondsLooked", decision.looked().toSeconds())
                .param("sourceRead", decision.sourceRead())
                .update();
        raiseVersion(draft);
    }

    /** Takes the standing decision back. The caller holds the lock. */
    void takeBack(PlanDraftId draft, DraftItemId item) {
        if (delete(draft, item) != 1) {
            throw new IllegalStateException("no decision to take back on item " + item);
        }
        raiseVersion(draft);
    }

    void end(PlanDraftId draft, SignOff signOff) {
        PlanId plan = signOff instanceof SignOff.Approved approved ? approved.plan() : null;
        jdbc.sql("""
                        insert into sign_off (draft, outcome, plan, words, signed_by, signed_at)
                        values (:draft, :outcome, :plan, :words, :by, :at)
                        """)
                .param("draft", draft.value())
                .param("outcome", outcome(signOff))
                .param("plan", plan == null ? null : plan.value())
                .param("words", signOff.words())
                .param("by", signOff.by().value())
                .param("at", utc(signOff.at()))
                .update();
    }

    private int delete(PlanDraftId draft, DraftItemId item) {
        return jdbc.sql("delete from item_decision where draft = :draft and item = :item")
                .param("draft", draft.value())
                .param("item", item.value())
                .update();
    }

    private void raiseVersion(PlanDraftId draft) {
        int changed = jdbc.sql("update review set version = version + 1 where draft = :draft")
                .param("draft", draft.value())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("no review of draft " + draft);
        }
    }

    private static String outcome(SignOff signOff) {
        return switch (signOff) {
            case SignOff.Approved approved -> "APPROVED";
            case SignOff.ChangesRequested requested -> "CHANGES_REQUESTED";
            case SignOff.Rejected rejected -> "REJECTED";
        };
    }

    private static SignOff signOff(ResultSet row) throws SQLException {
        PersonId by = new PersonId(row.getObject("signed_by", UUID.class));
        Instant at = instant(row, "signed_at");
        String words = row.getString("words");
        String outcome = row.getString("outcome");
        return switch (outcome) {
            case "APPROVED" -> new SignOff.Approved(new PlanId(row.getObject("plan", UUID.class)), by, at, words);
            case "CHANGES_REQUESTED" -> new SignOff.ChangesRequested(by, at, words);
            case "REJECTED" -> new SignOff.Rejected(by, at, words);
            default -> throw new IllegalStateException("unknown outcome " + outcome);
        };
    }

    private static ItemDecision decision(ResultSet row) throws SQLException {
        return new ItemDecision(
                row.getObject("id", UUID.class),
                new DraftItemId(row.getObject("item", UUID.class)),
                whatWasDecided(row),
                new PersonId(row.getObject("decided_by", UUID.class)),
                instant(row, "decided_at"),
                Duration.ofSeconds(row.getInt("seconds_looked")),
                row.getBoolean("source_read"));
    }

    private static Decision whatWasDecided(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return switch (decision) {
            case "ACCEPTED" -> new Accepted();
            case "EDITED" ->
                new Edited(new Edit(
                        row.getString("task"),
                        row.getString("first_step"),
                        row.getString("success_measure"),
                        row.getObject("due_on", LocalDate.class),
                        row.getDouble("effort_hours"),
                        row.getDouble("sought_level")));
            case "REJECTED" -> new Rejected(RejectReason.valueOf(row.getString("reason")), row.getString("words"));
            default -> throw new IllegalStateException("unknown decision " + decision);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(UUID draft, ItemDecision decision) {}
}
