package dev.trellis.drafting;

import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.drafting.SentText.Whose;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model is told about one brief: names, levels, options and sentences, everything by number. */
final class PlanRequest {

    /** In characters, as the next two: what a plan of six items asks must stay small beside what never changes. */
    private static final int LONGEST_OPTION = 70;

    private static final int SHORTEST_DESCRIPTION = 25;
    private static final int LONGEST_LEVEL = 110;
    private static final int MOST_OPTIONS = 3;

    /** Sources that are new may say what no passage was found for yet. */
    private static final int NEWEST = 2;

    private PlanRequest() {}

    /** @param faults what was wrong with the draft before; empty for a first one */
    static SentText data(PromptFile prompt, Brief brief, NumberedSources sources, List<String> faults) {
        Map<EvidenceId, Set<Span>> chosen = sources.chosen(wanted(brief));
        SentText material = sources.asData(chosen);
        String target = brief.targetRoleName().orElse(brief.roleName());
        int items = Math.min(brief.itemsWanted(), brief.focuses().size());
        return prompt.filled(Map.of(
                "name", SentText.of(Whose.NAME, NumberedSources.onOneLine(brief.givenName())),
                "role", SentText.of(Whose.CATALOGUE, NumberedSources.onOneLine(brief.roleName())),
                "target", SentText.of(Whose.CATALOGUE, NumberedSources.onOneLine(target)),
                "language", SentText.own(Language.of(brief.sources()).englishName()),
                "form", SentText.own(brief.form().name().toLowerCase(Locale.ROOT)),
                "items", SentText.own(Integer.toString(items)),
                "faults", faultLines(faults),
                "boundary", SentText.own(boundary(material.words())),
                "focuses", focuses(brief, sources, chosen.keySet()),
                "sources", material));
    }

    /** Depends on every word between the two lines, so none of them can hold it. */
    static String boundary(String material) {
        UUID hash = UUID.nameUUIDFromBytes(material.getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "").substring(0, 16);
    }

    /**
     * Where to go first, in the long run and next, then for each gap in turn its best passage, then what is newest, then the
     * second best for each gap.
     */
    private static List<Brief.Quotable> wanted(Brief brief) {
        List<Brief.Quotable> wanted = Stream.concat(brief.aspiration().stream(), brief.nearGoal().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        int most = brief.focuses().stream()
                .mapToInt(focus -> focus.passages().size())
                .max()
                .orElse(0);
        for (int rank = 0; rank < most; rank++) {
            for (Brief.Focus focus : brief.focuses()) {
                if (rank < focus.passages().size()) {
                    wanted.add(focus.passages().get(rank));
                }
            }
            if (rank == 0) {
                brief.sources().stream()
                        .limit(NEWEST)
                        .map(PlanRequest::beginning)
                        .forEach(wanted::add);
            }
        }
        return wanted;
    }

    private static Brief.Quotable beginning(Brief.Source source) {
        int end = Sentences.in(source.text()).stream()
                .limit(NumberedSources.FIRST_SENTENCES)
                .mapToInt(Span::end)
                .max()
                .orElse(0);
        return new Brief.Quotable(source.id(), new Span(0, end), 0);
    }

    private static SentText focuses(Brief brief, NumberedSources sources, Set<EvidenceId> shown) {
        SentText.Builder data = new SentText.Builder();
        for (int i = 0; i < Math.min(brief.itemsWanted(), brief.focuses().size()); i++) {
            Brief.Focus focus = brief.focuses().get(i);
            data.own((i == 0 ? "" : "\n") + "[F" + (i + 1) + "] ")
                    .add(
                            Whose.CATALOGUE,
                            NumberedSources.onOneLine(focus.competency().name()));
            data.own(": level " + Numbers.inWords(focus.gap().shown(), Language.ENGLISH) + " now, ");
            data.own(Numbers.inWords(focus.levelSought(), Language.ENGLISH) + " sought, ");
            data.own(Numbers.inWords(focus.gap().expected(), Language.ENGLISH) + " expected");
            level(focus).ifPresent(words -> data.own("\n  Level sought: ").add(Whose.CATALOGUE, words));
            String where = String.join(
                    ", ",
                    focus.passages().stream()
                            .map(Brief.Quotable::source)
                            .filter(shown::contains)
                            .map(sources::label)
                            .distinct()
                            .toList());
            data.own("\n  Sources that speak to it: ").own(where.isEmpty() ? "none" : where);
            for (int option = 0;
                    option < Math.min(MOST_OPTIONS, focus.candidates().size());
                    option++) {
                Brief.Candidate candidate = focus.candidates().get(option);
                data.own("\n  [A" + (option + 1) + "] "
                                + candidate.kind().name().toLowerCase(Locale.ROOT) + ": ")
                        .add(Whose.CATALOGUE, option(candidate));
            }
        }
        return data.build();
    }

    private static Stream<String> levels(Brief.Focus focus) {
        long sought = Math.round(focus.levelSought() - 0.01);
        return focus.competency().levels().stream()
                .filter(level -> level.number() >= sought)
                .sorted(Comparator.comparingInt(ProficiencyLevel::number))
                .map(ProficiencyLevel::descriptor);
    }

    private static Optional<String> level(Brief.Focus focus) {
        return levels(focus)
                .findFirst()
                .map(words -> shortened(NumberedSources.onOneLine(words), LONGEST_LEVEL))
                .filter(words -> !words.isEmpty());
    }

    /** The title, and as much of the description as there is room for. */
    private static String option(Brief.Candidate candidate) {
        String title = NumberedSources.onOneLine(candidate.title());
        String description = NumberedSources.onOneLine(candidate.description());
        int room = LONGEST_OPTION - title.length();
        if (description.isEmpty() || room < SHORTEST_DESCRIPTION) {
            return title;
        }
        return title + " (" + shortened(description, room) + ")";
    }

    private static String shortened(String words, int longest) {
        return words.length() <= longest
                ? words
                : words.substring(0, words.lastIndexOf(' ', longest) + 1).strip() + " …";
    }

    private static SentText faultLines(List<String> faults) {
        if (faults.isEmpty()) {
            return SentText.own("");
        }
        SentText.Builder lines = new SentText.Builder().own("FAULTS FOUND IN YOUR LAST DRAFT\n");
        faults.forEach(fault -> lines.own("- ")
                .add(Whose.PERSON, NumberedSources.onOneLine(fault))
                .own("\n"));
        return lines.own("\n").build();
    }
}
