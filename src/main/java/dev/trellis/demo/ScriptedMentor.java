package dev.trellis.demo;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.Manner;
import dev.trellis.learning.Signal;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides about drafts by hidden tastes, as a mentor at the review page could. */
final class ScriptedMentor {

    private static final double LONGEST_HOURS = 40;

    /** The Friday of a week is as good as the day itself. */
    private static final int SAME_DAYS = 4;

    private static final double SAME_LEVEL = 0.2;

    private final PersonId id;
    private final SplittableRandom random;
    private Tastes tastes;

    ScriptedMentor(PersonId id, Tastes tastes, SplittableRandom random) {
        this.id = id;
        this.tastes = tastes;
        this.random = random;
    }

    PersonId id() {
        return id;
    }

    void turnTo(Tastes others) {
        tastes = others;
    }

    /** Chance that they want this activity at all. */
    double wants(Brief.Candidate candidate) {
        double prior = Math.clamp(candidate.score(), 0.05, 0.95);
        boolean onTheJob = candidate.action() instanceof Action.OnTheJob;
        double logOdds = (onTheJob ? 0 : Math.log(prior / (1 - prior))) - tastes.strictness();
        for (Tastes.Like like : tastes.likes()) {
            logOdds += like.weight() * amount(like.what(), candidate);
        }
        double chance = 1 / (1 + Math.exp(-2 * logOdds));
        return chance * (1 - tastes.noise()) + (1 - chance) * tastes.noise();
    }

    /** Chance that they want what an item proposes, however it is set down. */
    double wantsActivity(Brief usual, DraftText.Item item) {
        return wants(candidate(usual, item));
    }

    /** Chance that they accept the item as it stands. */
    double acceptsUnchanged(Brief usual, Brief brief, DraftText.Item item) {
        return fits(brief, item) ? wants(candidate(usual, item)) * (1 - tastes.rewrites()) : 0;
    }

    /** Decides about each item of a draft, one after the other. */
    List<Signal> decide(Brief usual, Brief brief, DraftText draft, Instant at) {
        int of = draft.items().size();
        return IntStream.range(0, of)
                .mapToObj(
                        place -> decide(usual, brief, draft.items().get(place), place, of, at.plusSeconds(60L * place)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Signal> decide(Brief usual, Brief brief, DraftText.Item item, int place, int of, Instant at) {
        boolean waved = place >= of * 2 / 3.0 && random.nextDouble() < tastes.hasty();
        boolean wanted = random.nextDouble() < wants(candidate(usual, item));
        boolean rewritten = random.nextDouble() < tastes.rewrites();
        Signal.Lines drafted = new Signal.Lines(item.successMeasure(), item.dueOn(), sought(brief, item));
        Signal.Lines after = !wanted || waved ? drafted : corrected(brief, item);
        Signal.Verdict verdict = waved || wanted && after.equals(drafted) && !rewritten
                ? Signal.Verdict.KEPT
                : wanted ? Signal.Verdict.CHANGED : Signal.Verdict.UNWANTED;
        return Signal.of(
                new Signal.Decided(
                        new UUID(random.nextLong(), random.nextLong()),
                        id,
                        at,
                        place,
                        of,
                        verdict,
                        Duration.ofSeconds(waved ? 2 : 40)),
                brief,
                item.competency(),
                item.action(),
                drafted,
                after);
    }

    private boolean fits(Brief brief, DraftText.Item item) {
        return corrected(brief, item)
                .equals(new Signal.Lines(item.successMeasure(), item.dueOn(), sought(brief, item)));
    }

    private Signal.Lines corrected(Brief brief, DraftText.Item item) {
        Manner asked = brief.manner().orElse(Manner.USUAL);
        String[] words = item.successMeasure().strip().split("\\s+");
        String measure = tastes.measureWordsAtMost() == 0 || words.length <= tastes.measureWordsAtMost()
                ? item.successMeasure()
                : IntStream.range(0, tastes.measureWordsAtMost())
                        .mapToObj(word -> words[word])
                        .collect(Collectors.joining(" "));
        int late = tastes.daysLater() - asked.daysLater();
        LocalDate due = Math.abs(late) < SAME_DAYS
                ? item.dueOn()
                : latest(brief, item.dueOn().plusDays(late));
        double sought = sought(brief, item);
        double wished = Math.min(
                sought - asked.levelsFurther() + tastes.levelsFurther(),
                focus(brief, item).gap().expected());
        return new Signal.Lines(measure, due, Math.abs(wished - sought) < SAME_LEVEL ? sought : wished);
    }

    private static LocalDate latest(Brief brief, LocalDate day) {
        return day.isAfter(brief.until()) ? brief.until() : day.isBefore(brief.from()) ? brief.from() : day;
    }

    private static double sought(Brief brief, DraftText.Item item) {
        return focus(brief, item).levelSought();
    }

    private static Brief.Focus focus(Brief brief, DraftText.Item item) {
        return brief.focuses().stream()
                .filter(focus -> focus.competency().id().equals(item.competency()))
                .findFirst()
                .orElseThrow();
    }

    /** As the ranking alone sees it: a mentor does not know what was learned. */
    private static Brief.Candidate candidate(Brief usual, DraftText.Item item) {
        return focus(usual, item).candidates().stream()
                .filter(candidate -> candidate.action().equals(item.action()))
                .findFirst()
                .orElseThrow();
    }

    private static double amount(String what, Brief.Candidate candidate) {
        Action.Form form = candidate.action() instanceof Action.OnTheJob job ? job.form() : null;
        return switch (what) {
            case "by doing" -> candidate.kind() == ActivityKind.EXPERIENCE ? 1 : 0;
            case "with others" -> candidate.kind() == ActivityKind.EXPOSURE ? 1 : 0;
            case "study" -> candidate.kind() == ActivityKind.EDUCATION ? 1 : 0;
            case "stretch task" -> Objects.equals(form, Action.Form.STRETCH_TASK) ? 1 : 0;
            case "shadowing" -> Objects.equals(form, Action.Form.SHADOWING) ? 1 : 0;
            case "conversation" -> Objects.equals(form, Action.Form.MENTOR_CONVERSATION) ? 1 : 0;
            case "hours" -> Math.log1p(candidate.effortHours()) / Math.log1p(LONGEST_HOURS);
            default -> throw new IllegalArgumentException("nothing to like called " + what);
        };
    }
}
