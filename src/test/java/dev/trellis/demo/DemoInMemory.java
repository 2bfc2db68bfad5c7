package dev.trellis.demo;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.reading.Reading;
import dev.trellis.testing.Partly;
import dev.trellis.trends.TrendsInMemory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/** The demo organisation, loaded as into the service, but into memory: what HR would see of it on a day. */
final class DemoInMemory {

    private final Map<CompetencyId, Competency> competencies = new HashMap<>();
    private final Map<String, RoleProfile> roles = new LinkedHashMap<>();
    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final Map<ProgrammeId, Programme> programmes = new LinkedHashMap<>();
    private final Map<ProgrammeId, Set<PersonId>> enrolled = new HashMap<>();
    private final Map<EvidenceId, Evidence> evidence = new LinkedHashMap<>();
    private final Map<Reading.Text, String> saidToBeAbout = new HashMap<>();

    /** @param said code of the competency that reading says a reflection is about, by code of the reflection */
    DemoInMemory(DemoOrganisation demo, Function<String, String> said) {
        new DemoLoader(
                        catalog(),
                        people(),
                        Partly.a(Mentorships.class, new NoMentorships()),
                        programmes(),
                        ledger(),
                        TransactionOperations.withoutTransaction(),
                        UUID::randomUUID)
                .load(demo, step -> {});
        for (DemoReflection reflection : demo.evidence(DemoReflection.class)) {
            if (!reflection.named() && reflection.visibility() != DemoVisibility.PRIVATE) {
                saidToBeAbout.put(
                        new Reading.Text(reflection.title(), reflection.text()), said.apply(reflection.code()));
            }
        }
    }

    List<TrendsInMemory.Flag> flags(LocalDate on, int months) {
        return new TrendsInMemory(
                        catalog(),
                        people(),
                        programmes(),
                        ledger(),
                        reading(),
                        evidence.keySet().stream().map(EvidenceId::value).toList(),
                        Clock.fixed(on.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .flags(months);
    }

    static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    private Catalog catalog() {
        return Partly.a(Catalog.class, new CatalogPart());
    }

    private People people() {
        return Partly.a(People.class, new PeoplePart());
    }

    private Programmes programmes() {
        return Partly.a(Programmes.class, new ProgrammesPart());
    }

    private EvidenceLedger ledger() {
        return Partly.a(EvidenceLedger.class, new LedgerPart());
    }

    private Reading reading() {
        return Partly.a(Reading.class, new ReadingPart());
    }

    final class CatalogPart {

        public Framework save(Framework framework) {
            return framework;
        }

        public Map<String, CompetencyId> saveCompetencies(FrameworkId framework, List<Competency> saved) {
            Map<String, CompetencyId> ids = new HashMap<>();
            for (Competency one : saved) {
                CompetencyId id = new CompetencyId(id(one.code()));
                ids.put(one.code(), id);
                competencies.put(
                        id,
                        new Competency(
                                id,
                                framework,
                                one.code(),
                                one.name(),
                                one.group(),
                                one.description(),
                                one.alternativeLabels(),
                                one.levels()));
            }
            return ids;
        }

        public void saveRoles(List<RoleProfile> saved) {
            saved.forEach(role -> roles.put(role.code(), role));
        }

        public List<ActivityId> saveActivities(List<LearningActivity> saved) {
            return saved.stream().map(LearningActivity::id).toList();
        }

        public List<RoleProfile> roles() {
            return List.copyOf(roles.values());
        }

        public Optional<RoleProfile> role(String code) {
            return Optional.ofNullable(roles.get(code));
        }

        public Map<CompetencyId, Competency> competencies(Collection<CompetencyId> ids) {
            return found(ids, competencies);
        }
    }

    final class PeoplePart {

        public List<PersonId> save(List<NewPerson> saved) {
            List<PersonId> ids = new ArrayList<>();
            for (NewPerson one : saved) {
                PersonId id = new PersonId(id(one.externalId()));
                ids.add(id);
                people.put(
                        id,
                        new Person(
                                id,
                                one.externalId(),
                                one.givenName(),
                                one.familyName(),
                                one.email(),
                                one.team(),
                                one.roleCode(),
                                one.active(),
                                one.roles()));
            }
            return ids;
        }

        public List<Person> active() {
            return List.copyOf(people.values());
        }

        public Map<PersonId, Person> findAll(Collection<PersonId> ids) {
            return found(ids, people);
        }
    }

    static final class NoMentorships {

        public void start(PersonId mentor, PersonId learner, MentoringForm form, LocalDate from) {
            // Who mentors whom changes no figure.
        }
    }

    final class ProgrammesPart {

        public Programme save(Programme programme) {
            programmes.put(programme.id(), programme);
            return programme;
        }

        public void enrol(ProgrammeId programme, Collection<PersonId> learners) {
            enrolled.put(programme, Set.copyOf(learners));
        }

        public List<Programme> all() {
            return List.copyOf(programmes.values());
        }

        public Set<PersonId> members(ProgrammeId programme) {
            return enrolled.getOrDefault(programme, Set.of());
        }
    }

    final class LedgerPart {

        public List<EvidenceId> recordAll(List<NewEvidence> recorded) {
            List<EvidenceId> ids = new ArrayList<>();
            for (NewEvidence one : recorded) {
                EvidenceId id = new EvidenceId(id(one.externalId().orElseThrow()));
                ids.add(id);
                evidence.put(
                        id,
                        new Evidence(
                                id,
                                one.about(),
                                one.author(),
                                one.visibility(),
                                one.occurredAt(),
                                one.occurredAt(),
                                one.title(),
                                one.text(),
                                "",
                                one.detail()));
            }
            return ids;
        }

        public List<Evidence> findAll(Reader reader, Collection<EvidenceId> ids) {
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(evidence.get(id)).stream())
                    .filter(one -> one.visibility() != Visibility.PRIVATE)
                    .toList();
        }
    }

    final class ReadingPart {

        public List<Optional<CompetencyId>> mostlyAbout(FrameworkId framework, List<Reading.Text> texts) {
            return texts.stream()
                    .map(text -> Optional.ofNullable(saidToBeAbout.get(text))
                            .filter(code -> !code.isEmpty())
                            .map(code -> new CompetencyId(id(code))))
                    .toList();
        }
    }

    private static <K, V> Map<K, V> found(Collection<K> keys, Map<K, V> in) {
        Map<K, V> found = new HashMap<>();
        keys.forEach(key -> Optional.ofNullable(in.get(key)).ifPresent(value -> found.put(key, value)));
        return found;
    }
}
