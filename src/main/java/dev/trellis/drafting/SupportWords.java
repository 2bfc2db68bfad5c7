package dev.trellis.drafting;

import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.drafting.DraftText.Support;
import dev.trellis.drafting.Wording.Voice;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how well an item is supported, from what it cites and nothing else. */
final class SupportWords {

    /** Older than this, a note says how it was, not how it is: our choice. */
    private static final int RECENT_DAYS = 120;

    /** What is said about a moment; a level or a wish is not. */
    private static final Set<EvidenceKind> ACCOUNTS =
            Set.of(EvidenceKind.REFLECTION, EvidenceKind.FEEDBACK, EvidenceKind.RECOGNITION, EvidenceKind.GOAL);

    private final Map<EvidenceId, Brief.Source> sources;
    private final LocalDate from;
    private final Voice voice;
    private final DayWords days;

    SupportWords(Brief brief, Language language) {
        this.from = brief.from();
        this.voice = Wording.in(language).voice(brief.seed());
        this.days = DayWords.in(language);
        this.sources = brief.sources().stream()
                .collect(Collectors.toMap(Brief.Source::id, source -> source, (first, again) -> first));
    }

    Support of(List<Claim> why) {
        List<Brief.Source> cited = why.stream()
                .flatMap(claim -> claim.citations().stream())
                .map(Citation::source)
                .distinct()
                .filter(sources::containsKey)
                .map(sources::get)
                .toList();
        List<Brief.Source> accounts = cited.stream()
                .filter(source -> ACCOUNTS.contains(source.kind()))
                .toList();
        return accounts.isEmpty() ? withoutAccounts(cited) : withAccounts(accounts);
    }

    private Support withoutAccounts(List<Brief.Source> cited) {
        String found = cited.isEmpty()
                ? "nothing"
                : switch (cited.getFirst().kind()) {
                    case ASSERTION -> "level";
                    case COMPLETION -> "completion";
                    case ASPIRATION -> "wish";
                    case GOAL, REFLECTION, FEEDBACK, RECOGNITION -> "other";
                };
        return new Support(Strength.THIN, voice.say("support.none." + found, Map.of()));
    }

    private Support withAccounts(List<Brief.Source> accounts) {
        LocalDate newest = accounts.stream()
                .map(Brief.Source::on)
                .max(Comparator.naturalOrder())
                .orElse(from);
        LocalDate oldest = accounts.stream()
                .map(Brief.Source::on)
                .min(Comparator.naturalOrder())
                .orElse(from);
        long authors =
                accounts.stream().map(Brief.Source::authorName).distinct().count();
        boolean byOthers = accounts.stream().anyMatch(source -> !source.byLearner());
        boolean recent = ChronoUnit.DAYS.between(newest, from) <= RECENT_DAYS;
        Strength strength = strength(accounts.size(), byOthers, recent);
        return new Support(strength, reason(accounts.size(), authors, byOthers, oldest, newest, strength));
    }

    private static Strength strength(int accounts, boolean byOthers, boolean recent) {
        if (accounts >= 2 && byOthers && recent) {
            return Strength.WELL_SUPPORTED;
        }
        return accounts >= 2 || (recent && byOthers) ? Strength.SUPPORTED : Strength.THIN;
    }

    private String reason(
            int accounts, long authors, boolean byOthers, LocalDate oldest, LocalDate newest, Strength strength) {
        String month = days.month(oldest, from);
        boolean sameMonth = month.equals(days.month(newest, from));
        String who = authors > 1 ? "people" : byOthers ? "other" : "learner";
        String place = accounts == 1 ? "one." + who : "more." + who + (sameMonth ? ".from" : ".since");
        String reason = voice.say(
                "support." + place,
                Map.of("notes", voice.number(accounts), "people", voice.number((int) authors), "month", month));
        return strength == Strength.THIN ? voice.say("support.thin", Map.of("reason", reason)) : reason;
    }
}
