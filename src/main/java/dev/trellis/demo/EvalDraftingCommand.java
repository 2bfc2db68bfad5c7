package dev.trellis.demo;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.imports.OnetMoves;
import dev.trellis.planning.SupportVectors;
import dev.trellis.search.TextVectors;
import dev.trellis.verification.DraftCheck;
import dev.trellis.verification.Finding;
import dev.trellis.verification.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval drafting}: what the gate keeps of true claims, and what it catches of false ones put in their place. */
@Command(
        name = "eval drafting",
        description =
                "Drafts plans for the demo organisation, or for moves between occupations, seeds false claims, and measures what the gate keeps and catches.")
class EvalDraftingCommand implements TrellisCommand {

    /** One item left of several wanted is no plan. */
    private static final int FEWEST_ITEMS = 2;

    private static final int FEWEST_MOVES = 2;

    @Option(names = "--anchor", description = "The day the demo plays on (default: ${DEFAULT-VALUE}).")
    private LocalDate anchor = LocalDate.of(2026, 11, 1);

    @Option(names = "--seed", description = "Seed of the demo organisation (default: ${DEFAULT-VALUE}).")
    private long seed = MadeUpOrganisation.SEED;

    @Option(
            names = "--onet",
            paramLabel = "FOLDER",
            description = "Plans for moves between occupations of O*NET, from its text files, in place of the demo's.")
    private @Nullable Path onet;

    @Option(names = "--moves", description = "How many moves (default: ${DEFAULT-VALUE}).")
    private int moves = 200;

    @Option(names = "--words", description = "The gate by words alone, without nearness of meaning.")
    private boolean words;

    private final Map<String, Share> caught = new TreeMap<>();
    private final Share cited = new Share();
    private final Share kept = new Share();
    private final Share real = new Share();
    private final Share withheld = new Share();
    private final Share abstained = new Share();
    private final Share moved = new Share();
    private final Share weaker = new Share();
    private final Share claimGone = new Share();
    private int inputTokens;
    private int outputTokens;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        Briefs briefs = briefs();
        DraftCheck gate =
                words ? DraftCheck.mechanical() : DraftCheck.mechanical(new SupportVectors(TextVectors.inProcess(1)));
        PlanDrafter writer = PlanDrafter.fromTemplates();
        int turn = 0;
        for (Brief brief : briefs.all()) {
            DraftOutcome outcome = writer.draft(brief);
            inputTokens += outcome.how().inputTokens();
            outputTokens += outcome.how().outputTokens();
            abstained.add(!(outcome instanceof DraftOutcome.Drafted));
            if (outcome instanceof DraftOutcome.Drafted drafted) {
                measure(drafted.text(), brief, briefs, gate, turn++, progress);
            }
        }
        report(out);
        return 0;
    }

    private Briefs briefs() {
        if (moves < FEWEST_MOVES) {
            throw new CommandFailed("--moves " + moves + " is too few: " + FEWEST_MOVES
                    + " at least, as one learner's words are tried in another's plan.");
        }
        DemoOrganisation demo = DemoOrganisation.generate(seed, anchor);
        if (onet == null) {
            return new DemoBriefs(demo);
        }
        try {
            return new MoveBriefs(OnetMoves.in(onet, moves), demo);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private void measure(DraftText draft, Brief brief, Briefs briefs, DraftCheck gate, int turn, PrintWriter progress) {
        Verdict verdict = gate.check(draft, brief);
        List<Finding> blocking = blocking(verdict);
        blocking.forEach(
                finding -> progress.println(finding.code() + ": " + finding.sentence() + " " + finding.reason()));
        claims(draft).forEach(claim -> {
            kept.add(blocking.stream().noneMatch(finding -> finding.sentence().equals(claim.text())));
            cited.add(!claim.citations().isEmpty()
                    && claim.citations().stream()
                            .allMatch(citation -> brief.sources().stream()
                                    .anyMatch(source -> source.id().equals(citation.source())
                                            && source.textHash().equals(citation.textHash())
                                            && citation.span().of(source.text()).equals(citation.quote()))));
        });
        leaveOut(draft, brief);
        draft.items().forEach(item -> real.add(isReal(item.action(), briefs)));
        DraftText left = verdict instanceof Verdict.Failed failed ? gate.without(draft, failed) : draft;
        withheld.add(left.items().size() < Math.min(FEWEST_ITEMS, brief.itemsWanted()));
        for (int i = 0; i < draft.items().size(); i++) {
            DraftText.Item item = draft.items().get(i);
            for (Claim claim : item.why()) {
                seed(claim, item, brief, new SeededClaims(brief, briefs, turn + i), gate, progress);
            }
        }
    }

    /** Drafts again without the piece that an item quotes first. The piece is not in the brief then, so its claim always goes. */
    private void leaveOut(DraftText draft, Brief brief) {
        for (int place = 0; place < draft.items().size(); place++) {
            DraftText.Item item = draft.items().get(place);
            Optional<EvidenceId> cited = item.why().stream()
                    .flatMap(claim -> claim.citations().stream())
                    .map(Citation::source)
                    .findFirst();
            if (cited.isPresent()) {
                List<DraftText.Item> again = switch (PlanDrafter.fromTemplates().draft(brief.without(cited.get()))) {
                    case DraftOutcome.Drafted drafted -> drafted.text().items();
                    case DraftOutcome.Abstained abstained -> List.of();
                    case DraftOutcome.Unavailable unavailable -> List.of();
                };
                Optional<DraftText.Item> same = again.stream()
                        .filter(one -> one.competency().equals(item.competency()))
                        .findFirst();
                moved.add(same.isEmpty() || again.indexOf(same.get()) != place);
                weaker.add(same.isEmpty() || !same.get().support().equals(item.support()));
                claimGone.add(same.isEmpty()
                        || same.get().why().stream().noneMatch(item.why().getFirst()::equals));
            }
        }
    }

    private static boolean isReal(Action action, Briefs briefs) {
        return switch (action) {
            case Action.OnTheJob onTheJob -> true;
            case Action.OfCatalogue ofCatalogue -> briefs.holds(ofCatalogue.activity());
        };
    }

    private void seed(
            Claim claim, DraftText.Item item, Brief brief, SeededClaims seeds, DraftCheck gate, PrintWriter progress) {
        seeds.of(claim).forEach((kind, wrong) -> {
            DraftText seeded = new DraftText(List.of(), List.of(item.withWhy(List.of(wrong))));
            boolean found = blocking(gate.check(seeded, brief)).stream()
                    .anyMatch(finding -> finding.sentence().equals(wrong.text()));
            caught.computeIfAbsent(kind, one -> new Share()).add(found);
            if (!found) {
                progress.println("passed, " + kind + ": " + wrong.text());
            }
        });
    }

    private static Stream<Claim> claims(DraftText draft) {
        return Stream.concat(draft.direction().stream(), draft.items().stream().flatMap(item -> item.why().stream()));
    }

    private static List<Finding> blocking(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> List.of();
            case Verdict.Failed failed ->
                failed.findings().stream().filter(Finding::blocks).toList();
        };
    }

    private void report(PrintWriter out) {
        Map<String, Object> byKind = new TreeMap<>();
        Share all = new Share();
        out.println("seeded kind                      n  caught");
        caught.forEach((kind, share) -> {
            out.printf(Locale.ROOT, "%-30s %4d   %.3f%n", kind, share.all, share.value());
            byKind.put(kind.replace(' ', '_'), share.value());
            all.add(share);
        });
        Map<String, Object> measures = new TreeMap<>();
        measures.put("cited_share", cited.value());
        measures.put("false_claims_caught", all.value());
        measures.put("caught_by_kind", byKind);
        measures.put("true_claims_kept", kept.value());
        measures.put("real_activities", real.value());
        measures.put("withheld", withheld.value());
        measures.put("abstained", abstained.value());
        measures.put("without_first_cited_claim_gone", claimGone.value());
        measures.put("without_first_cited_support_changed", weaker.value());
        measures.put("without_first_cited_moved_or_gone", moved.value());
        measures.put("input_tokens", inputTokens);
        measures.put("output_tokens", outputTokens);
        measures.put("claims", kept.all);
        measures.put("seeded", all.all);
        out.println(new Measured(measures, Map.of(), withheld.all, "templates").asJson());
    }

    /** How many of all. */
    private static final class Share {

        private int all;
        private int hits;

        void add(boolean hit) {
            all++;
            hits += hit ? 1 : 0;
        }

        void add(Share other) {
            all += other.all;
            hits += other.hits;
        }

        double value() {
            return all == 0 ? 0 : Math.round(10_000.0 * hits / all) / 10_000.0;
        }
    }
}
