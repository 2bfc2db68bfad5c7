package dev.trellis.drafting;

import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.drafting.SentText.Whose;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model is told about one brief: names, levels, options and sentences, everything by number. */
final class PlanRequest {

    private static final int LONGEST_DESCRIPTION = 60;
    private static final int MOST_OPTIONS = 3;

    private PlanRequest() {}

    /** @param faults what was wrong with the draft before; empty for a first one */
    static SentText data(PromptFile prompt, Brief brief, NumberedSources sources, List<String> faults) {
        SentText material = sources.asData(wanted(brief));
        String target = brief.targetRoleName().orElse(brief.roleName());
        int items = Math.min(brief.itemsWanted(), brief.focuses().size());
        return prompt.filled(Map.of(
                "name", SentText.of(Whose.NAME, NumberedSources.onOneLine(brief.givenName())),
                "role", SentText.of(Whose.CATALOGUE, NumberedSources.onOneLine(brief.roleName())),
                "target", SentText.of(Whose.CATALOGUE, NumberedSources.onOneLine(target)),
                "form", SentText.own(brief.form().name().toLowerCase(Locale.ROOT)),
                "items", SentText.own(Integer.toString(items)),
                "faults", faultLines(faults),
                "boundary", SentText.own(boundary(material.words())),
                "focuses", focuses(brief, sources),
                "sources", material));
    }

    /** Depends on every word between the two lines, so none of them can hold it. */
    static String boundary(String material) {
        UUID hash = UUID.nameUUIDFromBytes(material.getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "").substring(0, 16);
    }

    /** Where to go first, in the long run and next, then for each gap in turn its best passage, then the second best. */
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
        }
        return wanted;
    }

    private static SentText focuses(Brief brief, NumberedSources sources) {
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
                            .map(passage -> sources.label(passage.source()))
                            .filter(label -> !label.isEmpty())
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
                .sorted(java.util.Comparator.comparingInt(ProficiencyLevel::number))
                .map(ProficiencyLevel::descriptor);
    }

    private static java.util.Optional<String> level(Brief.Focus focus) {
        return levels(focus).findFirst().map(NumberedSources::onOneLine).filter(words -> !words.isEmpty());
    }

    private static String option(Brief.Candidate candidate) {
        String description = NumberedSources.onOneLine(candidate.description());
        String shortened = description.length() <= LONGEST_DESCRIPTION
                ? description
                : description
                        .substring(0, description.lastIndexOf(' ', LONGEST_DESCRIPTION) + 1)
                        .strip();
        return NumberedSources.onOneLine(candidate.title())
                + (shortened.isEmpty() ? "" : " (" + shortened + (shortened.equals(description) ? ")" : " …)"));
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
