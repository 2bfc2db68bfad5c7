package dev.trellis.drafting;

import dev.trellis.drafting.Wording.Voice;
import dev.trellis.evidence.EvidenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides when there is too little to say anything, and says what would help. Asked before any writer. */
final class ThinEvidence {

    /** One note alone may be a bad day: our choice. */
    private static final int FEWEST_SOURCES = 2;

    private ThinEvidence() {}

    /** What is missing, one sentence each; empty where a draft can be written. */
    static List<String> missingFrom(Brief brief) {
        boolean fewSources = brief.sources().size() < FEWEST_SOURCES;
        boolean noVoice = brief.aspiration().isEmpty()
                && brief.focuses().stream().allMatch(focus -> focus.passages().isEmpty())
                && recordedLevels(brief) < FEWEST_SOURCES;
        boolean noGap = brief.focuses().isEmpty();
        List<String> places = new ArrayList<>();
        if (noGap) {
            places.addAll(List.of("missing.gap", "missing.gap.help"));
        }
        if (fewSources) {
            places.addAll(List.of("missing.sources", "missing.sources.help"));
        }
        if (noVoice && !noGap) {
            places.addAll(List.of("missing.voice", "missing.voice.help"));
        }
        return said(brief, places);
    }

    /** Levels someone recorded for the gaps: enough for a draft marked thin, such as after a change of role. */
    private static long recordedLevels(Brief brief) {
        Set<EvidenceId> sources = brief.sources().stream().map(Brief.Source::id).collect(Collectors.toSet());
        return brief.focuses().stream()
                .flatMap(focus -> focus.gap().assertions().stream())
                .filter(sources::contains)
                .distinct()
                .count();
    }

    /** For a brief with enough evidence from which still no item could be made: either the hours are too few or the words are. */
    static List<String> nothingFor(Brief brief) {
        Schedule schedule = new Schedule(brief);
        boolean nothingFits = brief.focuses().stream()
                .flatMap(focus -> focus.candidates().stream())
                .noneMatch(candidate -> schedule.fits(candidate.effortHours()));
        String place = nothingFits ? "missing.fit" : "missing.voice";
        return said(brief, List.of(place, place + ".help"));
    }

    private static List<String> said(Brief brief, List<String> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(places);
        if (brief.hiddenPieces() > 0) {
            all.add("missing.hidden");
        }
        Language language = Language.of(brief.sources());
        Voice voice = Wording.in(language).voice(brief.seed());
        Map<String, String> values = Map.of(
                "name",
                brief.givenName(),
                "role",
                brief.targetRoleName().orElse(brief.roleName()),
                "sources",
                counted(voice, "count.sources", brief.sources().size()),
                "hidden",
                counted(voice, "count.hidden", brief.hiddenPieces()),
                "hours",
                brief.hoursPerWeek() == 1
                        ? voice.say("count.hours.one", Map.of())
                        : voice.say(
                                "count.hours.more", Map.of("number", Numbers.inWords(brief.hoursPerWeek(), language))),
                "until",
                DayWords.in(language).day(brief.until(), brief.from()));
        return all.stream().map(place -> voice.say(place, values)).toList();
    }

    private static String counted(Voice voice, String place, int count) {
        return switch (count) {
            case 0 -> voice.say(place + ".none", Map.of());
            case 1 -> voice.say(place + ".one", Map.of());
            default -> voice.say(place + ".more", Map.of("number", Integer.toString(count)));
        };
    }
}
