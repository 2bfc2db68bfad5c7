package dev.trellis.demo;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval learning}: what decisions of scripted mentors change in the drafts for learners nobody decided on. */
@Command(
        name = "eval learning",
        description = "Scripted mentors with hidden tastes decide on drafts; measures the drafts of unseen learners.")
class EvalLearningCommand implements TrellisCommand {

    private static final int FEW = 50;
    private static final int AFTER_TURNING = 100;

    @Option(names = "--mentors", description = "How many scripted mentors (default: ${DEFAULT-VALUE}).")
    private int mentors = 20;

    @Option(names = "--decisions", description = "Decisions of each mentor (default: ${DEFAULT-VALUE}).")
    private int decisions = 200;

    @Option(names = "--seed", description = "Seed of tastes and chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--tastes",
            paramLabel = "FILE",
            description =
                    "Hidden tastes from a JSON file in place of drawn ones; eval/learning/README.md describes it.")
    private @Nullable Path tastes;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        if (mentors < 1 || decisions < 1) {
            throw new CommandFailed("--mentors " + mentors + " --decisions " + decisions + ": at least one of each.");
        }
        DemoOrganisation demo = DemoOrganisation.generate(MadeUpOrganisation.SEED, LocalDate.of(2026, 11, 1));
        List<Tastes> hidden = tastes == null ? drawn(seed) : TastesFile.read(tastes);
        PracticeRun run = new PracticeRun(demo, hidden, seed);
        PracticeRun.Result prior = run.prior();
        out.println("decisions each   unchanged  popularity  prior   wanted  prior   ndcg10  prior");
        int below = 0;
        PracticeRun.Result learned = prior;
        PracticeRun.Result popularity = prior;
        for (int after : Stream.of(FEW, decisions)
                .filter(n -> n <= decisions)
                .distinct()
                .sorted()
                .toList()) {
            progress.println("up to " + after + " decisions of each of " + hidden.size() + " mentors");
            run.until(after);
            learned = run.learned();
            popularity = run.popularity();
            below = belowPrior(learned, prior);
            out.printf(
                    Locale.ROOT,
                    "%14d      %.4f      %.4f  %.4f   %.4f  %.4f   %.4f  %.4f   mentors below the prior: %d%n",
                    after,
                    learned.acceptedUnchanged(),
                    popularity.acceptedUnchanged(),
                    prior.acceptedUnchanged(),
                    learned.wanted(),
                    prior.wanted(),
                    learned.ndcg(),
                    prior.ndcg(),
                    below);
        }
        Map<String, Object> measures = new TreeMap<>();
        measures.put("accepted_unchanged", rounded(learned.acceptedUnchanged()));
        measures.put("accepted_unchanged_prior", rounded(prior.acceptedUnchanged()));
        measures.put("accepted_unchanged_popularity", rounded(popularity.acceptedUnchanged()));
        measures.put("ndcg10", rounded(learned.ndcg()));
        measures.put("ndcg10_prior", rounded(prior.ndcg()));
        measures.put("wanted", rounded(learned.wanted()));
        measures.put("wanted_prior", rounded(prior.wanted()));
        measures.put("mentors_below_prior", below);
        measures.put("largest_shortfall", rounded(largestShortfall(learned, prior)));
        if (tastes == null) {
            turn(run, hidden.size(), measures, out, progress);
        }
        out.println(new Measured(
                        measures,
                        Map.of(
                                "accepted_unchanged",
                                rounded(prior.acceptedUnchanged()),
                                "ndcg10",
                                rounded(prior.ndcg())),
                        decisions * hidden.size(),
                        "ranking prior, organisation model, tastes and habits")
                .asJson());
        return 0;
    }

    /** Each mentor wants something else from one day to the next. */
    private void turn(PracticeRun run, int many, Map<String, Object> measures, PrintWriter out, PrintWriter progress) {
        List<Tastes> others = drawn(seed + 1_000);
        IntStream.range(0, many).forEach(i -> run.mentors().get(i).turnTo(others.get(i % others.size())));
        PracticeRun.Result prior = run.prior();
        PracticeRun.Result before = run.learned();
        progress.println("every taste turned; " + AFTER_TURNING + " more decisions of each");
        run.until(decisions + AFTER_TURNING);
        PracticeRun.Result after = run.learned();
        out.printf(
                Locale.ROOT,
                "tastes turned: unchanged %.4f at once, %.4f after %d more decisions, prior %.4f%n",
                before.acceptedUnchanged(),
                after.acceptedUnchanged(),
                AFTER_TURNING,
                prior.acceptedUnchanged());
        measures.put("turned_at_once", rounded(before.acceptedUnchanged()));
        measures.put("turned_round_after_100", rounded(after.acceptedUnchanged()));
        measures.put("turned_prior", rounded(prior.acceptedUnchanged()));
    }

    private List<Tastes> drawn(long from) {
        SplittableRandom random = new SplittableRandom(from);
        return IntStream.range(0, mentors).mapToObj(i -> Tastes.drawn(random)).toList();
    }

    private static int belowPrior(PracticeRun.Result learned, PracticeRun.Result prior) {
        return (int) IntStream.range(0, prior.byMentor().size())
                .filter(i -> learned.byMentor().get(i) < prior.byMentor().get(i))
                .count();
    }

    /** By how much the mentor who lost most is below the prior; 0 where nobody is. */
    private static double largestShortfall(PracticeRun.Result learned, PracticeRun.Result prior) {
        return IntStream.range(0, prior.byMentor().size())
                .mapToDouble(i -> prior.byMentor().get(i) - learned.byMentor().get(i))
                .map(shortfall -> Math.max(0, shortfall))
                .max()
                .orElse(0);
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
