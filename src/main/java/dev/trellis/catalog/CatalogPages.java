package dev.trellis.catalog;

import dev.trellis.NotFound;
import dev.trellis.catalog.CompetencyRelation.Kind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Looks up what a draft or a plan names. Open to everyone signed in: nothing here is about a person. */
@Controller
@RequestMapping("/catalog")
class CatalogPages {

    private final Catalog catalog;
    private final CompetencyRelations relations;

    CatalogPages(Catalog catalog, CompetencyRelations relations) {
        this.catalog = catalog;
        this.relations = relations;
    }

    /** A competency and what an activity does for it, or a role expects of it. */
    record Line(Competency competency, String level, String weight) {}

    /** Reads as the heading of a list of other competencies. */
    record Related(String words, List<Competency> others) {}

    @GetMapping("/activities/{id}")
    String activity(@PathVariable UUID id, Model model) {
        ActivityId wanted = new ActivityId(id);
        LearningActivity activity = catalog.activities(List.of(wanted)).get(wanted);
        if (activity == null) {
            throw new NotFound("There is no such activity in the catalogue.");
        }
        Map<CompetencyId, Competency> competencies = catalog.competencies(
                activity.develops().stream().map(Develops::competency).toList());
        List<Line> lines = activity.develops().stream()
                .map(develops -> new Line(
                        Objects.requireNonNull(competencies.get(develops.competency())),
                        number(develops.fromLevel()) + " → " + number(develops.toLevel()),
                        ""))
                .sorted(Comparator.comparing(line -> line.competency().name()))
                .toList();
        model.addAttribute("activity", activity);
        model.addAttribute("how", how(activity.kind()));
        model.addAttribute("hours", hours(activity.effortHours()));
        model.addAttribute("lines", lines);
        model.addAttribute(
                "linked",
                activity.url().startsWith("https://") || activity.url().startsWith("http://"));
        model.addAttribute("attributions", attributions(competencies.values().stream()));
        return "catalog/activity";
    }

    @GetMapping("/competencies/{id}")
    String competency(@PathVariable UUID id, Model model) {
        CompetencyId wanted = new CompetencyId(id);
        Competency competency = catalog.competencies(List.of(wanted)).get(wanted);
        if (competency == null) {
            throw new NotFound("There is no such competency in the catalogue.");
        }
        Framework framework = framework(competency.framework());
        model.addAttribute("competency", competency);
        model.addAttribute("framework", framework);
        model.addAttribute("scale", number(framework.lowestLevel()) + " to " + number(framework.highestLevel()));
        model.addAttribute("related", related(wanted));
        return "catalog/competency";
    }

    @GetMapping("/roles/{code}")
    String role(@PathVariable String code, Model model) {
        RoleProfile role =
                catalog.role(code).orElseThrow(() -> new NotFound("There is no such role in the catalogue."));
        Map<CompetencyId, Competency> competencies = catalog.competencies(
                role.expectations().stream().map(Expectation::competency).toList());
        Framework framework = framework(role.framework());
        model.addAttribute("role", role);
        model.addAttribute("framework", framework);
        model.addAttribute(
                "lines",
                role.expectations().stream()
                        .map(expectation -> new Line(
                                Objects.requireNonNull(competencies.get(expectation.competency())),
                                number(expectation.level()),
                                importance(expectation.importance())))
                        .toList());
        model.addAttribute("scale", number(framework.lowestLevel()) + " to " + number(framework.highestLevel()));
        model.addAttribute("attributions", attributions(competencies.values().stream(), role.framework()));
        return "catalog/role";
    }

    private List<Related> related(CompetencyId id) {
        Map<Kind, Set<CompetencyId>> byKind = relations.from(List.of(id)).stream()
                .collect(Collectors.groupingBy(
                        CompetencyRelation::kind, Collectors.mapping(CompetencyRelation::other, Collectors.toSet())));
        Map<CompetencyId, Competency> others = catalog.competencies(
                byKind.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return Stream.of(Kind.values())
                .filter(byKind::containsKey)
                .map(kind -> new Related(
                        heading(kind),
                        others.values().stream()
                                .filter(other ->
                                        Objects.requireNonNull(byKind.get(kind)).contains(other.id()))
                                .sorted(Comparator.comparing(Competency::name))
                                .toList()))
                .toList();
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case REQUIRES -> "Requires";
            case NARROWER -> "Part of";
            case BROADER -> "Includes";
            case EQUIVALENT -> "The same as";
        };
    }

    private static String how(ActivityKind kind) {
        return switch (kind) {
            case EXPERIENCE -> "By doing";
            case EXPOSURE -> "Through others";
            case EDUCATION -> "By study";
        };
    }

    private static String hours(double hours) {
        return hours == 1 ? "1 hour" : number(hours) + " hours";
    }

    /** O*NET's anchors of importance, on our share: very important is 4 of 1–5, important 3. */
    private static String importance(double importance) {
        if (importance >= .75) {
            return "very important";
        }
        return importance >= .5 ? "important" : "less important";
    }

    static String number(double level) {
        return BigDecimal.valueOf(level).stripTrailingZeros().toPlainString();
    }

    private Framework framework(FrameworkId id) {
        return catalog.frameworks().stream()
                .filter(framework -> framework.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> attributions(Stream<Competency> competencies, FrameworkId... and) {
        Set<FrameworkId> named = Stream.concat(competencies.map(Competency::framework), Stream.of(and))
                .collect(Collectors.toSet());
        return catalog.frameworks().stream()
                .filter(framework -> named.contains(framework.id()))
                .map(Framework::attribution)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
