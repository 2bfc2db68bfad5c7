package dev.trellis.learning;

import dev.trellis.audit.AuditTrail;
import dev.trellis.ranking.Prior;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a model of all decisions and puts it to use where it is better than the one in use, and not unfair. */
@Component
class Retraining {

    static final String BY_ITSELF = "trellis";
    private static final String SUBJECT = "learning";

    private final JdbcSignals signals;
    private final LearnedModels models;
    private final Prior prior;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Retraining(
            JdbcSignals signals,
            LearnedModels models,
            Prior prior,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.signals = signals;
        this.models = models;
        this.prior = prior;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param model id of the model that was made; empty where nobody decided anything yet */
    record Result(Optional<String> model, Challenge.Outcome outcome) {}

    /** The same decisions and seed make the same model; nothing is noted in it of the day it was made. */
    Result retrain(long seed, String by) {
        signals.catchUp();
        List<Signal> all = signals.all();
        if (all.isEmpty()) {
            return new Result(
                    Optional.empty(),
                    new Challenge.Outcome(false, 0, 0, 0, Map.of(), "Nobody has signed off a draft yet."));
        }
        Instant latest = all.getLast().at();
        Challenge.Split split = Challenge.split(all);
        Optional<String> inUse = models.champion();
        OrganisationModel challenger = OrganisationModel.train(prior, split.learnedFrom(), seed, latest);
        Challenge.Outcome outcome = Challenge.between(logOdds(inUse), challenger::logOdds, split.heldBack(), seed);
        OrganisationModel whole = OrganisationModel.train(prior, all, seed, latest);
        String dataHash =
                DigestUtils.sha256Hex(all.stream().map(LearningJson::write).collect(Collectors.joining("\n")));
        transactions.executeWithoutResult(status -> {
            models.keep(new LearnedModels.Made(
                    whole.id(),
                    seed,
                    all.size(),
                    dataHash,
                    outcome.promoted(),
                    card(whole.id(), inUse, all.size(), dataHash, seed, outcome),
                    whole.file()));
            if (outcome.promoted()) {
                models.promote(Optional.of(whole.id()), by);
            }
            audit.append(
                    by,
                    outcome.promoted() ? "learning.promoted" : "learning.kept-back",
                    SUBJECT,
                    Map.of("model", whole.id(), "data", dataHash, "reason", outcome.reason()));
        });
        return new Result(Optional.of(whole.id()), outcome);
    }

    /** Goes back to the model promoted before. @return what is in use now, empty for the ranking alone */
    Optional<String> rollBack(String by) {
        String inUse = models.champion().orElseThrow(() -> new IllegalStateException("no learned model is in use"));
        return transactions.execute(status -> {
            Optional<String> before = models.before(inUse);
            models.promote(before, by);
            audit.append(
                    by,
                    "learning.rolled-back",
                    SUBJECT,
                    Map.of("from", inUse, "to", before.orElse("the ranking alone")));
            return before;
        });
    }

    private ToDoubleFunction<Option> logOdds(Optional<String> model) {
        return model.<ToDoubleFunction<Option>>map(id -> models.read(id)::logOdds)
                .orElse(Learned::priorLogOdds);
    }

    private static String card(
            String id, Optional<String> inUse, int decisions, String dataHash, long seed, Challenge.Outcome outcome) {
        String shifts = outcome.shifts().entrySet().stream()
                .map(shift -> String.format(Locale.ROOT, "%s %+.3f", shift.getKey(), shift.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """
                # %s

                **What it does.** Gives the chance that a mentor of this organisation keeps an activity for a gap. It changes what
                is proposed first; a person decides about every proposal.

                **What it was made from.** %d decisions of mentors about items of signed-off drafts (hash %s), and the ranking
                prior's where there are few. Features: how the activity fits the gap, its kind, its form, its hours. Nothing about
                who a learner is.

                **Judged** on %d decisions about learners it had not seen, made after those it learned from, against %s: log loss
                lower by %.4f, by at least %.4f with 95 %% confidence. Shares of kinds among what would be kept changed by: %s.

                **%s**

                Seed %d. The same decisions and seed give the same bytes.
                """,
                id,
                decisions,
                dataHash,
                outcome.decisions(),
                inUse.orElse("the ranking alone"),
                outcome.gain(),
                outcome.least(),
                shifts.isEmpty() ? "not looked at" : shifts,
                outcome.reason(),
                seed);
    }
}
