package dev.trellis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class PeopleTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final DataSource source = TestPostgres.database().application();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transactions = TestPostgres.Database.transactions(source);
    private final List<Object> raised = new ArrayList<>();
    private Instant now = NOON;
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final People people = new JdbcPeople(jdbc, transactions, raised::add, UuidCreator::getTimeOrderedEpoch);
    private final Mentorships mentorships = new JdbcMentorships(jdbc, clock);
    private final Credentials credentials = new JdbcCredentials(jdbc, new BCryptPasswordEncoder(4), clock);
    private final SetUpLinks links =
            new JdbcSetUpLinks(jdbc, transactions, people, credentials, clock, new Random(1)::nextLong);

    private PersonId ada;
    private PersonId noor;

    @BeforeEach
    void twoPeople() {
        List<PersonId> ids = people.save(List.of(
                person("p-1", "Ada", "Nyström", "Ada@Example.org", "Platform", "lead", Role.MENTOR, Role.LEARNER),
                person("p-2", "Noor", "Haddad", "noor@example.org", "Platform", "support", Role.LEARNER)));
        ada = ids.getFirst();
        noor = ids.getLast();
    }

    @Test
    void findsWhoWasSavedAsTheyWereDescribed() {
        Person found = people.find(ada).orElseThrow();

        assertThat(found.displayName()).isEqualTo("Ada Nyström");
        assertThat(found.team()).isEqualTo("Platform");
        assertThat(found.roles()).containsExactlyInAnyOrder(Role.MENTOR, Role.LEARNER);
        assertThat(people.findAll(Set.of(ada, noor))).containsOnlyKeys(ada, noor);
        assertThat(people.idsByExternalId(List.of("p-2", "nobody"))).isEqualTo(Map.of("p-2", noor));
        assertThat(people.teams()).containsExactly("Platform");
        assertThat(people.withRole(Role.MENTOR)).extracting(Person::id).containsExactly(ada);
        assertThat(people.active()).extracting(Person::familyName).containsExactly("Haddad", "Nyström");
    }

    @Test
    void comparesEmailsWithoutCase() {
        assertThat(people.findByEmail(" aDA@exaMPLE.org")).map(Person::id).contains(ada);
    }

    @Test
    void changesByExternalIdAndKeepsTheId() {
        List<PersonId> again = people.save(List.of(
                person("p-3", "Li", "Wei", "li@example.org", "", "", Role.LEARNER),
                person("p-1", "Ada", "Berg", "ada@example.org", "Sales", "lead", Role.LEARNER)));

        assertThat(again.getLast()).isEqualTo(ada);
        Person changed = people.find(ada).orElseThrow();
        assertThat(changed.familyName()).isEqualTo("Berg");
        assertThat(changed.team()).isEqualTo("Sales");
        assertThat(changed.roles()).containsExactly(Role.LEARNER);
        assertThat(people.count()).isEqualTo(3);
    }

    @Test
    void letsTwoPeopleSwapAddressesInOneFile() {
        people.save(List.of(
                person("p-1", "Ada", "Nyström", "noor@example.org", "", "", Role.LEARNER),
                person("p-2", "Noor", "Haddad", "ada@example.org", "", "", Role.LEARNER)));

        assertThat(people.findByEmail("ada@example.org")).map(Person::id).contains(noor);
    }

    @Test
    void refusesAnAddressOfSomeoneElseByNameAndWritesNothing() {
        assertThatThrownBy(() -> people.save(List.of(
                        person("p-8", "Jo", "Weber", "jo@example.org", "", "", Role.LEARNER),
                        person("p-9", "No", "One", "NOOR@example.org", "", "", Role.LEARNER))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("noor@example.org")
                .hasMessageContaining("p-9")
                .hasMessageContaining("p-2");
        assertThat(people.count()).isEqualTo(2);
    }

    @Test
    void refusesOnePersonTwiceAndPeopleWithoutAddress() {
        NewPerson jo = person("p-8", "Jo", "Weber", "jo@example.org", "", "", Role.LEARNER);

        assertThatThrownBy(() -> people.save(List.of(jo, jo))).hasMessageContaining("p-8");
        assertThatThrownBy(() -> people.save(List.of(person("p-8", "Jo", "Weber", "jo", "", "", Role.LEARNER))))
                .hasMessageContaining("p-8");
    }

    @Test
    void raisesPersonMovedExactlyWhenAKnownRoleBecomesAnother() {
        people.save(List.of(
                person("p-1", "Ada", "Nyström", "ada@example.org", "", "lead", Role.LEARNER),
                person("p-2", "Noor", "Haddad", "noor@example.org", "", "lead", Role.LEARNER)));
        people.move(noor, "");
        people.move(noor, "support");

        assertThat(raised).containsExactly(new PersonMoved(noor, "support", "lead"));
        assertThat(people.find(noor).orElseThrow().roleCode()).isEqualTo("support");
    }

    @Test
    void savesSixtyThousandPeople() {
        List<NewPerson> many = IntStream.range(0, 60_000)
                .mapToObj(n ->
                        person("m-" + n, "G" + n, "F" + n, n + "@example.com", "Team " + n % 200, "role", Role.LEARNER))
                .toList();

        people.save(many);
        List<PersonId> ids = people.save(many);

        assertThat(ids).hasSize(60_000).doesNotHaveDuplicates();
        assertThat(people.count()).isEqualTo(60_002);
        assertThat(people.active()).hasSize(60_002);
    }

    @Test
    void mentorsStandFromTheirFirstDayUntilTheDayTheyEnd() {
        mentorships.start(ada, noor, MentoringForm.MENTORING, TODAY);
        mentorships.start(ada, noor, MentoringForm.COACHING, TODAY);

        assertThat(mentorships.isMentorOf(ada, noor)).isTrue();
        assertThat(mentorships.isMentorOf(noor, ada)).isFalse();
        assertThat(mentorships.formOf(ada, noor)).contains(MentoringForm.MENTORING);
        assertThat(mentorships.formOf(noor, ada)).isEmpty();
        assertThat(mentorships.mentorsOf(noor)).extracting(Person::id).containsExactly(ada);
        assertThat(mentorships.learnersOf(ada)).extracting(Person::id).containsExactly(noor);
        assertThat(mentorships.learnersWithoutMentor()).extracting(Person::id).containsExactly(ada);

        mentorships.end(ada, noor, TODAY);

        assertThat(mentorships.isMentorOf(ada, noor)).isFalse();
        assertThat(mentorships.formOf(ada, noor)).isEmpty();
        assertThat(mentorships.learnersWithoutMentor()).extracting(Person::id).contains(noor);

        mentorships.start(ada, noor, MentoringForm.MENTORING, TODAY);

        assertThat(mentorships.isMentorOf(ada, noor)).isTrue();
    }

    @Test
    void aMentorshipToComeDoesNotStandYet() {
        mentorships.start(ada, noor, MentoringForm.MENTORING, TODAY.plusDays(1));

        assertThat(mentorships.isMentorOf(ada, noor)).isFalse();
        now = NOON.plus(Duration.ofDays(1));
        assertThat(mentorships.isMentorOf(ada, noor)).isTrue();
    }

    @Test
    void aMentorWhoLeftNoLongerCounts() {
        mentorships.start(ada, noor, MentoringForm.MENTORING, TODAY);
        people.save(
                List.of(new NewPerson("p-1", "Ada", "Nyström", "ada@example.org", "", "", false, Set.of(Role.MENTOR))));

        assertThat(mentorships.mentorsOf(noor)).isEmpty();
        assertThat(mentorships.isMentorOf(ada, noor)).isFalse();
        assertThat(mentorships.learnersWithoutMentor()).extracting(Person::id).containsExactly(noor);
    }

    @Test
    void nobodyMentorsThemselves() {
        assertThatThrownBy(() -> mentorships.start(ada, ada, MentoringForm.MENTORING, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheRightPasswordMatches() {
        credentials.setPassword(ada, "a garden wall");

        assertThat(credentials.matches(ada, "a garden wall")).isTrue();
        assertThat(credentials.matches(ada, "a garden walk")).isFalse();
        assertThat(credentials.matches(ada, "x".repeat(100))).isFalse();
        assertThat(credentials.matches(noor, "a garden wall")).isFalse();
        assertThat(credentials.matches(noor, "nobody has this password")).isFalse();
        assertThat(jdbc.sql("select password_hash from credential")
                        .query(String.class)
                        .single())
                .doesNotContain("garden");
    }

    @Test
    void refusesPasswordsTooShortOrTooLongToBeKeptWhole() {
        assertThatThrownBy(() -> credentials.setPassword(ada, "seven77")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> credentials.setPassword(ada, "ä".repeat(37)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSetUpLinkWorksOnceAndMakesAnAdministrator() {
        String token = links.issue();

        PersonId first = links.makeAdministrator(token, "Omar", "Said", "omar@example.org", "a garden wall")
                .orElseThrow();

        assertThat(people.find(first).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(credentials.matches(first, "a garden wall")).isTrue();
        assertThat(links.needed()).isFalse();
        assertThat(links.holds(token)).isFalse();
        assertThat(links.makeAdministrator(token, "Eve", "L", "eve@example.org", "a garden wall"))
                .isEmpty();
    }

    @Test
    void aSetUpLinkEndsAfterADayAndWithTheNextOne() {
        String first = links.issue();
        String second = links.issue();

        assertThat(links.holds(first)).isFalse();
        assertThat(links.holds(second)).isTrue();
        assertThat(links.holds("guess")).isFalse();
        now = NOON.plus(SetUpLinks.HOLDS);
        assertThat(links.holds(second)).isFalse();
        assertThat(links.makeAdministrator(second, "Eve", "L", "eve@example.org", "a garden wall"))
                .isEmpty();
    }

    @Test
    void aRefusedPasswordLeavesTheSetUpLinkUnused() {
        String token = links.issue();

        assertThatThrownBy(() -> links.makeAdministrator(token, "Omar", "Said", "omar@example.org", "short"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(links.holds(token)).isTrue();
    }

    @Test
    void theVersionIsAnotherWheneverAnybodyWasAddedChangedOrRemovedAndOnlyThen() {
        List<String> versions = new ArrayList<>(List.of(people.version()));

        people.save(List.of(person("p-3", "Lena", "Vogt", "lena@example.org", "", "", Role.LEARNER)));
        versions.add(people.version());
        people.save(List.of(person("p-3", "Lena", "Berg", "lena@example.org", "", "", Role.LEARNER)));
        versions.add(people.version());
        jdbc.sql("delete from person where external_id = 'p-3'").update();
        versions.add(people.version());

        assertThat(versions.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(versions.get(3)).isNotEqualTo(versions.get(2));
        assertThat(people.version()).isEqualTo(versions.getLast());
        assertThat(people.everyone()).extracting(Person::givenName).containsExactlyInAnyOrder("Ada", "Noor");
    }

    @Test
    void everyoneIsAlsoWhoLeft() {
        people.save(List.of(new NewPerson("p-4", "Gone", "Away", "gone@example.org", "", "", false, Set.of())));

        assertThat(people.everyone()).extracting(Person::familyName).contains("Away");
        assertThat(people.active()).extracting(Person::familyName).doesNotContain("Away");
    }

    private static NewPerson person(
            String externalId, String given, String family, String email, String team, String role, Role... roles) {
        return new NewPerson(externalId, given, family, email, team, role, true, Set.of(roles));
    }
}
