package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.verification.DraftCheck;
import dev.trellis.verification.Finding;
import dev.trellis.verification.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a draft written and holds it against its brief: repaired at most once, then what still fails is left out. */
class CheckedWriter {

    /** One item left of several wanted is no plan. */
    private static final int FEWEST_ITEMS = 2;

    private final PlanDrafter drafter;
    private final PlanDrafter templates;
    private final DraftCheck check;

    CheckedWriter(PlanDrafter drafter, PlanDrafter templates, DraftCheck check) {
        this.drafter = drafter;
        this.templates = templates;
        this.check = check;
    }

    /** @param changes what a person asked to be different in {@code previous}; both or neither are there */
    Written write(Brief brief, Optional<DraftText> previous, String changes) {
        if (brief.focuses().isEmpty()) {
            return abstained(nothingToWorkOn(brief), List.of(byTrellis()));
        }
        if (previous.isPresent() && !changes.isBlank()) {
            return checked(brief, drafter.repair(brief, previous.get(), List.of(changes)), false);
        }
        return checked(brief, drafter.draft(brief), true);
    }

    /**
     * What goes to the mentor in place of a model's draft that is withheld: the same plan in the words of templates, where
     * that holds. Empty where {@code written} is not withheld, or came from templates itself.
     */
    Optional<Written> insteadOf(Written written, Brief brief) {
        boolean byModel = !written.calls().getLast().writer().equals(WriterRecord.TEMPLATES);
        return Optional.of(written)
                .filter(withheld -> byModel && withheld.state() == DraftState.WITHHELD)
                .map(withheld -> checked(brief, templates.draft(brief), false))
                .filter(instead -> instead.state() != DraftState.WITHHELD);
    }

    private Written checked(Brief brief, DraftOutcome outcome, boolean mayRepair) {
        return switch (outcome) {
            case DraftOutcome.Abstained abstained -> abstained(abstained.missing(), List.of(abstained.how()));
            case DraftOutcome.Unavailable unavailable -> throw new WriterUnavailable(unavailable.reason());
            case DraftOutcome.Drafted drafted -> checked(brief, drafted, mayRepair);
        };
    }

    private Written checked(Brief brief, DraftOutcome.Drafted drafted, boolean mayRepair) {
        var soFar = new Attempt(drafted.text(), List.of(drafted.how()), List.of());
        return switch (check.check(drafted.text(), brief)) {
            case Verdict.Passed passed -> soFar.with(passed).passed(drafted.text(), passed);
            case Verdict.Failed failed ->
                mayRepair
                        ? repaired(brief, drafted, failed, soFar.with(failed))
                        : withoutFaults(brief, drafted.text(), failed, soFar.with(failed));
        };
    }

    private Written repaired(Brief brief, DraftOutcome.Drafted drafted, Verdict.Failed failed, Attempt soFar) {
        DraftOutcome repair = drafter.repair(
                brief,
                drafted.text(),
                failed.findings().stream()
                        .filter(Finding::blocks)
                        .map(CheckedWriter::fault)
                        .toList());
        return switch (repair) {
            case DraftOutcome.Drafted again -> {
                Attempt after = soFar.with(again.how());
                yield switch (check.check(again.text(), brief)) {
                    case Verdict.Passed passed -> after.with(passed).passed(again.text(), passed);
                    case Verdict.Failed still -> withoutFaults(brief, again.text(), still, after.with(still));
                };
            }
            case DraftOutcome.Abstained abstained ->
                withoutFaults(brief, drafted.text(), failed, soFar.with(abstained.how()));
            case DraftOutcome.Unavailable unavailable ->
                withoutFaults(brief, drafted.text(), failed, soFar.with(unavailable.how()));
        };
    }

    private Written withoutFaults(Brief brief, DraftText text, Verdict.Failed failed, Attempt soFar) {
        DraftText left = check.without(text, failed);
        boolean enough = left.items().size() >= Math.min(FEWEST_ITEMS, brief.itemsWanted());
        return switch (check.check(left, brief)) {
            case Verdict.Passed passed -> enough ? soFar.passed(left, passed) : soFar.withheld(left, failed.findings());
            case Verdict.Failed still ->
                soFar.with(still).withheld(new DraftText(List.of(), List.of()), still.findings());
        };
    }

    private static String fault(Finding finding) {
        String where = finding.item() < 0 ? "The draft" : "Item " + (finding.item() + 1);
        return finding.sentence().isEmpty()
                ? where + ": " + finding.reason()
                : where + ", “" + finding.sentence() + "”: " + finding.reason();
    }

    private static Written abstained(List<String> missing, List<WriterRecord> calls) {
        return new Written(
                DraftState.WAITING_FOR_REVIEW,
                new DraftText(List.of(), List.of()),
                missing,
                List.of(),
                Optional.empty(),
                calls,
                List.of());
    }

    private static List<String> nothingToWorkOn(Brief brief) {
        if (brief.roleName().isEmpty() && brief.targetRoleName().isEmpty()) {
            return List.of(
                    "Nobody has said which role %s has, so there is nothing to measure against."
                            .formatted(brief.givenName()),
                    "A role, or an aspiration that names one, would show what to work towards.");
        }
        return List.of(
                "Nothing that %s expects is missing in what was recorded about %s."
                        .formatted(brief.targetRoleName().orElse(brief.roleName()), brief.givenName()),
                "An aspiration that names another role, or levels a mentor sees differently, would open a direction.");
    }

    private static WriterRecord byTrellis() {
        return new WriterRecord(WriterRecord.TEMPLATES, List.of(), "", Map.of(), "", 0, 0, Duration.ZERO, List.of());
    }

    /** What the writer said so far. */
    private record Attempt(DraftText first, List<WriterRecord> calls, List<Finding> findings) {

        Attempt with(Verdict.Failed failed) {
            return with(failed.findings());
        }

        Attempt with(Verdict.Passed passed) {
            return with(passed.warnings());
        }

        private Attempt with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(more);
            return new Attempt(first, calls, all);
        }

        Attempt with(WriterRecord call) {
            List<WriterRecord> all = new ArrayList<>(calls);
            all.add(call);
            return new Attempt(first, all, findings);
        }

        Written passed(DraftText text, Verdict.Passed passed) {
            return new Written(
                    DraftState.WAITING_FOR_REVIEW,
                    text,
                    List.of(),
                    passed.warnings(),
                    Optional.of(first),
                    calls,
                    findings);
        }

        Written withheld(DraftText left, List<Finding> why) {
            return new Written(DraftState.WITHHELD, left, List.of(), why, Optional.of(first), calls, findings);
        }
    }

    /**
     * @param text what holds; of a withheld draft, what is left of it
     * @param missing why the writer abstained; empty otherwise
     * @param toTell findings for which it is withheld; of another, what its mentor should look at
     * @param first what the writer wrote before any repair
     * @param findings of all checks
     */
    record Written(
            DraftState state,
            DraftText text,
            List<String> missing,
            List<Finding> toTell,
            Optional<DraftText> first,
            List<WriterRecord> calls,
            List<Finding> findings) {}

    /** Trying later may help. */
    static final class WriterUnavailable extends RuntimeException {
        WriterUnavailable(String reason) {
            super(reason);
        }
    }
}
