package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import dev.trellis.verification.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a draft was made, as one person may see it now. What was sent and what came back is shown only to someone who may see
 * every source it was made from.
 *
 * @param intact whether the payload is as first kept; false once words were taken out
 */
record DraftTrace(
        PlanDraftId draft,
        String rankingModel,
        String promptHash,
        String digest,
        boolean intact,
        boolean everything,
        String period,
        double hoursPerWeek,
        int hiddenPieces,
        List<Gap> gaps,
        List<Source> sources,
        List<Call> calls,
        List<Finding> findings) {

    static DraftTrace of(PersonId reader, DraftRecord record, EvidenceLedger ledger, Days days) {
        Set<EvidenceId> visible = ledger
                .findAll(
                        new Reader.OfPerson(reader),
                        record.brief().sources().stream().map(Brief.Source::id).toList())
                .stream()
                .map(Evidence::id)
                .collect(Collectors.toSet());
        return of(record, visible::contains, days);
    }

    static DraftTrace of(DraftRecord record, Predicate<EvidenceId> visible, Days days) {
        Brief brief = record.brief();
        boolean everything = brief.sources().stream().map(Brief.Source::id).allMatch(visible);
        Map<EvidenceId, Brief.Source> byId =
                brief.sources().stream().collect(Collectors.toMap(Brief.Source::id, source -> source));
        return new DraftTrace(
                record.draft(),
                record.rankingModel(),
                record.promptHash(),
                record.digest(),
                record.payload().digest().equals(record.digest()),
                everything,
                days.day(brief.from()) + " to " + days.day(brief.until()),
                brief.hoursPerWeek(),
                brief.hiddenPieces(),
                brief.focuses().stream().map(focus -> gap(focus, byId, visible)).toList(),
                brief.sources().stream()
                        .map(source -> source(source, visible.test(source.id()), days))
                        .toList(),
                record.calls().stream().map(call -> call(call, everything)).toList(),
                everything
                        ? record.findings()
                        : record.findings().stream()
                                .map(DraftDocument::withoutSentence)
                                .toList());
    }

    private static Gap gap(Brief.Focus focus, Map<EvidenceId, Brief.Source> sources, Predicate<EvidenceId> visible) {
        return new Gap(
                focus.competency().name(),
                focus.gap().known() ? Days.number(focus.gap().shown()) : "unknown",
                Days.number(focus.gap().expected()),
                Days.number(focus.levelSought()),
                focus.passages().stream()
                        .filter(passage -> visible.test(passage.source()))
                        .map(passage -> {
                            Brief.Source source = sources.get(passage.source());
                            return source != null
                                            && passage.span().end()
                                                    <= source.text().length()
                                    ? passage.span().of(source.text())
                                    : "(withdrawn)";
                        })
                        .toList(),
                focus.candidates().stream()
                        .map(candidate -> new Candidate(
                                candidate.title(), Days.number(candidate.score() * 100) + " %", candidate.reasons()))
                        .toList());
    }

    private static Source source(Brief.Source source, boolean visible, Days days) {
        return new Source(
                source.id().toString(),
                CitedSources.word(source.kind()),
                visible ? source.authorName() : "not shared with you",
                days.day(source.on()),
                source.textHash());
    }

    private static Call call(WriterRecord call, boolean everything) {
        return new Call(
                call.writer(),
                call.promptHash(),
                new TreeMap<>(call.parameters()),
                call.inputTokens(),
                call.outputTokens(),
                call.took().toMillis(),
                call.attempts().stream()
                        .map(attempt -> attempt.writer() + ": " + attempt.outcome() + " after "
                                + attempt.took().toMillis() + " ms")
                        .toList(),
                everything ? call.rawAnswer() : "");
    }

    record Gap(
            String competency,
            String shown,
            String expected,
            String sought,
            List<String> passages,
            List<Candidate> candidates) {}

    record Candidate(String title, String score, List<String> reasons) {}

    record Source(String id, String kind, String author, String on, String textHash) {}

    record Call(
            String writer,
            String promptHash,
            Map<String, String> parameters,
            int inputTokens,
            int outputTokens,
            long tookMillis,
            List<String> attempts,
            String rawAnswer) {}
}
