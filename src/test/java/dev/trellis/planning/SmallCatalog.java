package dev.trellis.planning;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.catalog.RoleProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Three competencies on a scale of 0 to 7, two roles, one course a competency. */
final class SmallCatalog implements Catalog {

    final Framework framework = new Framework(new FrameworkId(PlanningWorld.newId()), "test", "Test", "", 0, 7);
    final Map<CompetencyId, Competency> competencies = new LinkedHashMap<>();
    final List<LearningActivity> activities = new ArrayList<>();
    final CompetencyId delegation = competency("Delegation");
    final CompetencyId feedback = competency("Giving feedback");
    final CompetencyId planning = competency("Planning");
    final RoleProfile support = role("support", "Support engineer", 3);
    final RoleProfile lead = role("team-lead", "Team lead", 5);

    private CompetencyId competency(String name) {
        CompetencyId id = new CompetencyId(PlanningWorld.newId());
        competencies.put(
                id,
                new Competency(
                        id, framework.id(), name, name, "Leading", "What " + name + " is.", List.of(), List.of()));
        activities.add(new LearningActivity(
                new ActivityId(PlanningWorld.newId()),
                "course-" + name,
                "Course: " + name,
                "A course.",
                ActivityKind.EDUCATION,
                3,
                "Academy",
                "https://academy.example.org/" + activities.size(),
                List.of(new Develops(id, 0, 7)),
                true));
        return id;
    }

    private RoleProfile role(String code, String name, double level) {
        return new RoleProfile(
                code,
                name,
                "",
                framework.id(),
                competencies.keySet().stream()
                        .map(id -> new Expectation(id, level, 0.8))
                        .toList());
    }

    LearningActivity courseIn(CompetencyId competency) {
        return activities.stream()
                .filter(activity -> activity.develops().getFirst().competency().equals(competency))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Framework> frameworks() {
        return List.of(framework);
    }

    @Override
    public Optional<Framework> framework(String code) {
        return Optional.of(framework).filter(one -> one.code().equals(code));
    }

    @Override
    public List<Competency> competencies(FrameworkId framework) {
        return List.copyOf(competencies.values());
    }

    @Override
    public Map<CompetencyId, Competency> competencies(Collection<CompetencyId> ids) {
        return ids.stream()
                .filter(competencies::containsKey)
                .distinct()
                .map(competencies::get)
                .collect(Collectors.toMap(Competency::id, Function.identity()));
    }

    @Override
    public Optional<RoleProfile> role(String code) {
        return List.of(support, lead).stream()
                .filter(role -> role.code().equals(code))
                .findFirst();
    }

    @Override
    public List<RoleProfile> roles() {
        return List.of(support, lead);
    }

    @Override
    public Map<ActivityId, LearningActivity> activities(Collection<ActivityId> ids) {
        return activities.stream()
                .filter(activity -> ids.contains(activity.id()))
                .collect(Collectors.toMap(LearningActivity::id, Function.identity()));
    }

    @Override
    public Map<String, ActivityId> activityIdsByExternalId(Collection<String> externalIds) {
        return Map.of();
    }

    @Override
    public List<LearningActivity> activitiesDeveloping(Collection<CompetencyId> competencies) {
        return activities;
    }

    @Override
    public List<LearningActivity> activities(Optional<ActivityId> after, int limit) {
        return activities;
    }

    @Override
    public long countActivities() {
        return activities.size();
    }

    @Override
    public Framework save(Framework framework) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, CompetencyId> saveCompetencies(FrameworkId framework, List<Competency> competencies) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveRoles(List<RoleProfile> roles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ActivityId> saveActivities(List<LearningActivity> activities) {
        throw new UnsupportedOperationException();
    }
}
