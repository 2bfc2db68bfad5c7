package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.drafting.SessionBriefWriter;
import dev.trellis.drafting.SessionBriefWriter.Material;
import dev.trellis.drafting.SessionBriefWriter.NextStep;
import dev.trellis.drafting.SessionBriefWriter.SessionBrief;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import dev.trellis.verification.SessionBriefCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page for a mentor before they see a learner; written once a day at most, and again when something changed. */
class SessionBriefs {

    /** Two months hold the last few sessions of any rhythm; what is older was talked about. */
    private static final int WEEKS = 8;

    private static final int MOST_SOURCES = 40;
    private static final int MOST_STEPS = 5;

    private final EvidenceLedger ledger;
    private final DevelopmentPlans plans;
    private final People people;
    private final Mentorships mentorships;
    private final SessionBriefWriter writer;
    private final SessionBriefCheck check;
    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final Clock clock;

    SessionBriefs(
            EvidenceLedger ledger,
            DevelopmentPlans plans,
            People people,
            Mentorships mentorships,
            SessionBriefWriter writer,
            SessionBriefCheck check,
            JdbcClient jdbc,
            ReadingAs readingAs,
            Clock clock) {
        this.ledger = ledger;
        this.plans = plans;
        this.people = people;
        this.mentorships = mentorships;
        this.writer = writer;
        this.check = check;
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.clock = clock;
    }

    /** @param mentor someone who mentors {@code learner} today; the caller made sure */
    SessionBrief prepare(PersonId mentor, Person learner) {
        Material material = material(mentor, learner);
        String digest = DigestUtils.sha256Hex(PlanningJson.write(material));
        return kept(mentor, learner.id(), digest).orElseGet(() -> {
            SessionBrief brief = onlyWhatHolds(writer.write(material), material);
            keep(mentor, learner.id(), digest, brief);
            return brief;
        });
    }

    private Material material(PersonId mentor, Person learner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate since = today.minusWeeks(WEEKS);
        var kinds = EnumSet.complementOf(EnumSet.of(EvidenceKind.ASSERTION));
        List<Evidence> recent = ledger.about(new Reader.OfPerson(mentor), learner.id(), kinds, MOST_SOURCES).stream()
                .filter(piece -> piece.visibility() != Visibility.PRIVATE)
                .filter(piece -> !piece.text().isBlank())
                .filter(piece -> !Days.of(piece.occurredAt()).isBefore(since))
                .toList();
        return new Material(
                learner.id(),
                learner.givenName(),
                today,
                mentorships.formOf(mentor, learner.id()).orElse(MentoringForm.MENTORING),
                BriefComposer.sources(people, learner.id(), recent),
                nextSteps(mentor, learner.id(), since),
                learner.id().value().getLeastSignificantBits() ^ today.toEpochDay());
    }

    private List<NextStep> nextSteps(PersonId mentor, PersonId learner, LocalDate since) {
        return plans.activeOf(mentor, learner).stream()
                .flatMap(plan -> plan.goals().stream())
                .filter(goal ->
                        goal.progress().doneOn().map(on -> !on.isBefore(since)).orElse(true))
                .sorted(Comparator.comparing(DevelopmentGoal::dueOn))
                .limit(MOST_STEPS)
                .map(SessionBriefs::nextStep)
                .toList();
    }

    static NextStep nextStep(DevelopmentGoal goal) {
        boolean begun = goal.progress().firstStepDone() || goal.progress().done();
        return new NextStep(
                begun ? goal.task() : goal.firstStep(),
                goal.dueOn(),
                goal.progress().done());
    }

    /** The page is held to the same law as a draft, by the same gate. */
    private SessionBrief onlyWhatHolds(SessionBrief brief, Material material) {
        return SessionBriefCheck.without(brief, check.check(brief, material));
    }

    private Optional<SessionBrief> kept(PersonId mentor, PersonId learner, String digest) {
        return readingAs
                .person(
                        mentor,
                        () -> jdbc.sql("""
                                select document from session_brief
                                where mentor = :mentor and learner = :learner and inputs_digest = :digest
                                """)
                                .param("mentor", mentor.value())
                                .param("learner", learner.value())
                                .param("digest", digest)
                                .query(String.class)
                                .optional())
                .map(json -> PlanningJson.read(json, SessionBrief.class));
    }

    private void keep(PersonId mentor, PersonId learner, String digest, SessionBrief brief) {
        readingAs.person(
                mentor,
                () -> jdbc.sql("""
                        insert into session_brief (mentor, learner, inputs_digest, document, written_at)
                        values (:mentor, :learner, :digest, cast(:document as jsonb), :at)
                        on conflict (mentor, learner) do update
                        set inputs_digest = excluded.inputs_digest, document = excluded.document,
                            written_at = excluded.written_at
                        """)
                        .param("mentor", mentor.value())
                        .param("learner", learner.value())
                        .param("digest", digest)
                        .param("document", PlanningJson.write(brief))
                        .param("at", JdbcPlanDrafts.at(clock.instant()))
                        .update());
    }

    /** Forgets every page about a learner: something it may quote was taken back. */
    void forget(PersonId learner) {
        readingAs.planning(() -> jdbc.sql("delete from session_brief where learner = :learner")
                .param("learner", learner.value())
                .update());
    }
}
