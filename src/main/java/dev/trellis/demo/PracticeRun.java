package dev.trellis.demo;

import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.learning.Learned;
import dev.trellis.learning.Signal;
import dev.trellis.people.PersonId;
import dev.trellis.planning.Suiting;
import dev.trellis.ranking.Prior;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scripted mentors decide on drafts for some learners of the demo organisation, and drafts for the others show what came of
 * it. Each goes through the ranking, the writer and the learning of the service; the same seed gives the same run.
 */
final class PracticeRun {

    /** A model is trained anew after so many decisions of each mentor. */
    private static final int RETRAINED_EVERY = 25;

    private static final Instant BEGINS = Instant.parse("2026-01-05T18:00:00Z");
    private static final int NDCG_AT = 10;

    private final Prior prior;
    private final List<Brief> practised;
    private final List<Brief> unseen;
    private final List<ScriptedMentor> mentors;
    private final List<Signal> signals = new ArrayList<>();
    private final Map<Action, int[]> keptOf = new HashMap<>();
    private final PlanDrafter writer = PlanDrafter.fromTemplates();
    private final long seed;
    private int round;
    private int decisionsEach;
    private int trainedAt;
    private Learned learned;

    PracticeRun(DemoOrganisation demo, List<Tastes> tastes, long seed) {
        this.seed = seed;
        this.prior = Prior.shipped();
        List<Brief> all = new PracticeBriefs(demo, prior).all();
        // Every second learner is never decided on.
        this.practised = IntStream.range(0, all.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(all::get)
                .toList();
        this.unseen = IntStream.range(0, all.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(all::get)
                .toList();
        SplittableRandom random = new SplittableRandom(seed);
        this.mentors = IntStream.range(0, tastes.size())
                .mapToObj(i -> new ScriptedMentor(new PersonId(new UUID(seed, i)), tastes.get(i), random.split()))
                .toList();
        this.learned = Learned.from(prior, signals, seed, BEGINS);
    }

    List<ScriptedMentor> mentors() {
        return mentors;
    }

    /** Goes on until each mentor has decided about so many items. */
    void until(int decisions) {
        while (decisionsEach < decisions) {
            for (int who = 0; who < mentors.size(); who++) {
                ScriptedMentor mentor = mentors.get(who);
                Brief usual = PracticeBriefs.forReader(
                        practised.get((round * mentors.size() + 7 * who) % practised.size()), mentor.id());
                Brief brief = learned.suited(usual);
                mentor.decide(usual, brief, draft(brief), BEGINS.plus(Duration.ofHours(24L * round)))
                        .forEach(this::remember);
            }
            round++;
            decisionsEach = (int) signals.stream()
                    .filter(signal -> signal.mentor().equals(mentors.getFirst().id()))
                    .count();
            learned = learned.over(signals);
            if (decisionsEach - trainedAt >= RETRAINED_EVERY || decisionsEach >= decisions) {
                learned = Learned.from(prior, List.copyOf(signals), seed, BEGINS);
                trainedAt = decisionsEach;
            }
        }
    }

    private void remember(Signal signal) {
        signals.add(signal);
        int[] count = keptOf.computeIfAbsent(signal.option().action(), none -> new int[2]);
        count[1]++;
        if (signal.verdict() == Signal.Verdict.KEPT || signal.verdict() == Signal.Verdict.CHANGED) {
            count[0]++;
        }
    }

    /**
     * What drafts for unseen learners come to.
     *
     * @param acceptedUnchanged chance that an item is accepted as it stands
     * @param wanted chance that its activity is wanted, however it is set down
     * @param ndcg of the order of all options for a gap, at 10, gained by the chance that the mentor wants each
     */
    record Result(double acceptedUnchanged, double wanted, double ndcg, List<Double> byMentor) {}

    Result learned() {
        return measured(learned);
    }

    Result prior() {
        return measured(Suiting.NONE);
    }

    /** Whatever was kept most often, by whomever, comes first. */
    Result popularity() {
        return measured(brief -> brief.suited(
                brief.focuses().stream()
                        .map(focus -> focus.withCandidates(byPopularity(focus.candidates()), focus.levelSought()))
                        .toList(),
                brief.manner(),
                Optional.empty()));
    }

    private List<Brief.Candidate> byPopularity(List<Brief.Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.scored(popularity(candidate.action())))
                .sorted(Comparator.comparingDouble(Brief.Candidate::score).reversed())
                .toList();
    }

    private double popularity(Action action) {
        int[] count = keptOf.getOrDefault(action, new int[2]);
        return (count[0] + 1.0) / (count[1] + 2.0);
    }

    private Result measured(Suiting suiting) {
        List<Double> byMentor = new ArrayList<>();
        double wanted = 0;
        double ndcg = 0;
        int items = 0;
        int gaps = 0;
        double unchanged = 0;
        Map<Brief, DraftText> written = new HashMap<>();
        for (ScriptedMentor mentor : mentors) {
            double ofMentor = 0;
            int itemsOfMentor = 0;
            for (Brief one : unseen) {
                Brief usual = PracticeBriefs.forReader(one, mentor.id());
                Brief brief = suiting.suited(usual);
                DraftText draft = written.computeIfAbsent(
                        PracticeBriefs.forReader(brief, mentors.getFirst().id()), this::draft);
                for (DraftText.Item item : draft.items()) {
                    ofMentor += mentor.acceptsUnchanged(usual, brief, item);
                    wanted += mentor.wantsActivity(usual, item);
                    itemsOfMentor++;
                }
                for (int gap = 0; gap < usual.focuses().size(); gap++) {
                    ndcg += ndcg(
                            brief.focuses().get(gap),
                            candidatesByAction(usual.focuses().get(gap), mentor::wants));
                    gaps++;
                }
            }
            unchanged += ofMentor;
            items += itemsOfMentor;
            byMentor.add(ofMentor / itemsOfMentor);
        }
        return new Result(unchanged / items, wanted / items, ndcg / gaps, byMentor);
    }

    private static Map<Action, Double> candidatesByAction(Brief.Focus focus, ToDoubleFunction<Brief.Candidate> gain) {
        Map<Action, Double> gains = new HashMap<>();
        focus.candidates().forEach(candidate -> gains.put(candidate.action(), gain.applyAsDouble(candidate)));
        return gains;
    }

    private static double ndcg(Brief.Focus focus, Map<Action, Double> gains) {
        List<Double> given = focus.candidates().stream()
                .map(candidate -> gains.getOrDefault(candidate.action(), 0.0))
                .toList();
        double best = dcg(given.stream().sorted(Comparator.reverseOrder()).toList());
        return best == 0 ? 1 : dcg(given) / best;
    }

    private static double dcg(List<Double> gains) {
        double sum = 0;
        for (int place = 0; place < Math.min(NDCG_AT, gains.size()); place++) {
            sum += gains.get(place) / (Math.log(place + 2) / Math.log(2));
        }
        return sum;
    }

    private DraftText draft(Brief brief) {
        return writer.draft(brief) instanceof DraftOutcome.Drafted drafted
                ? drafted.text()
                : new DraftText(List.of(), List.of());
    }
}
