package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.drafting.Wording.Voice;
import dev.trellis.evidence.EvidenceKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what was chosen into sentences. Every sentence about the learner carries the words it rests on. */
final class PlanWords {

    private final Brief brief;
    private final Language language;
    private final Grammar grammar;
    private final DayWords days;
    private final Wording wording;
    private final Voice voice;

    PlanWords(Brief brief, Language language) {
        this.brief = brief;
        this.language = language;
        this.grammar = Grammar.of(language);
        this.days = DayWords.in(language);
        this.wording = Wording.in(language);
        this.voice = wording.voice(brief.seed());
    }

    Claim direction(Excerpt words) {
        boolean aspiration = words.source().kind() == EvidenceKind.ASPIRATION;
        return quoting(aspiration ? "direction.aspiration" : "direction.goal", words, Map.of());
    }

    Claim why(Excerpt words, Brief.Focus focus) {
        String place = "why." + (words.source().byLearner() ? "own." : "other.");
        String kind = words.source().kind().name().toLowerCase(Locale.ROOT);
        return quoting(place + (wording.has(place + kind) ? kind : "any"), words, about(focus));
    }

    /** Why without words about a moment: where the learner wants to go, and what the role expects. */
    Claim whyByWish(Excerpt wish, Brief.Focus focus) {
        return quoting("why.wish", wish, about(focus));
    }

    /** Why without words at all: the recorded levels. */
    Claim whyByLevel(List<Excerpt> assertions, Brief.Focus focus) {
        return new Claim(
                voice.say("why.level", about(focus)),
                assertions.stream().map(Excerpt::cited).toList());
    }

    String task(Brief.Candidate candidate, Brief.Focus focus, Optional<Excerpt> ownNote) {
        Map<String, String> values = about(focus);
        values.put("title", candidate.title());
        values.put("Title", Grammar.capitalised(stripped(candidate.title())));
        String place = switch (candidate.action()) {
            case Action.OnTheJob job -> "task." + place(job.form());
            case Action.OfCatalogue ignored ->
                "task." + place(candidate.kind())
                        + (grammar.isRequest(candidate.title(), candidate.kind()) ? ".do" : ".named");
        };
        return withNote(place, values, ownNote);
    }

    String firstStep(Brief.Candidate candidate, LocalDate by, Optional<Excerpt> ownNote) {
        Map<String, String> values = new HashMap<>(Map.of("name", brief.givenName(), "date", days.weekday(by)));
        return withNote("first." + place(candidate), values, ownNote);
    }

    String successMeasure(Brief.Focus focus, LocalDate due) {
        Map<String, String> values = about(focus);
        values.put("due", days.day(due, brief.from()));
        int wordsAtMost = brief.manner().orElse(Manner.USUAL).measureWordsAtMost();
        String full = fullMeasure(focus, values);
        if (wordsAtMost == 0 || words(full) <= wordsAtMost) {
            return full;
        }
        String shorter = voice.say("measure.short", values);
        return words(shorter) <= wordsAtMost ? shorter : voice.say("measure.shortest", values);
    }

    private static int words(String sentence) {
        return sentence.strip().split("\\s+").length;
    }

    private String fullMeasure(Brief.Focus focus, Map<String, String> values) {
        String descriptor = descriptorSought(focus);
        Optional<String> does = grammar.afterName(descriptor);
        if (does.isPresent()) {
            values.put("does", does.get());
            return voice.say("measure.does", values);
        }
        Optional<String> can = grammar.afterCan(descriptor);
        if (can.isPresent()) {
            values.put("do", can.get());
            return voice.say("measure.can", values);
        }
        return Grammar.firstSentence(descriptor)
                .map(words -> {
                    values.put("descriptor", words);
                    return voice.say("measure.described", values);
                })
                .orElseGet(() -> voice.say("measure.plain", values));
    }

    /** The words of the level nearest to what is sought; empty where the framework has none in the draft's language. */
    private String descriptorSought(Brief.Focus focus) {
        long sought = Math.round(focus.levelSought() - 0.01);
        List<ProficiencyLevel> levels = focus.competency().levels();
        String words = levels.stream().map(ProficiencyLevel::descriptor).collect(Collectors.joining("\n"));
        return levels.stream()
                .filter(level -> Language.of(words) == language)
                .filter(level -> level.number() >= sought)
                .min(Comparator.comparingInt(ProficiencyLevel::number))
                .map(ProficiencyLevel::descriptor)
                .orElse("");
    }

    /** The variant that leans on the learner's own note, where the note tells of something hard or something that worked. */
    private String withNote(String place, Map<String, String> values, Optional<Excerpt> ownNote) {
        String suffix = ownNote.map(note -> switch (Mood.of(note.words())) {
                    case HARD -> ".note";
                    case WORKED -> ".note.worked";
                    case PLAIN -> "";
                })
                .orElse("");
        ownNote.ifPresent(note -> values.put("day", days.day(note.source().on(), brief.from())));
        return voice.say(wording.has(place + suffix) ? place + suffix : place, values);
    }

    private Claim quoting(String place, Excerpt words, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("name", brief.givenName());
        values.put("author", words.source().authorName());
        values.put("day", days.day(words.source().on(), brief.from()));
        values.put("quote", words.words());
        return new Claim(voice.say(place, values), List.of(words.cited()));
    }

    private Map<String, String> about(Brief.Focus focus) {
        Map<String, String> values = new HashMap<>();
        values.put("name", brief.givenName());
        values.put("role", brief.targetRoleName().orElse(brief.roleName()));
        values.put("competency", grammar.inSentence(focus.competency().name()));
        values.put("shown", Numbers.inWords(focus.gap().shown(), language));
        values.put("expected", Numbers.inWords(focus.gap().expected(), language));
        return values;
    }

    private static String stripped(String title) {
        return title.strip().replaceAll("[.;:,]+$", "");
    }

    private static String place(Brief.Candidate candidate) {
        return switch (candidate.action()) {
            case Action.OnTheJob job -> place(job.form());
            case Action.OfCatalogue ignored -> place(candidate.kind());
        };
    }

    private static String place(Action.Form form) {
        return switch (form) {
            case STRETCH_TASK -> "stretch";
            case SHADOWING -> "shadowing";
            case MENTOR_CONVERSATION -> "conversation";
        };
    }

    private static String place(ActivityKind kind) {
        return switch (kind) {
            case EXPERIENCE -> "experience";
            case EXPOSURE -> "exposure";
            case EDUCATION -> "education";
        };
    }
}
