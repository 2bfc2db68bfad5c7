package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Retraces a draft for an operator: what it was made from, with which models, and what became of it. Prints nobody's words. */
@Command(name = "draft show", description = "Shows a draft's state and history; with --trace also how it was made.")
final class DraftShowCommand implements TrellisCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The draft's id.")
    private String id = "";

    @Option(names = "--trace", description = "Gaps, sources by id and hash, models, calls and findings.")
    private boolean trace;

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        PlanDraftId draft = parsed(id);
        Days days = new Days(LocalDate.ofInstant(trellis.getBean(Clock.class).instant(), ZoneOffset.UTC));
        DraftRecord record = trellis.getBean(DraftWords.class)
                .recordOf(draft)
                .orElseThrow(() -> new CommandFailed("There is no draft " + draft + "."));
        out.println("Draft " + draft);
        trellis.getBean(PlanTimeline.class)
                .of(draft, Optional.empty(), days)
                .forEach(entry -> out.printf(
                        "  %6d  %-11s  %s%s  [%s]%n",
                        entry.number(),
                        entry.on(),
                        entry.text(),
                        entry.details().isEmpty() ? "" : ": " + entry.details(),
                        entry.mark()));
        if (trace) {
            print(DraftTrace.of(record, source -> false, days), out);
        }
        return 0;
    }

    /** @throws CommandFailed if it is none */
    static PlanDraftId parsed(String id) {
        try {
            return PlanDraftId.of(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("“" + id + "” is not the id of a draft.");
        }
    }

    private static void print(DraftTrace trace, PrintWriter out) {
        out.println("Period " + trace.period() + ", " + Days.number(trace.hoursPerWeek()) + " hours a week");
        out.println("Ranking model " + trace.rankingModel());
        out.println("Prompt " + (trace.promptHash().isEmpty() ? "none (templates)" : trace.promptHash()));
        out.println("Digest " + trace.digest() + (trace.intact() ? " (as kept)" : " (words were taken out since)"));
        out.println("Left out because a reader may not see it: " + trace.hiddenPieces());
        out.println("Gaps");
        trace.gaps()
                .forEach(gap -> out.printf(
                        "  %s: shown %s, expected %s, sought %s; %d candidates%n",
                        gap.competency(),
                        gap.shown(),
                        gap.expected(),
                        gap.sought(),
                        gap.candidates().size()));
        out.println("Sources");
        trace.sources()
                .forEach(source -> out.printf(
                        "  %s  %-11s  %s  %s%n", source.id(), source.kind(), source.on(), source.textHash()));
        out.println("Calls");
        trace.calls().forEach(call -> {
            out.printf(
                    "  %s, %d ms, %d tokens in, %d out, %s%n",
                    call.writer(), call.tookMillis(), call.inputTokens(), call.outputTokens(), call.parameters());
            call.attempts().forEach(attempt -> out.println("    " + attempt));
        });
        out.println("Findings");
        trace.findings()
                .forEach(finding ->
                        out.printf("  %s, item %d: %s%n", finding.code(), finding.item() + 1, finding.reason()));
    }
}
