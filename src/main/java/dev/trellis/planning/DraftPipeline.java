package dev.trellis.planning;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.CheckedWriter.Written;
import dev.trellis.ranking.ActivityRanking;
import dev.trellis.search.EvidenceSearch;
import dev.trellis.search.Passage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * From what was recorded about a learner to a draft that waits for a person. Read {@link #run} first: it is the whole of what
 * Trellis does, in order. Reads are done before the transaction that keeps the draft, so that no lock is held while a model
 * thinks; a crash before that transaction leaves nothing behind but the request, which is tried again.
 */
class DraftPipeline {

    private static final int PASSAGES_A_GAP = 4;
    private static final int ACTIVITIES_A_GAP = 5;

    private final People people;
    private final Mentorships mentorships;
    private final Programmes programmes;
    private final Catalog catalog;
    private final EvidenceLedger ledger;
    private final CompetencyProfiles profiles;
    private final EvidenceSearch search;
    private final ActivityRanking ranking;
    private final BriefComposer composer;
    private final CheckedWriter writer;
    private final DraftArchive archive;
    private final JdbcDraftRequests requests;
    private final TransactionOperations transactions;
    private final PlanningSettings settings;
    private final Supplier<UUID> newId;
    private final Clock clock;

    DraftPipeline(
            People people,
            Mentorships mentorships,
            Programmes programmes,
            Catalog catalog,
            EvidenceLedger ledger,
            CompetencyProfiles profiles,
            EvidenceSearch search,
            ActivityRanking ranking,
            BriefComposer composer,
            CheckedWriter writer,
            DraftArchive archive,
            JdbcDraftRequests requests,
            TransactionOperations transactions,
            PlanningSettings settings,
            Supplier<UUID> newId,
            Clock clock) {
        this.people = people;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.catalog = catalog;
        this.ledger = ledger;
        this.profiles = profiles;
        this.search = search;
        this.ranking = ranking;
        this.composer = composer;
        this.writer = writer;
        this.archive = archive;
        this.requests = requests;
        this.transactions = transactions;
        this.settings = settings;
        this.newId = newId;
        this.clock = clock;
    }

    /** @return the draft; empty where none was needed */
    Optional<PlanDraftId> run(DraftRequest request) {
        Optional<Person> found = people.find(request.learner()).filter(Person::active);
        if (found.isEmpty() || archive.isInReview(request.learner())) {
            return noneNeeded(request);
        }
        Person learner = found.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<PersonId> readers = readersOf(learner);
        Reader reader = new Reader.OfPerson(readers.getFirst());

        SharedEvidence evidence = SharedEvidence.of(ledger, learner.id(), readers);
        Direction direction = Direction.of(learner, evidence, catalog);
        List<Gap> gaps = direction
                .measure()
                .map(role -> profiles.gaps(reader, learner.id(), role))
                .orElse(List.of());
        Map<CompetencyId, List<Passage>> passages = passages(reader, learner, gaps, evidence);
        List<Gap> focuses = Focuses.choose(gaps, passages, settings.items());
        var ranked = ranking.rank(reader, learner.id(), focuses, ACTIVITIES_A_GAP);
        Brief brief = composer.compose(
                learner,
                readers,
                today,
                direction,
                evidence,
                focuses,
                passages,
                ranked,
                programmes.of(learner.id(), today));

        String inputs = InputsDigest.of(brief);
        if (request.hint().isBlank() && archive.hasWaitingDraft(learner.id(), inputs)) {
            return noneNeeded(request);
        }
        Optional<DraftText> toChange = archive.draftToChange(learner.id());
        Written written = writer.write(brief, toChange, request.hint());
        Optional<Written> instead = writer.insteadOf(written, brief);
        return transactions.execute(status -> {
            requests.finish(request);
            return archive.keep(
                    made(request, inputs, brief, written), instead.map(other -> made(request, inputs, brief, other)));
        });
    }

    private MadeDraft made(DraftRequest request, String inputs, Brief brief, Written written) {
        return new MadeDraft(
                request.learner(),
                request.by(),
                written.state(),
                DraftDocument.of(brief, written, newId),
                inputs,
                brief,
                written.first(),
                written.calls(),
                written.findings());
    }

    private Optional<PlanDraftId> noneNeeded(DraftRequest request) {
        requests.finish(request);
        return Optional.empty();
    }

    /** Those who decide on the draft: the learner's mentors, or programme leads where nobody is assigned. */
    private List<PersonId> readersOf(Person learner) {
        List<Person> mentors = mentorships.mentorsOf(learner.id());
        List<PersonId> readers = (mentors.isEmpty() ? people.withRole(Role.PROGRAMME_LEAD) : mentors)
                .stream()
                        .filter(person -> person.active() && !person.id().equals(learner.id()))
                        .map(Person::id)
                        .toList();
        if (readers.isEmpty()) {
            throw new NobodyToDecide();
        }
        return readers;
    }

    private Map<CompetencyId, List<Passage>> passages(
            Reader reader, Person learner, List<Gap> gaps, SharedEvidence evidence) {
        List<CompetencyId> widest =
                gaps.stream().limit(Focuses.LOOKED_AT).map(Gap::competency).toList();
        Map<CompetencyId, Competency> competencies = catalog.competencies(widest);
        Map<CompetencyId, List<Passage>> passages = new LinkedHashMap<>();
        for (CompetencyId id : widest) {
            Competency competency = competencies.get(id);
            if (competency != null) {
                String question = competency.name() + ". " + competency.description();
                passages.put(
                        id,
                        search.find(reader, learner.id(), question, PASSAGES_A_GAP).stream()
                                .filter(passage ->
                                        evidence.holds(passage.source().id()))
                                .toList());
            }
        }
        return passages;
    }

    /** Assigning a mentor or naming a programme lead helps; trying again alone does not. */
    static final class NobodyToDecide extends RuntimeException {
        NobodyToDecide() {
            super("no mentor and no programme lead is there to decide on a draft");
        }
    }
}
