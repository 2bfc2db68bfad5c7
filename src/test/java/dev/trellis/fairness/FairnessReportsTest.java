package dev.trellis.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.TrellisCommand.CommandFailed;
import dev.trellis.drafting.Action;
import dev.trellis.learning.LearningWorld;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class FairnessReportsTest {

    private static final Action STRETCH = new Action.OnTheJob(Action.Form.STRETCH_TASK);
    private static final LocalDate QUARTER = LocalDate.of(2026, 10, 1);

    private final LearningWorld world = new LearningWorld(FairnessCases.class, FairnessReports.class);
    private final FairnessCases cases = world.the(FairnessCases.class);
    private final FairnessReports reports = world.the(FairnessReports.class);
    private final PersonId ada = world.person(Role.MENTOR);
    private final List<PersonId> learners =
            IntStream.range(0, 24).mapToObj(i -> world.person(Role.LEARNER)).toList();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysByGroupWhatBecameOfWhatWasProposed() {
        signedOff();
        cases.replace(groups());
        passUntil("2027-01-10T12:00:00Z");

        FairnessReports.Report report = reports.of(QUARTER);

        assertThat(report.cases()).isEqualTo(24);
        ImpactRatio women = ratio(report, "accepted", "F");
        assertThat(women.people()).isEqualTo(12);
        assertThat(women.rate()).isEqualTo(0.5);
        assertThat(ratio(report, "accepted", "M").rate()).isEqualTo(1.0);
        assertThat(women.belowFourFifths()).isTrue();
        assertThat(ratio(report, "learning by doing", "F").ratio()).contains(1.0);
    }

    @Test
    void aQuarterStaysAsItWasFirstWorkedOut() {
        signedOff();
        cases.replace(groups());
        passUntil("2027-01-10T12:00:00Z");
        FairnessReports.Report first = reports.of(QUARTER);

        Map<PersonId, Map<String, String>> without = groups();
        without.remove(learners.getFirst());
        cases.replace(without);
        passUntil("2027-02-10T12:00:00Z");

        assertThat(reports.of(QUARTER)).isEqualTo(first);
    }

    @Test
    void aQuarterThatIsNotOverHasNoReport() {
        passUntil("2026-12-31T23:59:59Z");
        assertThat(reports.quarters()).doesNotContain(QUARTER);
        assertThatThrownBy(() -> reports.of(QUARTER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereNobodyRecordedGroupsAReportSaysNothingAndIsNotKept() {
        signedOff();
        passUntil("2027-01-10T12:00:00Z");
        assertThat(reports.of(QUARTER).ratios()).isEmpty();

        cases.replace(groups());
        assertThat(reports.of(QUARTER).ratios()).isNotEmpty();
    }

    @Test
    void whoeverDoesNotAuditReadsNothing() {
        cases.replace(groups());
        assertThat(cases.recorded()).containsEntry("gender", 24);

        JdbcClient application = world.the(JdbcClient.class);
        assertThat(application
                        .sql("select count(*) from fairness_attribute")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> application
                        .sql("insert into fairness_attribute values (:person, 'gender', 'F')")
                        .param("person", ada.value())
                        .update())
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aWrongLineIsNamedAndNothingIsRecorded(@TempDir Path folder) throws IOException {
        cases.replace(groups());
        Path file = folder.resolve("groups.csv");

        refused(file, "person,attribute,value\nP1,gender,F\nNOBODY,gender,F\n", "line 3", "NOBODY");
        refused(file, "person,attribute,value\nP1,gender,F\nP1,gender,M\n", "line 3", "twice");
        refused(file, "person,attribute,value\nP1,,F\n", "line 2", "attribute");
        refused(file, "person,value\nP1,F\n", "attribute");
        assertThat(cases.recorded()).containsExactlyEntriesOf(Map.of("gender", 24));

        Files.writeString(file, "person,attribute,value\nP1,age,to 35\nP2,age,over 35\n");
        assertThat(run(file)).isZero();
        assertThat(cases.recorded()).containsExactlyEntriesOf(Map.of("age", 2));
    }

    private void refused(Path file, String text, String... words) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> run(file)).isInstanceOf(CommandFailed.class).hasMessageContainingAll(words);
    }

    private int run(Path file) {
        FairnessGroupsCommand command = new FairnessGroupsCommand();
        new picocli.CommandLine(command).parseArgs(file.toString());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("people", world.the(dev.trellis.people.People.class));
        beans.addBean("cases", cases);
        return command.run(beans, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    }

    private void passUntil(String moment) {
        world.clock.pass(Duration.between(world.clock.instant(), Instant.parse(moment)));
    }

    /** Every second woman's item is turned down. */
    private void signedOff() {
        for (int i = 0; i < learners.size(); i++) {
            world.signedOff(
                    ada, world.brief(ada, learners.get(i)), STRETCH, i % 4 == 0 ? "REJECTED" : "ACCEPTED", 0, true);
        }
    }

    private Map<PersonId, Map<String, String>> groups() {
        Map<PersonId, Map<String, String>> groups = new HashMap<>();
        for (int i = 0; i < learners.size(); i++) {
            groups.put(learners.get(i), Map.of("gender", i % 2 == 0 ? "F" : "M"));
        }
        return groups;
    }

    private static ImpactRatio ratio(FairnessReports.Report report, String outcome, String group) {
        return report.ratios().stream()
                .filter(ratio ->
                        ratio.outcome().equals(outcome) && ratio.group().equals(group))
                .findFirst()
                .orElseThrow();
    }
}
