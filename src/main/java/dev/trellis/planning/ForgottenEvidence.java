package dev.trellis.planning;

import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.EvidenceRecorded;
import dev.trellis.evidence.EvidenceRecorded.Change;
import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * Takes the words of evidence out of drafts, plans and records once somebody who read them may no longer. Hashes and digests
 * stay, so that the trail still shows that there was something, and nothing of what it said.
 */
class ForgottenEvidence {

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;
    private final EvidenceLedger ledger;
    private final DraftArchive archive;
    private final DraftWords words;
    private final SessionBriefs sessionBriefs;
    private final DraftRequests requests;

    ForgottenEvidence(
            JdbcClient jdbc,
            ReadingAs readingAs,
            EvidenceLedger ledger,
            DraftArchive archive,
            DraftWords words,
            SessionBriefs sessionBriefs,
            DraftRequests requests) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
        this.ledger = ledger;
        this.archive = archive;
        this.words = words;
        this.sessionBriefs = sessionBriefs;
        this.requests = requests;
    }

    @ApplicationModuleListener
    void on(EvidenceRecorded event) {
        if (event.change() != Change.WITHDRAWN && event.change() != Change.NARROWED) {
            return;
        }
        sessionBriefs.forget(event.about());
        List<Resting> affected = restingOn(event.evidence()).stream()
                .filter(draft -> event.change() == Change.WITHDRAWN || lostBy(draft.readers(), event.evidence()))
                .toList();
        readingAs.planning(() -> {
            boolean again = false;
            for (Resting draft : affected) {
                words.takeOut(event.evidence(), draft.kept().id());
                if (draft.used() && draft.kept().replaceable()) {
                    archive.supersede(draft.kept());
                    again = true;
                }
            }
            if (again) {
                requests.request(event.about(), event.about(), "");
            }
            return again;
        });
    }

    private boolean lostBy(List<PersonId> readers, EvidenceId evidence) {
        return readers.stream()
                .anyMatch(reader ->
                        ledger.find(new Reader.OfPerson(reader), evidence).isEmpty());
    }

    private List<Resting> restingOn(EvidenceId evidence) {
        return readingAs.planning(() -> jdbc.sql("""
                        select d.id, d.state, d.version, d.inputs_digest, s.used, r.readers
                        from draft_source s
                        join plan_draft d on d.id = s.draft
                        join draft_record r on r.draft = d.id
                        where s.evidence = :evidence
                        order by d.id
                        """)
                .param("evidence", evidence.value())
                .query((row, number) -> new Resting(
                        new DraftArchive.Kept(
                                new PlanDraftId(row.getObject("id", UUID.class)),
                                DraftState.valueOf(row.getString("state")),
                                row.getInt("version"),
                                row.getString("inputs_digest")),
                        row.getBoolean("used"),
                        DraftWords.people(row.getArray("readers"))))
                .list());
    }

    /** A draft in whose brief the evidence stood. */
    private record Resting(DraftArchive.Kept kept, boolean used, List<PersonId> readers) {}
}
