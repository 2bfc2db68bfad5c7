package dev.trellis.drafting;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.DraftText.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a draft of a model's answer: numbers become ids, dates and hours are computed. What was never offered keeps an id that
 * stands for nothing, so that the check names it. What does not fit the hours is left out.
 */
final class PlanAssembly {

    private final Brief brief;
    private final NumberedSources sources;
    private final Schedule schedule;
    private final SupportWords support;

    PlanAssembly(Brief brief, NumberedSources sources) {
        this.brief = brief;
        this.sources = sources;
        this.schedule = new Schedule(brief);
        this.support = new SupportWords(brief, Language.of(brief.sources()));
    }

    DraftText text(PlanAnswer answer) {
        List<Item> items = new ArrayList<>();
        answer.items().forEach(item -> item(item).ifPresent(items::add));
        return new DraftText(claims(answer.direction()), items);
    }

    private Optional<Item> item(PlanAnswer.Item answered) {
        Optional<Brief.Focus> focus = at(brief.focuses(), answered.focus());
        Optional<Brief.Candidate> candidate = focus.flatMap(found -> at(found.candidates(), answered.option()));
        Optional<LocalDate> dueOn =
                candidate.map(chosen -> schedule.next(chosen.effortHours())).orElse(Optional.of(brief.until()));
        List<Claim> why = claims(answered.why());
        return dueOn.map(day -> new Item(
                focus.map(found -> found.competency().id())
                        .orElseGet(() -> new CompetencyId(NumberedSources.unknown("focus " + answered.focus()))),
                candidate
                        .map(Brief.Candidate::action)
                        .orElseGet(() -> new Action.OfCatalogue(
                                new ActivityId(NumberedSources.unknown("option " + answered.option())))),
                sources.spelledOut(answered.task()),
                why,
                sources.spelledOut(answered.firstStep()),
                sources.spelledOut(answered.successMeasure()),
                day,
                candidate.map(Brief.Candidate::effortHours).orElse(0.0),
                support.of(why)));
    }

    private List<Claim> claims(List<String> sentences) {
        return sentences.stream().map(sources::claim).toList();
    }

    private static <T> Optional<T> at(List<T> list, int number) {
        return number < 1 || number > list.size() ? Optional.empty() : Optional.of(list.get(number - 1));
    }
}
