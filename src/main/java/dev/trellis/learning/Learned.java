package dev.trellis.learning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Manner;
import dev.trellis.people.PersonId;
import dev.trellis.planning.Suiting;
import dev.trellis.ranking.Prior;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was learned, put to use: the candidates of each gap are weighed by what the organisation's mentors keep and by the
 * taste of the mentor who will decide, and the draft is set down the way that mentor sets plans down.
 */
public final class Learned implements Suiting {

    /** The ranking is never so sure that decisions could not change it. */
    private static final double SURE = 0.95;

    private final Optional<OrganisationModel> model;
    private final Function<PersonId, List<Signal>> decisions;
    private final Function<PersonId, WritingHabits> habits;
    private final Predicate<PersonId> tastes;

    /**
     * @param model empty for the ranking alone
     * @param decisions of a mentor, oldest first
     * @param habits of a mentor that are to be followed
     * @param tastes whether a mentor's taste is to be followed
     */
    Learned(
            Optional<OrganisationModel> model,
            Function<PersonId, List<Signal>> decisions,
            Function<PersonId, WritingHabits> habits,
            Predicate<PersonId> tastes) {
        this.model = model;
        this.decisions = decisions;
        this.habits = habits;
        this.tastes = tastes;
    }

    /** What these signals teach, without a challenge to anything before. */
    public static Learned from(Prior prior, Collection<Signal> signals, long seed, Instant at) {
        OrganisationModel model = OrganisationModel.train(prior, signals, seed, at);
        return with(Optional.of(model), signals);
    }

    /** The same tastes and habits over newer signals, with the model as it is. */
    public Learned over(Collection<Signal> signals) {
        return with(model, signals);
    }

    private static Learned with(Optional<OrganisationModel> model, Collection<Signal> signals) {
        Function<PersonId, List<Signal>> decisions = mentor -> signals.stream()
                .filter(signal -> signal.mentor().equals(mentor))
                .sorted(Comparator.comparing(Signal::at).thenComparing(Signal::id))
                .toList();
        return new Learned(model, decisions, decisions.andThen(WritingHabits::of), mentor -> true);
    }

    @Override
    public Brief suited(Brief brief) {
        PersonId mentor = brief.readers().getFirst();
        List<Signal> own = decisions.apply(mentor);
        if (model.isEmpty() && own.isEmpty()) {
            return brief;
        }
        Taste taste = Taste.of(tastes.test(mentor) ? own : List.of(), this::base);
        Manner manner = habits.apply(mentor).manner();
        return brief.suited(
                brief.focuses().stream()
                        .map(focus -> suited(focus, taste, manner))
                        .toList(),
                Optional.of(manner).filter(wanted -> !wanted.equals(Manner.USUAL)),
                model.map(OrganisationModel::id));
    }

    private Brief.Focus suited(Brief.Focus focus, Taste taste, Manner manner) {
        double sought = Math.clamp(
                focus.levelSought() + manner.levelsFurther(),
                Math.min(
                        focus.levelSought(),
                        focus.gap().shown() + (focus.levelSought() - focus.gap().shown()) / 2),
                focus.gap().expected());
        return focus.withCandidates(
                focus.candidates().stream()
                        .map(candidate -> candidate.scored(chance(Option.of(candidate), taste)))
                        .sorted(Comparator.comparingDouble(Brief.Candidate::score)
                                .reversed())
                        .toList(),
                sought);
    }

    private double chance(Option option, Taste taste) {
        return Taste.chance(base(option) + taste.of(option));
    }

    private double base(Option option) {
        return model.map(learned -> learned.logOdds(option)).orElseGet(() -> priorLogOdds(option));
    }

    /** What the ranking alone says. */
    static double priorLogOdds(Option option) {
        double prior = Math.clamp(option.prior(), 1 - SURE, SURE);
        return Math.log(prior / (1 - prior));
    }
}
