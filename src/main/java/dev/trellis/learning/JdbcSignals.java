package dev.trellis.learning;

import dev.trellis.learning.Signal.Verdict;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftBases;
import dev.trellis.planning.DraftBases.Basis;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.planning.PlanDraftId;
import dev.trellis.review.SignedOffItems;
import dev.trellis.review.SignedOffItems.DecidedItem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signals in PostgreSQL, read off each signed-off draft once. A draft that cannot be read gives none, and is not tried again. */
@Component
class JdbcSignals {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DraftBases bases;
    private final SignedOffItems decided;
    private final Clock clock;

    JdbcSignals(
            JdbcClient jdbc,
            TransactionOperations transactions,
            DraftBases bases,
            SignedOffItems decided,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.bases = bases;
        this.decided = decided;
        this.clock = clock;
    }

    /** Takes in what was signed off since. Two at once take each draft in once. */
    void catchUp() {
        List<PlanDraftId> next = next();
        while (!next.isEmpty()) {
            Map<PlanDraftId, Basis> known = bases.of(next);
            Map<PlanDraftId, List<DecidedItem>> byDraft =
                    decided.of(next).stream().collect(Collectors.groupingBy(DecidedItem::draft));
            for (PlanDraftId draft : next) {
                List<Signal> signals = Optional.ofNullable(known.get(draft))
                        .map(basis -> signals(basis, byDraft.getOrDefault(draft, List.of())))
                        .orElse(List.of());
                transactions.executeWithoutResult(status -> keep(draft, signals));
            }
            next = next();
        }
    }

    /** @return all, oldest first */
    List<Signal> all() {
        return jdbc.sql("select signal from learning_signal order by decided_at, id")
                .query((row, number) -> LearningJson.read(row.getString("signal"), Signal.class))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from learning_signal")
                .query(Integer.class)
                .single();
    }

    /** @return the latest {@code most}, oldest first */
    List<Signal> of(PersonId mentor, int most) {
        return jdbc.sql("""
                        select signal from learning_signal
                        where mentor = :mentor
                        order by decided_at desc, id desc
                        limit :most
                        """)
                .param("mentor", mentor.value())
                .param("most", most)
                .query((row, number) -> LearningJson.read(row.getString("signal"), Signal.class))
                .list()
                .reversed();
    }

    private List<PlanDraftId> next() {
        return transactions.execute(status -> {
            jdbc.sql("select set_config('trellis.reader', 'planning', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql("""
                            select s.draft
                            from sign_off s
                            where not exists (select from learning_draft l where l.draft = s.draft)
                            order by s.signed_at, s.draft
                            limit :most
                            """)
                    .param("most", AT_ONCE)
                    .query((row, number) -> PlanDraftId.of(row.getString("draft")))
                    .list();
        });
    }

    private void keep(PlanDraftId draft, List<Signal> signals) {
        int taken = jdbc.sql("""
                        insert into learning_draft (draft, signals, taken_at)
                        values (:draft, :signals, :now)
                        on conflict (draft) do nothing
                        """)
                .param("draft", draft.value())
                .param("signals", signals.size())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (taken == 0) {
            return;
        }
        signals.forEach(signal -> jdbc.sql("""
                        insert into learning_signal (id, draft, mentor, learner, decided_at, signal)
                        values (:id, :draft, :mentor, :learner, :at, cast(:signal as jsonb))
                        """)
                .param("id", signal.id())
                .param("draft", draft.value())
                .param("mentor", signal.mentor().value())
                .param("learner", signal.learner().value())
                .param("at", signal.at().atOffset(ZoneOffset.UTC))
                .param("signal", LearningJson.write(signal))
                .update());
    }

    private static List<Signal> signals(Basis basis, List<DecidedItem> decisions) {
        List<Signal> signals = new ArrayList<>();
        for (DecidedItem decision : decisions) {
            basis.items().stream()
                    .filter(item -> item.id().equals(decision.item()))
                    .findFirst()
                    .flatMap(item -> signal(basis, item, decision))
                    .ifPresent(signals::add);
        }
        return signals;
    }

    private static Optional<Signal> signal(Basis basis, DraftItem item, DecidedItem decision) {
        Signal.Lines drafted = new Signal.Lines(item.successMeasure(), item.dueOn(), item.soughtLevel());
        Signal.Lines after = decision.edit()
                .map(edit -> new Signal.Lines(edit.successMeasure(), edit.dueOn(), edit.soughtLevel()))
                .orElse(drafted);
        return Signal.of(
                new Signal.Decided(
                        decision.id(),
                        decision.by(),
                        decision.at(),
                        item.position(),
                        basis.items().size(),
                        switch (decision.verdict()) {
                            case KEPT -> Verdict.KEPT;
                            case CHANGED -> Verdict.CHANGED;
                            case ACTIVITY_TURNED_DOWN -> Verdict.UNWANTED;
                            case TURNED_DOWN -> Verdict.NOT_NOW;
                        },
                        decision.looked()),
                basis.brief(),
                item.competency(),
                item.action(),
                drafted,
                after);
    }
}
