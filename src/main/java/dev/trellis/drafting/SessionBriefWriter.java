package dev.trellis.drafting;

import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes one page for a mentor before a session; cited like a draft. */
public interface SessionBriefWriter {

    SessionBrief write(Material material);

    /** Writes without a model, in the wordings of one language. */
    static SessionBriefWriter fromTemplates() {
        return new TemplateSessionBriefWriter();
    }

    /**
     * What may be used.
     *
     * @param sources evidence the mentor may see since the last session, newest first
     * @param nextSteps what was agreed and what became of it
     */
    record Material(
            PersonId learner,
            String givenName,
            LocalDate on,
            MentoringForm form,
            List<Brief.Source> sources,
            List<NextStep> nextSteps,
            long seed) {}

    record NextStep(String what, LocalDate dueOn, boolean done) {}

    /**
     * @param recognise behaviours to recognise, each with its day
     * @param questions three open questions beginning with what or how, each tied to something written
     * @param listenFor one thing to listen for; empty where nothing stood out
     */
    record SessionBrief(
            List<Claim> recognise,
            List<Claim> questions,
            List<NextStep> nextSteps,
            Optional<Claim> listenFor,
            WriterRecord how) {}
}
