package dev.trellis.fairness;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftBases;
import dev.trellis.planning.DraftBases.Basis;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.SignedOffItems;
import dev.trellis.review.SignedOffItems.DecidedItem;
import dev.trellis.review.SignedOffItems.Verdict;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was proposed to people and decided, beside the groups they belong to. Of single people: nothing here may be shown. */
@Component
class FairnessCases {

    /** Words that take back what a sentence says. */
    private static final Pattern TENTATIVE = Pattern.compile(
            "\\b(might|may|could|perhaps|maybe|possibly|try to|vielleicht|könnte|eventuell)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final double HOURS_A_DAY = 24;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final DraftBases bases;
    private final SignedOffItems decided;

    FairnessCases(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transactions,
            DraftBases bases,
            SignedOffItems decided) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.bases = bases;
        this.decided = decided;
    }

    private record SignedOff(PlanDraftId draft, PersonId learner, Duration waited) {}

    /** A case for each item of the drafts that were signed off from {@code from} to before {@code until}. */
    List<Audited> signedOff(Instant from, Instant until) {
        List<SignedOff> drafts = as(
                "planning",
                () -> jdbc.sql("""
                        select s.draft, d.learner, d.created_at, s.signed_at
                        from sign_off s
                        join plan_draft d on d.id = s.draft
                        where s.signed_at >= :from and s.signed_at < :until
                        order by s.draft
                        """)
                        .param("from", Timestamp.from(from))
                        .param("until", Timestamp.from(until))
                        .query((row, n) -> new SignedOff(
                                PlanDraftId.of(row.getString(1)),
                                new PersonId(row.getObject(2, UUID.class)),
                                Duration.between(
                                        row.getTimestamp(3).toInstant(),
                                        row.getTimestamp(4).toInstant())))
                        .list());
        List<PlanDraftId> ids = drafts.stream().map(SignedOff::draft).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<PlanDraftId, Basis> written = bases.of(ids);
        Map<DraftItemId, Verdict> verdicts = decided.of(ids).stream()
                .collect(Collectors.toMap(DecidedItem::item, DecidedItem::verdict, (one, later) -> later));
        Map<PersonId, Map<String, String>> groups =
                groups(drafts.stream().map(SignedOff::learner).toList());
        List<Audited> cases = new ArrayList<>();
        for (SignedOff draft : drafts) {
            Basis basis = written.get(draft.draft());
            for (DraftItem item : basis == null ? List.<DraftItem>of() : basis.items()) {
                cases.add(new Audited(
                        draft.learner().toString(),
                        groups.getOrDefault(draft.learner(), Map.of()),
                        outcomes(item, draft.waited(), verdicts.get(item.id()))));
            }
        }
        return cases;
    }

    /** Each said so that more of it is better for who gets it, kinds and hours apart, where neither is. */
    private static Map<String, Double> outcomes(
            DraftItem item, Duration waited, @org.jspecify.annotations.Nullable Verdict verdict) {
        Map<String, Double> outcomes = new HashMap<>();
        outcomes.put("learning by doing", yes(item.kind() == ActivityKind.EXPERIENCE));
        outcomes.put("learning through others", yes(item.kind() == ActivityKind.EXPOSURE));
        outcomes.put("learning by study", yes(item.kind() == ActivityKind.EDUCATION));
        outcomes.put("hours", item.effortHours());
        outcomes.put("level aimed at", item.soughtLevel());
        outcomes.put("rests on much", yes(item.support().strength() != Strength.THIN));
        outcomes.put("said plainly", yes(!TENTATIVE.matcher(words(item)).find()));
        outcomes.put("answered soon", -waited.toHours() / HOURS_A_DAY);
        if (verdict != null) {
            outcomes.put("accepted", yes(verdict == Verdict.KEPT || verdict == Verdict.CHANGED));
            outcomes.put("accepted as it was", yes(verdict == Verdict.KEPT));
        }
        return outcomes;
    }

    private static String words(DraftItem item) {
        return Stream.concat(
                        Stream.of(item.task(), item.firstStep()),
                        item.why().stream().map(Claim::text))
                .collect(Collectors.joining(" "));
    }

    private static double yes(boolean is) {
        return is ? 1 : 0;
    }

    private Map<PersonId, Map<String, String>> groups(Collection<PersonId> people) {
        Map<PersonId, Map<String, String>> groups = new HashMap<>();
        as("auditing", () -> {
            jdbc.sql("select person, attribute, value from fairness_attribute where person = any(:people)")
                    .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                    .query(row -> {
                        groups.computeIfAbsent(new PersonId(row.getObject(1, UUID.class)), none -> new HashMap<>())
                                .put(row.getString(2), row.getString(3));
                    });
            return true;
        });
        return groups;
    }

    /** How many people something is recorded of, by attribute. */
    Map<String, Integer> recorded() {
        return as(
                "auditing",
                () -> jdbc
                        .sql("select attribute, count(*) from fairness_attribute group by attribute order by attribute")
                        .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.TreeMap::new)));
    }

    /** In place of all that was recorded before. @param byPerson value by attribute */
    void replace(Map<PersonId, Map<String, String>> byPerson) {
        as("auditing", () -> {
            jdbc.sql("delete from fairness_attribute").update();
            batches.batchUpdate(
                    "insert into fairness_attribute (person, attribute, value) values (:person, :attribute, :value)",
                    byPerson.entrySet().stream()
                            .flatMap(person -> person.getValue().entrySet().stream()
                                    .map(one -> new MapSqlParameterSource(
                                                    "person", person.getKey().value())
                                            .addValue("attribute", one.getKey())
                                            .addValue("value", one.getValue())))
                            .toArray(MapSqlParameterSource[]::new));
            return true;
        });
    }

    private <T> T as(String reader, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("select set_config('trellis.reader', :reader, true)")
                    .param("reader", reader)
                    .query(String.class)
                    .single();
            return work.get();
        }));
    }
}
