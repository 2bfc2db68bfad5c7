package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.search.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything a writer may use, and nothing else: what is not in the brief cannot get into a draft. Plain values, so that it
 * can be kept, hashed and used again.
 *
 * @param readers who will read the draft; every source is one they may all see
 * @param from first day of the plan
 * @param until last day of the plan; every due date lies within
 * @param hoursPerWeek hours the learner has, above 0
 * @param aspiration where the learner wants to go in the long run, in their own words
 * @param nearGoal the open goal of the learner's own that is due first; empty for none
 * @param sources evidence that may be quoted, newest first
 * @param focuses the gaps to work on, most important first; at most {@code itemsWanted} become items
 * @param hiddenPieces how many pieces of evidence the readers may not see
 * @param modelId the ranking that chose the candidates
 * @param seed varies the template writer's wording; same seed, same words
 */
public record Brief(
        PersonId learner,
        String givenName,
        String roleName,
        Optional<String> targetRoleName,
        List<PersonId> readers,
        LocalDate from,
        LocalDate until,
        double hoursPerWeek,
        MentoringForm form,
        Optional<ProgrammeTerms> programme,
        Optional<Quotable> aspiration,
        Optional<Quotable> nearGoal,
        List<Source> sources,
        List<Focus> focuses,
        int itemsWanted,
        int hiddenPieces,
        String modelId,
        long seed,
        Optional<Manner> manner) {

    private static final double DAYS_PER_WEEK = 7;

    public Brief {
        readers = List.copyOf(readers);
        sources = List.copyOf(sources);
        focuses = List.copyOf(focuses);
        manner = Objects.requireNonNullElse(manner, Optional.empty());
    }

    /** A brief for someone of whose manner nothing is known. */
    public Brief(
            PersonId learner,
            String givenName,
            String roleName,
            Optional<String> targetRoleName,
            List<PersonId> readers,
            LocalDate from,
            LocalDate until,
            double hoursPerWeek,
            MentoringForm form,
            Optional<ProgrammeTerms> programme,
            Optional<Quotable> aspiration,
            Optional<Quotable> nearGoal,
            List<Source> sources,
            List<Focus> focuses,
            int itemsWanted,
            int hiddenPieces,
            String modelId,
            long seed) {
        this(
                learner,
                givenName,
                roleName,
                targetRoleName,
                readers,
                from,
                until,
                hoursPerWeek,
                form,
                programme,
                aspiration,
                nearGoal,
                sources,
                focuses,
                itemsWanted,
                hiddenPieces,
                modelId,
                seed,
                Optional.empty());
    }

    /**
     * The same as those who decide would have it.
     *
     * @param others the same gaps, with what speaks for each candidate weighed anew
     * @param model what weighed it; empty for the ranking alone
     */
    public Brief suited(List<Focus> others, Optional<Manner> wanted, Optional<String> model) {
        return new Brief(
                learner,
                givenName,
                roleName,
                targetRoleName,
                readers,
                from,
                until,
                hoursPerWeek,
                form,
                programme,
                aspiration,
                nearGoal,
                sources,
                others,
                itemsWanted,
                hiddenPieces,
                model.map(learned -> modelId + " " + learned).orElse(modelId),
                seed,
                wanted);
    }

    /** Hours the learner has between the first and the last day, both included. */
    public double hoursInAll() {
        return hoursPerWeek * (ChronoUnit.DAYS.between(from, until) + 1) / DAYS_PER_WEEK;
    }

    /** The same with other sources. */
    public Brief withSources(List<Source> others) {
        return with(aspiration, nearGoal, others, focuses, seed);
    }

    /** The same to be worded another way. */
    public Brief withSeed(long other) {
        return with(aspiration, nearGoal, sources, focuses, other);
    }

    /** The same as if one piece of evidence had never been written; what was found and ranked stays otherwise as it is. */
    public Brief without(EvidenceId gone) {
        return with(
                aspiration.filter(wish -> !wish.source().equals(gone)),
                nearGoal.filter(goal -> !goal.source().equals(gone)),
                sources.stream().filter(source -> !source.id().equals(gone)).toList(),
                focuses.stream().map(focus -> focus.without(gone)).toList(),
                seed);
    }

    private Brief with(
            Optional<Quotable> aspiration,
            Optional<Quotable> nearGoal,
            List<Source> sources,
            List<Focus> focuses,
            long seed) {
        return new Brief(
                learner,
                givenName,
                roleName,
                targetRoleName,
                readers,
                from,
                until,
                hoursPerWeek,
                form,
                programme,
                aspiration,
                nearGoal,
                sources,
                focuses,
                itemsWanted,
                hiddenPieces,
                modelId,
                seed,
                manner);
    }

    /** @param authorName display name of who wrote it, "Trellis" or the platform's name */
    public record Source(
            EvidenceId id,
            EvidenceKind kind,
            String authorName,
            boolean byLearner,
            LocalDate on,
            String text,
            String textHash) {}

    /** A part of a source, by span. @param score how near it is to what it was sought for; comparable within one focus */
    public record Quotable(EvidenceId source, Span span, double score) {}

    public record ProgrammeTerms(String name, String purpose, String cadence, String format) {}

    /**
     * One gap and what bears on it.
     *
     * @param levelSought the level to reach by the end of the plan: one step up, at most what is expected
     * @param passages best first; may be empty
     * @param candidates best first; never empty
     * @param leftOut what would have been a candidate, had it not been done or turned down before
     * @param counterfactuals what leaving out one piece of evidence would change; empty where no single piece changes anything
     */
    public record Focus(
            Gap gap,
            Competency competency,
            double levelSought,
            List<Quotable> passages,
            List<Candidate> candidates,
            List<LeftOut> leftOut,
            List<Counterfactual> counterfactuals) {

        public Focus {
            passages = List.copyOf(passages);
            candidates = List.copyOf(candidates);
            leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
            counterfactuals = List.copyOf(Objects.requireNonNullElse(counterfactuals, List.of()));
        }

        /** The same with its candidates weighed anew. @param others never empty */
        public Focus withCandidates(List<Candidate> others, double sought) {
            return new Focus(gap, competency, sought, passages, others, leftOut, counterfactuals);
        }

        private Focus without(EvidenceId gone) {
            return new Focus(
                    gap.restingOn(assertion -> !assertion.equals(gone)),
                    competency,
                    levelSought,
                    passages.stream()
                            .filter(passage -> !passage.source().equals(gone))
                            .toList(),
                    candidates,
                    leftOut,
                    counterfactuals);
        }
    }

    /** @param why a few words, such as "done on 3 Mar" */
    public record LeftOut(String title, ActivityKind kind, double effortHours, String why) {}

    /**
     * What would be chosen without one piece of evidence. Computed by choosing again, never written by a model.
     *
     * @param later places by which the gap would come later, below 0 for earlier; empty where the plan would not have it
     * @param firstChoice title of what would come first for the gap, where that is another
     */
    public record Counterfactual(EvidenceId without, Optional<Integer> later, Optional<String> firstChoice) {}

    /**
     * @param url empty for none
     * @param contributions what each feature of the ranking gave to {@code score}, by name; what gave nothing is left out
     */
    public record Candidate(
            Action action,
            String title,
            String description,
            ActivityKind kind,
            double effortHours,
            String url,
            double score,
            List<String> reasons,
            Map<String, Double> contributions) {

        public Candidate {
            reasons = List.copyOf(reasons);
            contributions = Objects.requireNonNullElse(contributions, Map.<String, Double>of()).entrySet().stream()
                    .filter(entry -> entry.getValue() != 0) // a zero's sign does not survive PostgreSQL's jsonb
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        /** The same with another chance of being kept. */
        public Candidate scored(double chance) {
            return new Candidate(action, title, description, kind, effortHours, url, chance, reasons, contributions);
        }
    }
}
