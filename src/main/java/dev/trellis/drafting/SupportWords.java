package dev.trellis.drafting;

import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.drafting.DraftText.Support;
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

    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Map<EvidenceId, Brief.Source> sources;
    private final LocalDate from;

    SupportWords(Brief brief) {
        this.from = brief.from();
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
                ? "nothing recorded speaks to it yet"
                : switch (cited.getFirst().kind()) {
                    case ASSERTION -> "a recorded level, but no note about a real moment";
                    case COMPLETION -> "a course finished, but no note about a real moment";
                    case ASPIRATION -> "a wish for the future, but no note about a real moment";
                    case GOAL, REFLECTION, FEEDBACK, RECOGNITION -> "no note about a real moment";
                };
        return new Support(Strength.THIN, found);
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
        String notes = number(accounts) + (accounts == 1 ? " note" : " notes");
        String who = authors > 1
                ? " by " + number(authors) + " people"
                : byOthers ? " by someone else" : " by the learner alone";
        String since = DayWords.month(oldest, from);
        boolean sameMonth = since.equals(DayWords.month(newest, from));
        String when = accounts == 1 || sameMonth ? ", from " + since : " since " + since;
        return notes + who + when + (strength == Strength.THIN ? "; a second voice would help" : "");
    }

    private static String number(long n) {
        return n < NUMBERS.size() ? NUMBERS.get((int) n) : Long.toString(n);
    }
}
