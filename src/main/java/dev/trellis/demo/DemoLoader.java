package dev.trellis.demo;

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
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings a made-up organisation in through the doors that imports use. Each step is one transaction and an upsert: after a crash
 * the whole is done again and nothing stands twice.
 */
class DemoLoader {

    static final String FRAMEWORK = "demo";

    /** The steps in their order. */
    enum Step {
        CATALOG("competencies, roles and activities"),
        PEOPLE("people and who mentors whom"),
        PROGRAMMES("programmes"),
        EVIDENCE("a year of evidence");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Catalog catalog;
    private final People people;
    private final Mentorships mentorships;
    private final Programmes programmes;
    private final EvidenceLedger ledger;
    private final TransactionOperations transactions;
    private final Supplier<UUID> ids;

    DemoLoader(
            Catalog catalog,
            People people,
            Mentorships mentorships,
            Programmes programmes,
            EvidenceLedger ledger,
            TransactionOperations transactions,
            Supplier<UUID> ids) {
        this.catalog = catalog;
        this.people = people;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.ledger = ledger;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** @param next told of each step before it begins */
    void load(DemoOrganisation demo, Consumer<Step> next) {
        DemoCodes codes = new DemoCodes(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Step step : Step.values()) {
            next.accept(step);
            transactions.executeWithoutResult(status -> {
                switch (step) {
                    case CATALOG -> saveCatalog(demo, codes);
                    case PEOPLE -> savePeople(demo, codes);
                    case PROGRAMMES -> saveProgrammes(demo, codes);
                    case EVIDENCE -> recordEvidence(demo, codes);
                }
            });
        }
    }

    private void saveCatalog(DemoOrganisation demo, DemoCodes codes) {
        DemoFramework made = demo.framework();
        FrameworkId framework = catalog.save(new Framework(
                        new FrameworkId(ids.get()),
                        FRAMEWORK,
                        made.name(),
                        "",
                        1,
                        made.levelNames().size()))
                .id();
        codes.competencies()
                .putAll(catalog.saveCompetencies(
                        framework,
                        made.competencies().stream()
                                .map(competency -> competency(competency, framework, made.levelNames()))
                                .toList()));
        catalog.saveRoles(
                demo.roles().stream().map(role -> role(role, framework, codes)).toList());
        List<ActivityId> saved = catalog.saveActivities(demo.activities().stream()
                .map(activity -> activity(activity, codes))
                .toList());
        for (int n = 0; n < saved.size(); n++) {
            codes.activities().put(demo.activities().get(n).code(), saved.get(n));
        }
    }

    private Competency competency(DemoCompetency made, FrameworkId framework, List<String> levelNames) {
        return new Competency(
                new CompetencyId(ids.get()),
                framework,
                made.code(),
                made.name(),
                made.group(),
                made.about(),
                made.alternativeLabels(),
                IntStream.rangeClosed(1, levelNames.size())
                        .mapToObj(level -> new ProficiencyLevel(
                                level,
                                levelNames.get(level - 1),
                                made.descriptors().get(level - 1)))
                        .toList());
    }

    /** Importance 1 to 5 becomes 0 to 1 as it does for O*NET. */
    private static RoleProfile role(DemoRole made, FrameworkId framework, DemoCodes codes) {
        return new RoleProfile(
                made.code(),
                made.name(),
                made.about(),
                framework,
                made.expectations().stream()
                        .sorted(Comparator.comparingInt(DemoRole.Expectation::importance)
                                .reversed())
                        .map(expectation -> new Expectation(
                                codes.competency(expectation.competency()),
                                expectation.level(),
                                (expectation.importance() - 1) / 4.0))
                        .toList());
    }

    private LearningActivity activity(DemoActivity made, DemoCodes codes) {
        return new LearningActivity(
                new ActivityId(ids.get()),
                made.code(),
                made.title(),
                made.description(),
                ActivityKind.valueOf(made.kind().name()),
                made.effortHours(),
                made.provider(),
                made.url(),
                made.aims().stream()
                        .map(aim -> new Develops(codes.competency(aim.competency()), aim.fromLevel(), aim.toLevel()))
                        .toList(),
                true);
    }

    private void savePeople(DemoOrganisation demo, DemoCodes codes) {
        Map<String, String> teams = demo.teams().stream().collect(Collectors.toMap(DemoTeam::code, DemoTeam::name));
        List<PersonId> saved = people.save(demo.people().stream()
                .map(person -> new NewPerson(
                        person.code(),
                        person.givenName(),
                        person.familyName(),
                        person.email(),
                        teams.getOrDefault(person.team(), person.team()),
                        person.role(),
                        true,
                        roles(person)))
                .toList());
        for (int n = 0; n < saved.size(); n++) {
            codes.people().put(demo.people().get(n).code(), saved.get(n));
        }
        demo.mentorings()
                .forEach(mentoring -> mentorships.start(
                        codes.person(mentoring.mentor()),
                        codes.person(mentoring.learner()),
                        MentoringForm.valueOf(mentoring.form().name()),
                        mentoring.startedOn()));
    }

    private static Set<Role> roles(DemoPerson person) {
        return person.access().stream()
                .map(access -> Role.valueOf(access.name()))
                .collect(Collectors.toCollection(() -> EnumSet.of(Role.LEARNER)));
    }

    private void saveProgrammes(DemoOrganisation demo, DemoCodes codes) {
        for (DemoProgramme made : demo.programmes()) {
            Programme saved = programmes.save(new Programme(
                    new ProgrammeId(ids.get()),
                    made.code(),
                    made.name(),
                    made.purpose(),
                    made.objectives(),
                    made.startsOn(),
                    made.endsOn(),
                    "every " + made.cadenceWeeks() + " weeks",
                    made.format()));
            programmes.enrol(
                    saved.id(), made.members().stream().map(codes::person).toList());
        }
    }

    /** In one call: the ledger batches, and looks up what it checks against once for all. */
    private void recordEvidence(DemoOrganisation demo, DemoCodes codes) {
        List<NewEvidence> evidence = Stream.concat(
                        demo.evidence().stream().map(codes::evidence),
                        demo.aspirations().stream().map(codes::evidence))
                .toList();
        ledger.recordAll(evidence);
    }
}
