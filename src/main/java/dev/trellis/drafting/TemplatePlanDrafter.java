package dev.trellis.drafting;

import dev.trellis.drafting.DraftText.Item;
import dev.trellis.evidence.EvidenceKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a plan without a model: chooses what to quote and what to do, and says it in the wordings of one language. Always works. */
final class TemplatePlanDrafter implements PlanDrafter {

    /** A reader checks two or three quotations in seconds, not five. */
    private static final int MOST_QUOTES_AN_ITEM = 3;

    @Override
    public DraftOutcome draft(Brief brief) {
        return write(brief, List.of());
    }

    /** Writes again without quoting what was faulted. */
    @Override
    public DraftOutcome repair(Brief brief, DraftText previous, List<String> faults) {
        return write(brief, faults);
    }

    private static DraftOutcome write(Brief brief, List<String> avoided) {
        long start = System.nanoTime();
        List<String> missing = ThinEvidence.missingFrom(brief);
        DraftText text =
                missing.isEmpty() ? new Composition(brief, avoided).text() : new DraftText(List.of(), List.of());
        WriterRecord how = new WriterRecord(
                WriterRecord.TEMPLATES,
                avoided,
                "",
                Map.of("language", Language.of(brief.sources()).code(), "seed", Long.toString(brief.seed())),
                "",
                0,
                0,
                Duration.ofNanos(System.nanoTime() - start),
                List.of());
        if (!missing.isEmpty()) {
            return new DraftOutcome.Abstained(missing, how);
        }
        return text.items().isEmpty()
                ? new DraftOutcome.Abstained(ThinEvidence.nothingFor(brief), how)
                : new DraftOutcome.Drafted(text, how);
    }

    /** One draft in the making: what is chosen for an item depends on the items before it. */
    private static final class Composition {

        private final Brief brief;
        private final Excerpts excerpts;
        private final PlanWords words;
        private final Schedule schedule;
        private final ActivityMix mix = new ActivityMix();
        private final SupportWords support;
        private final Set<String> quoted = new HashSet<>();

        Composition(Brief brief, List<String> avoided) {
            this.brief = brief;
            this.excerpts = new Excerpts(brief, avoided);
            Language language = Language.of(brief.sources());
            this.words = new PlanWords(brief, language);
            this.schedule = new Schedule(brief);
            this.support = new SupportWords(brief, language);
        }

        DraftText text() {
            List<Claim> direction = Stream.concat(wish().stream(), nearGoal().stream())
                    .map(words::direction)
                    .toList();
            List<Item> items = new ArrayList<>();
            for (Brief.Focus focus : brief.focuses()) {
                if (items.size() < brief.itemsWanted()) {
                    item(focus).ifPresent(items::add);
                }
            }
            return new DraftText(direction, items);
        }

        private Optional<Item> item(Brief.Focus focus) {
            List<Excerpt> quotes = quotesFor(focus);
            List<Claim> why = why(focus, quotes);
            Optional<Brief.Candidate> chosen = mix.inOrder(focus).stream()
                    .filter(candidate -> schedule.fits(candidate.effortHours()))
                    .findFirst();
            if (why.isEmpty() || chosen.isEmpty()) {
                return Optional.empty();
            }
            Brief.Candidate candidate = chosen.get();
            LocalDate dueOn = schedule.next(candidate.effortHours()).orElseThrow();
            mix.take(candidate);
            quotes.forEach(quote -> quoted.add(quote.words()));
            Optional<Excerpt> ownNote = quotes.stream()
                    .filter(quote ->
                            quote.source().byLearner() && quote.source().kind() == EvidenceKind.REFLECTION)
                    .findFirst();
            return Optional.of(new Item(
                    focus.competency().id(),
                    candidate.action(),
                    words.task(candidate, focus, ownNote),
                    why,
                    words.firstStep(candidate, schedule.firstStepDay(2 + quoted.size() % 3), ownNote),
                    words.successMeasure(focus, dueOn),
                    dueOn,
                    candidate.effortHours(),
                    support.of(why)));
        }

        private List<Claim> why(Brief.Focus focus, List<Excerpt> quotes) {
            if (!quotes.isEmpty()) {
                return quotes.stream().map(quote -> words.why(quote, focus)).toList();
            }
            List<Excerpt> assertions = recordedLevels(focus);
            if (!assertions.isEmpty()) {
                return List.of(words.whyByLevel(assertions, focus));
            }
            return wish().map(wish -> words.whyByWish(wish, focus)).stream().toList();
        }

        /** The best words first, then words of other people and other days; what was quoted before only where nothing else is. */
        private List<Excerpt> quotesFor(Brief.Focus focus) {
            List<Excerpt> all = excerpts.about(focus);
            List<Excerpt> fresh = all.stream()
                    .filter(excerpt -> !quoted.contains(excerpt.words()))
                    .toList();
            List<Excerpt> chosen = new ArrayList<>();
            for (Excerpt excerpt : fresh.isEmpty() ? all : fresh) {
                boolean newSource = chosen.stream()
                        .noneMatch(other ->
                                other.source().id().equals(excerpt.source().id()));
                if (newSource && chosen.size() < MOST_QUOTES_AN_ITEM) {
                    chosen.add(excerpt);
                }
            }
            chosen.sort(
                    Comparator.comparing((Excerpt excerpt) -> !excerpt.source().byLearner()));
            return chosen;
        }

        private List<Excerpt> recordedLevels(Brief.Focus focus) {
            return focus.gap().assertions().stream()
                    .flatMap(id -> excerpts.source(id).stream())
                    .flatMap(source -> excerpts.readable(source).stream().limit(1))
                    .limit(2)
                    .toList();
        }

        /** What comes before that: the goal due first, where it is not itself where the learner wants to go. */
        private Optional<Excerpt> nearGoal() {
            return brief.nearGoal()
                    .flatMap(goal -> excerpts.wish(goal))
                    .filter(goal -> wish().filter(wish ->
                                    wish.source().id().equals(goal.source().id()))
                            .isEmpty());
        }

        /** Where the learner wants to go: the aspiration, or else the newest goal. */
        private Optional<Excerpt> wish() {
            return brief.aspiration().stream()
                    .flatMap(aspiration -> excerpts.wish(aspiration).stream())
                    .findFirst()
                    .or(() -> brief.sources().stream()
                            .filter(source -> source.byLearner() && source.kind() == EvidenceKind.GOAL)
                            .sorted(Comparator.comparing(Brief.Source::on).reversed())
                            .flatMap(source -> excerpts.readable(source).stream())
                            .findFirst());
        }
    }
}
