package dev.trellis.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Frameworks, role profiles and activities. Saving is an upsert by code or external id, in batches, in one transaction. */
public interface Catalog {

    List<Framework> frameworks();

    Optional<Framework> framework(String code);

    /** Competencies of a framework, by group then name. */
    List<Competency> competencies(FrameworkId framework);

    Map<CompetencyId, Competency> competencies(Collection<CompetencyId> ids);

    Optional<RoleProfile> role(String code);

    /** Codes and names of all role profiles, by name; expectations left empty. */
    List<RoleProfile> roles();

    Map<ActivityId, LearningActivity> activities(Collection<ActivityId> ids);

    Map<String, ActivityId> activityIdsByExternalId(Collection<String> externalIds);

    /** Available activities that develop any of these competencies. */
    List<LearningActivity> activitiesDeveloping(Collection<CompetencyId> competencies);

    /** All activities after {@code after} in order of id, at most {@code limit}: for walking the whole catalogue. */
    List<LearningActivity> activities(Optional<ActivityId> after, int limit);

    long countActivities();

    /** Saves a framework by code; the given id is used only where it is new. Returns it as it stands. */
    Framework save(Framework framework);

    /** Saves competencies by framework and code; returns their ids by code. */
    Map<String, CompetencyId> saveCompetencies(FrameworkId framework, List<Competency> competencies);

    void saveRoles(List<RoleProfile> roles);

    /** Saves activities by external id; returns ids in order. */
    List<ActivityId> saveActivities(List<LearningActivity> activities);
}
