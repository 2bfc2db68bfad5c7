package dev.trellis.planning;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.search.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code world.draftOf(noor).citing(reflection).in(IN_REVIEW).kept()}. */
final class DraftFixture {

    private final PlanningWorld world;
    private final PersonId learner;
    private final List<Evidence> cited = new ArrayList<>();
    private DraftState state = DraftState.WAITING_FOR_REVIEW;

    DraftFixture(PlanningWorld world, PersonId learner) {
        this.world = world;
        this.learner = learner;
    }

    DraftFixture citing(Evidence evidence) {
        cited.add(evidence);
        return this;
    }

    DraftFixture in(DraftState state) {
        this.state = state;
        return this;
    }

    /** Kept through the archive; earlier drafts of the learner that are open are put aside first. */
    PlanDraftId kept() {
        world.owner
                .sql(
                        "update plan_draft set state = 'SUPERSEDED' where learner = :learner and state in ('WAITING_FOR_REVIEW', 'IN_REVIEW')")
                .param("learner", learner.value())
                .update();
        if (cited.isEmpty()) {
            cited.add(world.evidence.put(
                    learner,
                    "I said yes to everything again.",
                    new Detail.Reflection(Detail.ReflectionForm.JOURNAL),
                    world.mentorships.mentorsOf(learner).stream()
                            .map(Person::id)
                            .toArray(PersonId[]::new)));
        }
        PlanDraftId id = world.archive.keep(made(), Optional.empty()).orElseThrow();
        world.owner
                .sql("update plan_draft set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
        return id;
    }

    static Claim claimOn(Evidence evidence) {
        return new Claim(
                "They wrote: " + evidence.text(),
                List.of(new Citation(
                        evidence.id(), new Span(0, evidence.text().length()), evidence.text(), evidence.textHash())));
    }

    private MadeDraft made() {
        CompetencyId competency = new CompetencyId(PlanningWorld.newId());
        List<Claim> claims = cited.stream().map(DraftFixture::claimOn).toList();
        var support = new DraftText.Support(DraftText.Strength.SUPPORTED, "one source");
        var action = new Action.OfCatalogue(new ActivityId(PlanningWorld.newId()));
        var written = new DraftText(
                List.of(),
                List.of(new DraftText.Item(
                        competency,
                        action,
                        "Hand over the release notes.",
                        claims,
                        "Agree what done is.",
                        "Two releases without her hands.",
                        PlanningWorld.TODAY.plusMonths(2),
                        3,
                        support)));
        var item = new PlanDraft.DraftItem(
                new DraftItemId(PlanningWorld.newId()),
                0,
                competency,
                "Delegation",
                1.5,
                2.5,
                action,
                "Delegating well",
                ActivityKind.EDUCATION,
                "",
                "Hand over the release notes.",
                claims,
                "Agree what done is.",
                "Two releases without her hands.",
                PlanningWorld.TODAY.plusMonths(2),
                3,
                support,
                List.of(),
                List.of());
        var call = new WriterRecord(
                "a-model",
                List.of(),
                "hash",
                Map.of("temperature", "0"),
                claims.toString(),
                10,
                20,
                Duration.ofSeconds(1),
                List.of());
        return new MadeDraft(
                learner,
                learner,
                DraftState.WAITING_FOR_REVIEW,
                new DraftDocument(Optional.of("Team lead"), List.of(), List.of(item), List.of(), List.of()),
                "inputs",
                brief(competency),
                Optional.of(written),
                List.of(call),
                List.of());
    }

    private Brief brief(CompetencyId competency) {
        var gap = new Gap(competency, 1.5, 3, 1.5, 0.8, true, List.of());
        var focus = new Brief.Focus(
                gap,
                new Competency(
                        competency,
                        new FrameworkId(PlanningWorld.newId()),
                        "delegation",
                        "Delegation",
                        "Leading",
                        "Hands work over.",
                        List.of(),
                        List.of()),
                2.5,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Brief(
                learner,
                "Noor",
                "Engineer",
                Optional.of("Team lead"),
                world.mentorships.mentorsOf(learner).stream().map(Person::id).toList(),
                PlanningWorld.TODAY,
                PlanningWorld.TODAY.plusMonths(6),
                2,
                MentoringForm.MENTORING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cited.stream().map(DraftFixture::source).toList(),
                List.of(focus),
                1,
                2,
                "ranking-model",
                7);
    }

    private static Brief.Source source(Evidence evidence) {
        return new Brief.Source(
                evidence.id(),
                EvidenceKind.REFLECTION,
                "Noor",
                true,
                PlanningWorld.TODAY,
                evidence.text(),
                evidence.textHash());
    }
}
