package dev.trellis.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogTest {

    private final TestPostgres.Database database = TestPostgres.database();
    private final DataSource application = database.application();
    private final Catalog catalog = Catalogs.over(application);
    private final CompetencyRelations relations = Catalogs.relationsOver(application);
    private Framework house = framework("house");
    private CompetencyId delegation = new CompetencyId(newId());
    private CompetencyId feedback = new CompetencyId(newId());

    @BeforeEach
    void aFrameworkOfTwoCompetencies() {
        house = catalog.save(house);
        var ids = catalog.saveCompetencies(
                house.id(), List.of(competency("delegation", "Delegation"), competency("feedback", "Giving feedback")));
        delegation = requireNonNull(ids.get("delegation"));
        feedback = requireNonNull(ids.get("feedback"));
    }

    @Test
    void givesBackWhatWasSaved() {
        assertThat(catalog.framework("house")).contains(house);
        Competency saved =
                requireNonNull(catalog.competencies(List.of(delegation)).get(delegation));
        assertThat(saved.levels())
                .containsExactly(
                        new ProficiencyLevel(1, "Starting", "Hands over a task with help."),
                        new ProficiencyLevel(2, "Doing", "Hands over a result, not a recipe."));
        assertThat(saved.alternativeLabels()).containsExactly("Handing over", "Letting go\nof tasks");

        RoleProfile lead = new RoleProfile(
                "lead",
                "Team lead",
                "Leads.",
                house.id(),
                List.of(new Expectation(delegation, 3, 1), new Expectation(feedback, 2, .5)));
        catalog.saveRoles(List.of(lead));
        assertThat(catalog.role("lead")).contains(lead);
        assertThat(catalog.roles()).extracting(RoleProfile::name).containsExactly("Team lead");

        LearningActivity activity = activity("a-1", new Develops(delegation, 1, 3));
        assertThat(catalog.saveActivities(List.of(activity))).containsExactly(activity.id());
        assertThat(catalog.activities(List.of(activity.id()))).containsEntry(activity.id(), activity);
    }

    @Test
    void savingAgainChangesWhatStandsAndKeepsItsId() {
        Framework again = catalog.save(framework("house"));
        assertThat(again.id()).isEqualTo(house.id());
        assertThat(catalog.saveCompetencies(house.id(), List.of(competency("delegation", "Handing over"))))
                .containsEntry("delegation", delegation);
        assertThat(requireNonNull(catalog.competencies(List.of(delegation)).get(delegation))
                        .name())
                .isEqualTo("Handing over");
        assertThat(catalog.competencies(house.id())).hasSize(2);

        ActivityId first = catalog.saveActivities(List.of(activity("a-1", new Develops(delegation, 1, 3))))
                .getFirst();
        ActivityId second = catalog.saveActivities(List.of(activity("a-1", new Develops(feedback, 1, 2))))
                .getFirst();
        assertThat(second).isEqualTo(first);
        assertThat(requireNonNull(catalog.activities(List.of(first)).get(first)).develops())
                .containsExactly(new Develops(feedback, 1, 2));
        assertThat(catalog.countActivities()).isEqualTo(1);
    }

    @Test
    void refusesAnExternalIdGivenTwiceAndWritesNothing() {
        assertThatThrownBy(() -> catalog.saveActivities(
                        List.of(activity("same", new Develops(delegation, 1, 2)), activity("same"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
        assertThat(catalog.countActivities()).isZero();
    }

    @Test
    void aFailureInALateBatchLeavesNothingOfTheEarlierOnes() {
        List<LearningActivity> many = new ArrayList<>(IntStream.range(0, Columns.BATCH + 1)
                .mapToObj(i -> activity("a-%06d".formatted(i)))
                .toList());
        many.add(activity("b-last", new Develops(new CompetencyId(newId()), 1, 2)));
        assertThatThrownBy(() -> catalog.saveActivities(many)).isInstanceOf(DataAccessException.class);
        assertThat(catalog.countActivities()).isZero();
    }

    @Test
    void aRoleCodeOfAnotherFrameworkIsNotTakenOver() {
        catalog.saveRoles(List.of(new RoleProfile("lead", "Team lead", "", house.id(), List.of())));
        Framework other = catalog.save(framework("other"));
        assertThatThrownBy(() -> catalog.saveRoles(
                        List.of(new RoleProfile("lead", "Lead of another kind", "", other.id(), List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lead");
        assertThat(catalog.role("lead").orElseThrow().name()).isEqualTo("Team lead");
    }

    @Test
    void findsOnlyAvailableActivitiesThatDevelopACompetency() {
        LearningActivity withdrawn = withdrawn(activity("gone", new Develops(delegation, 1, 2)));
        LearningActivity there = activity("there", new Develops(delegation, 1, 2), new Develops(feedback, 1, 2));
        catalog.saveActivities(List.of(withdrawn, there, activity("other", new Develops(feedback, 2, 3))));
        assertThat(catalog.activitiesDeveloping(List.of(delegation)))
                .extracting(LearningActivity::externalId)
                .containsExactly("there");
        assertThat(catalog.activitiesDeveloping(List.of())).isEmpty();
    }

    @Test
    void walksTheWholeCatalogueInPagesWithoutMissingOrRepeating() {
        catalog.saveActivities(
                IntStream.range(0, 25).mapToObj(i -> activity("a-" + i)).toList());
        List<String> seen = new ArrayList<>();
        Optional<ActivityId> after = Optional.empty();
        List<LearningActivity> page = catalog.activities(after, 10);
        while (!page.isEmpty()) {
            page.forEach(activity -> seen.add(activity.externalId()));
            after = Optional.of(page.getLast().id());
            page = catalog.activities(after, 10);
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void everySavedActivityStandsInTheChangeFeed() {
        ActivityId id = catalog.saveActivities(List.of(activity("a-1"))).getFirst();
        catalog.saveActivities(List.of(activity("a-1", new Develops(delegation, 1, 2))));
        assertThat(JdbcClient.create(database.owner())
                        .sql("select subject_id from change_feed where subject = 'ACTIVITY' order by number")
                        .query(UUID.class)
                        .list())
                .containsExactly(id.value(), id.value());
    }

    @Test
    void aRelationStandsOnceHoweverOftenItIsSaved() {
        CompetencyRelation requires = new CompetencyRelation(delegation, CompetencyRelation.Kind.REQUIRES, feedback);
        relations.save(List.of(requires));
        relations.save(
                List.of(requires, new CompetencyRelation(feedback, CompetencyRelation.Kind.NARROWER, delegation)));
        assertThat(relations.from(List.of(delegation))).containsExactly(requires);
        assertThat(relations.from(List.of(delegation, feedback))).hasSize(2);
    }

    private static Framework framework(String code) {
        return new Framework(new FrameworkId(newId()), code, "House of " + code, "", 0, 5);
    }

    private Competency competency(String code, String name) {
        return new Competency(
                new CompetencyId(newId()),
                house.id(),
                code,
                name,
                "Leading",
                "What it is.",
                List.of("Handing over", "Letting go\nof tasks"),
                List.of(
                        new ProficiencyLevel(1, "Starting", "Hands over a task with help."),
                        new ProficiencyLevel(2, "Doing", "Hands over a result, not a recipe.")));
    }

    private static LearningActivity activity(String externalId, Develops... develops) {
        return new LearningActivity(
                new ActivityId(newId()),
                externalId,
                "Hand over the release notes",
                "To a colleague.",
                ActivityKind.EXPERIENCE,
                3,
                "",
                "",
                List.of(develops),
                true);
    }

    private static LearningActivity withdrawn(LearningActivity activity) {
        return new LearningActivity(
                activity.id(),
                activity.externalId(),
                activity.title(),
                activity.description(),
                activity.kind(),
                activity.effortHours(),
                activity.provider(),
                activity.url(),
                activity.develops(),
                false);
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
