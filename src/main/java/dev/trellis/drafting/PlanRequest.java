package dev.trellis.drafting;

import dev.trellis.catalog.ProficiencyLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a model is told about one brief: names, levels, options and sentences, everything by number. */
final class PlanRequest {

    private static final int LONGEST_DESCRIPTION = 60;
    private static final int MOST_OPTIONS = 3;

    private PlanRequest() {}

    /** @param faults what was wrong with the draft before; empty for a first one */
    static String data(PromptFile prompt, Brief brief, NumberedSources sources, List<String> faults) {
        String material = sources.asData(wanted(brief));
        return prompt.filled(Map.of(
                "name", brief.givenName(),
                "role", NumberedSources.onOneLine(brief.roleName()),
                "target", NumberedSources.onOneLine(brief.targetRoleName().orElse(brief.roleName())),
                "form", brief.form().name().toLowerCase(Locale.ROOT),
                "items",
                        Integer.toString(
                                Math.min(brief.itemsWanted(), brief.focuses().size())),
                "faults", faultLines(faults),
                "boundary", boundary(material),
                "focuses", focuses(brief, sources),
                "sources", material));
    }

    /** Depends on every word between the two lines, so none of them can hold it. */
    static String boundary(String material) {
        UUID hash = UUID.nameUUIDFromBytes(material.getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "").substring(0, 16);
    }

    /** Where to go first, then for each gap in turn its best passage, then the second best. */
    private static List<Brief.Quotable> wanted(Brief brief) {
        List<Brief.Quotable> wanted =
                new ArrayList<>(brief.aspiration().stream().toList());
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

    private static String focuses(Brief brief, NumberedSources sources) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < Math.min(brief.itemsWanted(), brief.focuses().size()); i++) {
            Brief.Focus focus = brief.focuses().get(i);
            data.append("[F")
                    .append(i + 1)
                    .append("] ")
                    .append(NumberedSources.onOneLine(focus.competency().name()));
            data.append(": level ").append(Numbers.inWords(focus.gap().shown())).append(" now, ");
            data.append(Numbers.inWords(focus.levelSought())).append(" sought, ");
            data.append(Numbers.inWords(focus.gap().expected())).append(" expected\n");
            level(focus)
                    .ifPresent(words ->
                            data.append("  Level sought: ").append(words).append('\n'));
            String where = String.join(
                    ", ",
                    focus.passages().stream()
                            .map(passage -> sources.label(passage.source()))
                            .filter(label -> !label.isEmpty())
                            .distinct()
                            .toList());
            data.append("  Sources that speak to it: ")
                    .append(where.isEmpty() ? "none" : where)
                    .append('\n');
            for (int option = 0;
                    option < Math.min(MOST_OPTIONS, focus.candidates().size());
                    option++) {
                data.append("  [A")
                        .append(option + 1)
                        .append("] ")
                        .append(option(focus.candidates().get(option)))
                        .append('\n');
            }
        }
        return data.toString().stripTrailing();
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
        return candidate.kind().name().toLowerCase(Locale.ROOT) + ": " + NumberedSources.onOneLine(candidate.title())
                + (shortened.isEmpty() ? "" : " (" + shortened + (shortened.equals(description) ? ")" : " …)"));
    }

    private static String faultLines(List<String> faults) {
        if (faults.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("FAULTS FOUND IN YOUR LAST DRAFT\n");
        faults.forEach(fault ->
                lines.append("- ").append(NumberedSources.onOneLine(fault)).append('\n'));
        return lines.append('\n').toString();
    }
}
