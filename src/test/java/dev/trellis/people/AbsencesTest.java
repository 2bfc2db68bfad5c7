package dev.trellis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.testing.SettableClock;
import dev.trellis.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AbsencesTest {

    private static final TestPostgres.Database DATABASE = TestPostgres.database();
    private static final DataSource APPLICATION = DATABASE.application();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final People people = Peoples.over(APPLICATION, event -> {});
    private final Mentorships mentorships = Peoples.mentorshipsOver(APPLICATION, clock);
    private final Absences absences = new JdbcAbsences(
            JdbcClient.create(APPLICATION),
            TestPostgres.Database.transactions(APPLICATION),
            people,
            mentorships,
            clock);
    private final PersonId ada = person(Role.MENTOR);
    private final PersonId kim = person(Role.MENTOR);
    private final PersonId noor = person(Role.LEARNER);

    @Test
    void whoCoversMentorsTheSameLearnersOnThoseDaysAndNoOthers() {
        mentors(ada, noor);

        absences.set(ada, TODAY.plusDays(2), TODAY.plusDays(3), Optional.of(kim), ada);

        assertThat(ids(mentorships.mentorsOf(noor))).containsExactly(ada);
        clock.pass(Duration.ofDays(2));
        assertThat(ids(mentorships.mentorsOf(noor))).containsExactlyInAnyOrder(ada, kim);
        clock.pass(Duration.ofDays(1));
        assertThat(mentorships.isMentorOf(kim, noor)).isTrue();
        clock.pass(Duration.ofDays(1));
        assertThat(ids(mentorships.mentorsOf(noor))).containsExactly(ada);
        assertThat(absences.of(ada)).isEmpty();
    }

    @Test
    void comingBackEarlyEndsTheCoverAndLeavesMentorshipsOfTheirOwn() {
        PersonId mira = person(Role.LEARNER);
        mentors(ada, noor);
        mentors(ada, mira);
        mentors(kim, mira);
        Absence absence = absences.set(ada, TODAY, TODAY.plusDays(10), Optional.of(kim), ada);
        assertThat(mentorships.isMentorOf(kim, noor)).isTrue();

        absences.cancel(absence);
        absences.cancel(absence);

        assertThat(mentorships.isMentorOf(kim, noor)).isFalse();
        assertThat(mentorships.isMentorOf(kim, mira)).isTrue();
        assertThat(mentorships.isMentorOf(ada, noor)).isTrue();
    }

    @Test
    void whereNobodyCoversTheLearnersAreTheLeads() {
        mentors(ada, noor);
        assertThat(ids(absences.learnersWithNobodyThere())).doesNotContain(noor);

        absences.set(ada, TODAY, TODAY.plusDays(1), Optional.empty(), ada);
        assertThat(ids(absences.learnersWithNobodyThere())).contains(noor);

        mentors(kim, noor);
        assertThat(ids(absences.learnersWithNobodyThere())).doesNotContain(noor);
    }

    @Test
    void nobodyCoversForThemselvesOrMentorsThemselves() {
        PersonId both = person(Role.MENTOR, Role.LEARNER);
        mentors(ada, both);
        mentors(ada, noor);
        absences.set(ada, TODAY, TODAY.plusDays(1), Optional.of(both), ada);

        assertThat(mentorships.isMentorOf(both, noor)).isTrue();
        assertThat(mentorships.isMentorOf(both, both)).isFalse();
        assertThat(ids(absences.learnersWithNobodyThere())).contains(both).doesNotContain(noor);
        refused(() -> absences.set(kim, TODAY, TODAY, Optional.of(kim), kim), "another mentor");
    }

    @Test
    void daysThatCannotBeAreRefusedInWords() {
        refused(() -> absences.set(ada, TODAY, TODAY.minusDays(1), Optional.empty(), ada), "before the first");
        refused(() -> absences.set(ada, TODAY.minusDays(9), TODAY.minusDays(1), Optional.empty(), ada), "past");
        refused(() -> absences.set(ada, TODAY, TODAY.plusDays(400), Optional.empty(), ada), "year");
        refused(() -> absences.set(ada, TODAY, TODAY, Optional.of(noor), ada), "another mentor");
        absences.set(kim, TODAY, TODAY.plusDays(5), Optional.empty(), kim);
        refused(() -> absences.set(kim, TODAY.plusDays(5), TODAY.plusDays(7), Optional.empty(), kim), "already");
        refused(() -> absences.set(ada, TODAY, TODAY, Optional.of(kim), ada), "away then as well");
        assertThat(absences.of(ada)).isEmpty();
    }

    @Test
    void ofTwoWhoWouldCoverEachOtherAtOnceOneIsRefused() throws Exception {
        int set = 0;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> done = both.invokeAll(List.of(tried(ada, kim), tried(kim, ada)));
            for (Future<Boolean> one : done) {
                set += one.get() ? 1 : 0;
            }
        }
        assertThat(set).isEqualTo(1);
    }

    private Callable<Boolean> tried(PersonId away, PersonId deputy) {
        return () -> {
            try {
                absences.set(away, TODAY, TODAY.plusDays(3), Optional.of(deputy), away);
                return true;
            } catch (Absences.NotPossible refused) {
                return false;
            }
        };
    }

    private static void refused(Runnable set, String words) {
        assertThatThrownBy(set::run).isInstanceOf(Absences.NotPossible.class).hasMessageContaining(words);
    }

    private void mentors(PersonId mentor, PersonId learner) {
        mentorships.start(mentor, learner, MentoringForm.MENTORING, TODAY.minusDays(30));
    }

    private PersonId person(Role... roles) {
        String name = "A" + NUMBERS.incrementAndGet();
        return people.save(List.of(new NewPerson(
                        name,
                        name,
                        "X",
                        name.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                        "",
                        "",
                        true,
                        Set.of(roles))))
                .getFirst();
    }

    private static List<PersonId> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
