package dev.trellis.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.people.PersonId;
import dev.trellis.testing.TestPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProgrammesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.database().application());
    private final Programmes programmes = new JdbcProgrammes(jdbc);
    private final PersonId noor = aLearner("noor");
    private final PersonId jonas = aLearner("jonas");

    @Test
    void savesByCodeAndKeepsTheFirstId() {
        Programme first = programmes.save(aProgramme("leads", "Leads", MARCH, JUNE));
        Programme second = programmes.save(aProgramme("leads", "New leads", MARCH, JUNE));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(programmes.all()).containsExactly(second);
        assertThat(second.name()).isEqualTo("New leads");
        assertThat(second.objectives()).containsExactly("delegate at level 3", "give feedback at level 3");
    }

    @Test
    void givesTheProgrammeThatStartedLastOfThoseThatRunOnTheDay() {
        Programme year = programmes.save(aProgramme("year", "Year", MARCH.minusMonths(2), JUNE.plusMonths(6)));
        Programme leads = programmes.save(aProgramme("leads", "Leads", MARCH, JUNE));
        programmes.enrol(year.id(), List.of(noor, jonas));
        programmes.enrol(leads.id(), List.of(noor));

        assertThat(programmes.of(noor, MARCH.minusDays(1))).contains(year);
        assertThat(programmes.of(noor, MARCH)).contains(leads);
        assertThat(programmes.of(noor, JUNE)).contains(leads);
        assertThat(programmes.of(noor, JUNE.plusDays(1))).contains(year);
        assertThat(programmes.of(jonas, MARCH)).contains(year);
        assertThat(programmes.of(jonas, MARCH.plusYears(2))).isEmpty();
    }

    @Test
    void enrollingTwiceIsEnrollingOnce() {
        Programme leads = programmes.save(aProgramme("leads", "Leads", MARCH, JUNE));

        programmes.enrol(leads.id(), List.of(noor, noor));
        programmes.enrol(leads.id(), List.of(noor, jonas));

        assertThat(programmes.members(leads.id())).containsExactlyInAnyOrder(noor, jonas);
    }

    @Test
    void refusesAProgrammeThatEndsBeforeItStarts() {
        assertThatThrownBy(() -> programmes.save(aProgramme("leads", "Leads", JUNE, MARCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads");
    }

    private PersonId aLearner(String name) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("insert into person values (:id, :name, :name, '', :email, null, '', true)")
                .param("id", id)
                .param("name", name)
                .param("email", name + "@example.org")
                .update();
        return new PersonId(id);
    }

    private static Programme aProgramme(String code, String name, LocalDate from, LocalDate until) {
        return new Programme(
                new ProgrammeId(UuidCreator.getTimeOrderedEpoch()),
                code,
                name,
                "New leads grow into their role.",
                List.of("delegate at level 3", "give feedback at level 3"),
                from,
                until,
                "every two weeks",
                "one to one, 45 minutes");
    }
}
