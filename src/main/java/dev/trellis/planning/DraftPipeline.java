package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.CheckedWriter.Written;
import dev.trellis.planning.Groundwork.Choice;
import dev.trellis.planning.Groundwork.Ground;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

    private final People people;
    private final Mentorships mentorships;
    private final Programmes programmes;
    private final EvidenceLedger ledger;
    private final EarlierPlans earlierPlans;
    private final LearningTime learningTime;
    private final Groundwork groundwork;
    private final LeaveOneOut leaveOneOut;
    private final BriefComposer composer;
    private final Suiting suiting;
    private final CheckedWriter writer;
    private final DraftArchive archive;
    private final JdbcDraftRequests requests;
    private final TransactionOperations transactions;
    private final Supplier<UUID> newId;
    private final Clock clock;

    DraftPipeline(
            People people,
            Mentorships mentorships,
            Programmes programmes,
            EvidenceLedger ledger,
            EarlierPlans earlierPlans,
            LearningTime learningTime,
            Groundwork groundwork,
            LeaveOneOut leaveOneOut,
            BriefComposer composer,
            Suiting suiting,
            CheckedWriter writer,
            DraftArchive archive,
            JdbcDraftRequests requests,
            TransactionOperations transactions,
            Supplier<UUID> newId,
            Clock clock) {
        this.people = people;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.ledger = ledger;
        this.earlierPlans = earlierPlans;
        this.learningTime = learningTime;
        this.groundwork = groundwork;
        this.leaveOneOut = leaveOneOut;
        this.composer = composer;
        this.suiting = suiting;
        this.writer = writer;
        this.archive = archive;
        this.requests = requests;
        this.transactions = transactions;
        this.newId = newId;
        this.clock = clock;
    }

    /** @return the draft; empty where none was needed */
    Optional<PlanDraftId> run(DraftRequest request) {
        Optional<Person> found = people.find(request.learner()).filter(Person::active);
        if (found.isEmpty() || archive.isInReview(request.learner())) {
            return noneNeeded(request);
        }
        Ground ground = ground(found.get());
        Choice choice = groundwork.choose(ground);
        Brief brief = suiting.suited(composer.compose(ground, choice, leaveOneOut.of(ground, choice)));

        String inputs = InputsDigest.of(brief);
        if (request.hint().isBlank() && archive.hasWaitingDraft(request.learner(), inputs)) {
            return noneNeeded(request);
        }
        Optional<DraftText> toChange = archive.draftToChange(request.learner());
        Written written = writer.write(brief, toChange, request.hint());
        Optional<Written> instead = writer.insteadOf(written, brief);
        return transactions.execute(status -> {
            if (!requests.finish(request)) {
                return Optional.empty();
            }
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

    private Ground ground(Person learner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<PersonId> readers = readersOf(learner);
        PersonId first = readers.getFirst();
        return new Ground(
                learner,
                new Reader.OfPerson(first),
                SharedEvidence.of(ledger, learner.id(), readers),
                earlierPlans.of(first, learner.id(), today),
                new Circumstances(
                        readers,
                        today,
                        mentorships.formOf(first, learner.id()).orElse(MentoringForm.MENTORING),
                        learningTime.hoursPerWeek(learner.id()),
                        programmes.of(learner.id(), today)));
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

    /** Assigning a mentor or naming a programme lead helps; trying again alone does not. */
    static final class NobodyToDecide extends RuntimeException {
        NobodyToDecide() {
            super("no mentor and no programme lead is there to decide on a draft");
        }
    }
}
