package dev.trellis;

import static dev.trellis.testing.Browser.destination;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.audit.AuditTrail;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.Mentorships;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PagesTest extends SiteTest {

    @Autowired
    Mentorships mentorships;

    @Autowired
    AuditTrail audit;

    @Autowired
    Programmes programmes;

    @Test
    void theAdministratorFindsTheAreasAndVerifiesTheAudit() {
        PersonId administrator = aPerson("admin" + anEmail(), Role.ADMINISTRATOR);
        Browser browser = signedIn(administrator);
        audit.append(administrator.toString(), "draft.signed-off", "draft:1", Map.of("items", "6"));

        assertThat(browser.get("/admin").body()).contains("href=\"/admin/audit\"");
        String page = browser.get("/admin/audit").body();
        assertThat(page).contains("draft signed off").contains("Ada Nyström").contains("items: 6");
        assertThat(browser.get("/admin/audit?subject=draft:none").body()).contains("Nothing about that");

        HttpResponse<String> verified = browser.submit("/admin/audit", "/admin/audit/verify");
        assertThat(destination(verified)).isEqualTo("/admin/audit");
        assertThat(browser.get("/admin/audit").body()).contains("Intact: all ");
    }

    @Test
    void theLeadGivesALearnerAMentorAndTakesTheMentorAwayAgain() {
        Browser lead = signedIn(aPerson("lead" + anEmail(), Role.PROGRAMME_LEAD));
        PersonId learner = aPerson("learner" + anEmail(), Role.LEARNER);
        PersonId mentor = aPerson("mentor" + anEmail(), Role.MENTOR);
        Programme leads = programmes.save(new Programme(
                new ProgrammeId(UuidCreator.getTimeOrderedEpoch()),
                "leads",
                "Leads programme",
                "New leads delegate.",
                List.of("delegate at level 3"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "every two weeks",
                "one to one"));
        programmes.enrol(leads.id(), List.of(learner));

        assertThat(lead.get("/lead").body())
                .contains("/lead/learners/" + learner)
                .contains("Leads programme")
                .contains("delegate at level 3")
                .contains("1 learners, every two weeks, until 31 Dec 2026");
        String choosing = "/lead/learners/" + learner;
        assertThat(lead.get(choosing).body()).contains("value=\"" + mentor + "\"");

        HttpResponse<String> assigned =
                lead.submit(choosing, choosing + "/mentors", "mentor", mentor.toString(), "form", "COACHING");
        assertThat(destination(assigned)).isEqualTo("/lead");
        assertThat(mentorships.isMentorOf(mentor, learner)).isTrue();
        assertThat(audit.of("person:" + learner)).extracting("action").containsExactly("mentorship.started");

        lead.submit(choosing, choosing + "/mentors/" + mentor + "/end");
        assertThat(mentorships.isMentorOf(mentor, learner)).isFalse();
    }

    @Test
    void onlyAMentorCanBeMadeOne() {
        Browser lead = signedIn(aPerson("lead" + anEmail(), Role.PROGRAMME_LEAD));
        PersonId learner = aPerson("learner" + anEmail(), Role.LEARNER);
        PersonId other = aPerson("other" + anEmail(), Role.LEARNER);
        String choosing = "/lead/learners/" + learner;

        assertThat(lead.submit(choosing, choosing + "/mentors", "mentor", other.toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(lead.get("/lead/learners/" + UuidCreator.getTimeOrderedEpoch())
                        .statusCode())
                .isEqualTo(404);
        assertThat(lead.get("/lead?name=%3Cb%3E").body())
                .contains("“&lt;b&gt;”")
                .doesNotContain("<b>”");
    }

    private Browser signedIn(PersonId person) {
        Browser browser = browser();
        browser.signIn(people.find(person).orElseThrow().email(), PASSWORD);
        return browser;
    }
}
