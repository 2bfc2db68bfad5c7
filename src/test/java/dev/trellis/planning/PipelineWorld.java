package dev.trellis.planning;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.CompetencyRelation;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.Reader;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.KnownPeople;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.ranking.ActivityRanking;
import dev.trellis.ranking.RankedActivities;
import dev.trellis.search.EvidenceSearch;
import dev.trellis.search.Passage;
import dev.trellis.search.SearchIndex;
import dev.trellis.search.Span;
import dev.trellis.verification.DraftCheck;
import dev.trellis.verification.Finding;
import dev.trellis.verification.SessionBriefCheck;
import dev.trellis.verification.SupportScore;
import dev.trellis.verification.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A learner with a mentor, evidence, and everything the pipeline calls, on a real database. */
final class PipelineWorld {

    final PlanningWorld db = new PlanningWorld();
    final SmallCatalog catalog = new SmallCatalog();
    final ScriptedDrafter drafter = new ScriptedDrafter("scripted");
    final ScriptedDrafter templates = new ScriptedDrafter(WriterRecord.TEMPLATES);
    final ScriptedSessionWriter sessionWriter = new ScriptedSessionWriter();
    final PlanningSettings settings = new PlanningSettings(2, 6, 6, 2, Duration.ofSeconds(1));
    final PersonId learner = db.person(Role.LEARNER);
    final PersonId mentor = db.person(Role.MENTOR);
    final Map<CompetencyId, Double> shown = new HashMap<>();
    final JdbcDraftRequests requests =
            new JdbcDraftRequests(db.jdbc, db.transactions, db.readingAs, db.audit, db.clock);
    final DraftWords words = new DraftWords(db.jdbc, db.readingAs, db.clock);
    final KnownPeople people = new KnownPeople();
    final List<EarlierRejections.Rejection> rejections = new ArrayList<>();
    final Requirements relations = new Requirements();
    boolean indexIsBehind;
    Optional<Programme> programme = Optional.empty();
    final Programmes programmes = new OneProgramme();
    final Groundwork groundwork =
            new Groundwork(catalog, relations, new ShownLevels(), new EverySentence(), new CatalogueOrder(), settings);
    final DraftPipeline pipeline = new DraftPipeline(
            people,
            db.mentorships,
            programmes,
            db.evidence,
            new EarlierPlans(db.plans, words, (reader, learner, since) -> rejections),
            new LearningTime(db.jdbc, db.readingAs, settings, db.clock),
            groundwork,
            new LeaveOneOut(groundwork, catalog, settings.items()),
            new BriefComposer(catalog, people, settings),
            Suiting.NONE,
            new CheckedWriter(drafter, templates, new NoFalseWord()),
            db.archive,
            requests,
            db.transactions,
            PlanningWorld::newId,
            db.clock);
    final DraftJobs jobs = new DraftJobs(requests, pipeline, new Index(), settings);
    final SessionBriefs sessionBriefs = new SessionBriefs(
            db.evidence,
            db.plans,
            people,
            db.mentorships,
            sessionWriter,
            new SessionBriefCheck(SupportScore.byWords()),
            db.jdbc,
            db.readingAs,
            db.clock);
    final ForgottenEvidence forgotten =
            new ForgottenEvidence(db.jdbc, db.readingAs, db.evidence, db.archive, words, sessionBriefs, requests);

    PipelineWorld() {
        db.mentorships.start(mentor, learner, MentoringForm.MENTORING, PlanningWorld.TODAY);
        people.add(new Person(
                learner, "noor", "Noor", "Test", "noor@example.org", "Team", "support", true, Set.of(Role.LEARNER)));
        people.add(MentorshipTable.named(mentor, "Ada"));
        reflection("I said yes to everything and ended up doing Ben's part at night.");
    }

    Evidence reflection(String text) {
        return db.evidence.put(
                learner,
                text,
                new dev.trellis.evidence.Detail.Reflection(dev.trellis.evidence.Detail.ReflectionForm.JOURNAL),
                mentor);
    }

    /** As the job does it: asked for, worked off. */
    Optional<PlanDraft> drafted() {
        return drafted("");
    }

    Optional<PlanDraft> drafted(String hint) {
        Set<PlanDraftId> before = all().stream().map(PlanDraft::id).collect(Collectors.toSet());
        requests.request(learner, mentor, hint);
        jobs.work(learner);
        return all().stream()
                .filter(draft -> !before.contains(draft.id()))
                .findFirst()
                .flatMap(draft -> db.drafts.find(mentor, draft.id()));
    }

    List<PlanDraft> all() {
        return db.drafts.list(mentor, Set.of(learner), Set.of(DraftState.values()));
    }

    DraftState stateOf(PlanDraft draft) {
        return db.drafts.find(mentor, draft.id()).orElseThrow().state();
    }

    static final class Requirements implements CompetencyRelations {

        private final List<CompetencyRelation> relations = new ArrayList<>();

        @Override
        public List<CompetencyRelation> from(Collection<CompetencyId> competencies) {
            return relations.stream()
                    .filter(relation -> competencies.contains(relation.competency()))
                    .toList();
        }

        @Override
        public void save(List<CompetencyRelation> more) {
            relations.addAll(more);
        }
    }

    private final class ShownLevels implements CompetencyProfiles {

        @Override
        public CompetencyProfile of(Reader reader, PersonId person) {
            return new CompetencyProfile(person, Map.of());
        }

        @Override
        public List<Gap> gaps(Reader reader, PersonId person, RoleProfile role, Set<EvidenceId> without) {
            return role.expectations().stream()
                    .filter(one -> one.level() > shown.getOrDefault(one.competency(), 0.0))
                    .map(one -> {
                        double level = shown.getOrDefault(one.competency(), 0.0);
                        return new Gap(
                                one.competency(),
                                level,
                                one.level(),
                                one.level() - level,
                                one.importance(),
                                shown.containsKey(one.competency()),
                                List.of());
                    })
                    .toList();
        }
    }

    private final class EverySentence implements EvidenceSearch {

        @Override
        public List<Passage> find(Reader reader, PersonId about, String question, int limit) {
            return db.evidence.about(reader, about, Set.of(EvidenceKind.REFLECTION), limit).stream()
                    .map(piece -> new Passage(
                            piece,
                            new Span(0, piece.text().length()),
                            1,
                            new Passage.Why(List.of(new Passage.Word("yes", List.of("yes"), 1)), 0.6, 0)))
                    .toList();
        }
    }

    private final class CatalogueOrder implements ActivityRanking {

        @Override
        public RankedActivities rank(
                Reader reader,
                PersonId learner,
                List<CompetencyProfiles.Gap> gaps,
                int limit,
                Set<EvidenceId> without) {
            Map<CompetencyId, List<RankedActivities.Ranked>> ranked = new LinkedHashMap<>();
            gaps.forEach(gap -> ranked.put(
                    gap.competency(),
                    List.of(new RankedActivities.Ranked(
                            catalog.courseIn(gap.competency()).id(),
                            0.7,
                            List.of("fits"),
                            Map.of(),
                            Map.of("reach", 0.4, "effort", -0.0)))));
            return new RankedActivities("ranking-model", ranked);
        }
    }

    private static final class NoFalseWord implements DraftCheck {

        @Override
        public Verdict check(DraftText draft, Brief brief) {
            List<Finding> findings = new ArrayList<>();
            for (int item = 0; item < draft.items().size(); item++) {
                if (isFalse(draft.items().get(item))) {
                    findings.add(new Finding(
                            Finding.Code.CLAIM_NOT_SUPPORTED,
                            item,
                            "A FALSE sentence.",
                            "Its source says something else."));
                }
            }
            return findings.isEmpty() ? new Verdict.Passed() : new Verdict.Failed(findings);
        }

        @Override
        public DraftText without(DraftText draft, Verdict.Failed failed) {
            return new DraftText(
                    draft.direction(),
                    draft.items().stream().filter(item -> !isFalse(item)).toList());
        }

        private static boolean isFalse(DraftText.Item item) {
            return item.why().stream().anyMatch(claim -> claim.text().contains("FALSE"));
        }
    }

    private final class OneProgramme implements Programmes {

        @Override
        public List<Programme> all() {
            return programme.stream().toList();
        }

        @Override
        public Optional<Programme> of(PersonId learner, LocalDate on) {
            return programme;
        }

        @Override
        public Set<PersonId> members(ProgrammeId programme) {
            return Set.of(learner);
        }

        @Override
        public Programme save(Programme programme) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enrol(ProgrammeId programme, Collection<PersonId> learners) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Index implements SearchIndex {

        @Override
        public Status status() {
            return new Status(0, 0, 0, 0, 0, false);
        }

        @Override
        public void rebuild() {}

        @Override
        public boolean awaitCaughtUp(Duration atMost) {
            return !indexIsBehind;
        }

        @Override
        public Comparison compareWithDatabase() {
            return new Comparison(Set.of(), Set.of(), Set.of());
        }
    }
}
