package dev.trellis.review;

import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText.Strength;
import dev.trellis.planning.PlanDraft.RunnerUp;
import dev.trellis.verification.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One draft as one person sees it, ready to be set: every word, number and date as it stands on the page.
 *
 * @param open it can still be decided
 * @param hangsOn pieces of evidence without which nothing of it would be there
 * @param shown when the page was made, in milliseconds: for how long an item was looked at
 * @param problem a sentence about the draft as a whole; null for none
 */
record DraftPage(
        String id,
        String name,
        String given,
        String towards,
        String writtenBy,
        boolean open,
        boolean superseded,
        boolean abstained,
        List<Sentence> direction,
        List<WithoutIt> hangsOn,
        List<Item> items,
        List<String> missing,
        int decided,
        boolean nothingKept,
        Optional<Ending> ending,
        List<EvidencePane.Source> sources,
        @Nullable String leftOut,
        List<String> history,
        int version,
        long shown,
        Typed typed,
        @Nullable String problem) {

    public int remaining() {
        return items.size() - decided;
    }

    /** What was typed in the form that closes a draft in which Trellis abstained; null where it is not open. */
    public Typed.@Nullable InClosing closing() {
        return typed instanceof Typed.InClosing closing ? closing : null;
    }

    /** What was typed in the form that asks for changes; null where it is not open. */
    public Typed.@Nullable InChanges asking() {
        return typed instanceof Typed.InChanges changes ? changes : null;
    }

    public String signOffWords() {
        return switch (typed) {
            case Typed.InSignOff signOff -> signOff.words();
            case Typed.InSecondLook look -> look.words();
            default -> "";
        };
    }

    /** Id of the item to look at once more before sign-off; null for none. */
    public @Nullable String again() {
        return typed instanceof Typed.InSecondLook look ? look.item().toString() : null;
    }

    /** What was typed about the draft as a whole when it could no longer be sent; empty for nothing. */
    public String unsent() {
        return switch (typed) {
            case Typed.InChanges changes -> changes.hint();
            case Typed.InSignOff signOff -> signOff.words();
            case Typed.InClosing closing -> closing.why();
            case Typed.InRejection rejection -> rejection.words();
            case Typed.InEdit edit -> "";
            case Typed.At at -> "";
            case Typed.InLook look -> "";
            case Typed.InSecondLook look -> look.words();
            case Typed.Nothing nothing -> "";
        };
    }

    /**
     * A claim and the numbers beside it.
     *
     * @param barely what speaks for it speaks for it only just: worth a look at the source
     */
    record Sentence(String text, List<EvidencePane.Chip> chips, boolean barely) {
        static Sentence of(Claim claim, EvidencePane evidence, List<Finding> warnings) {
            return new Sentence(claim.text(), evidence.chips(claim), HonestReview.barelySupported(claim, warnings));
        }
    }

    /**
     * @param state empty, {@code accepted}, {@code edited} or {@code rejected}
     * @param asksForALook it can be accepted only beside its sources
     * @param beside its sources where they lie open beside it; null where they do not
     * @param standing what stands of it: mine where edited, the draft's otherwise
     * @param seen id of the decision that stands; empty for none
     * @param form what to fill the edit form with; null where it is not open
     * @param rejection what to fill the open reject form with; null where it is closed
     * @param problem a sentence about this item; null for none
     */
    record Item(
            String id,
            int number,
            boolean current,
            String competency,
            String shownLevel,
            String state,
            Strength strength,
            String supportReason,
            boolean asksForALook,
            @Nullable List<EvidencePane.Source> beside,
            Standing standing,
            List<Sentence> why,
            String kind,
            String title,
            @Nullable String url,
            List<Alternative> alternatives,
            List<WithoutIt> withoutIt,
            String earliest,
            String latest,
            @Nullable Verdict decision,
            String seen,
            @Nullable EditForm form,
            Map<String, String> problems,
            Typed.@Nullable InRejection rejection,
            @Nullable String problem) {

        public boolean undecided() {
            return decision == null;
        }
    }

    /** The changeable part of an item, each with what was changed in it. */
    record Standing(
            List<WordDifference.Part> task,
            List<WordDifference.Part> firstStep,
            List<WordDifference.Part> successMeasure,
            List<WordDifference.Part> level,
            List<WordDifference.Part> due,
            List<WordDifference.Part> hours,
            String dueOn,
            String dueIn) {}

    /** What was decided, by whom, when. @param words may be empty */
    record Verdict(String what, String by, String when, String reason, String words) {}

    /** What would be different without one piece of evidence. @param chips of the piece, where the draft cites it */
    record WithoutIt(String text, List<EvidencePane.Chip> chips) {}

    record Alternative(String title, String kind, String hours, String whyNot) {
        static Alternative of(RunnerUp other) {
            return new Alternative(
                    other.title(), ItemWords.kind(other.kind()), InWords.hours(other.effortHours()), other.whyNot());
        }
    }

    /** How it ended. @param plan null where there is none @param words may be empty */
    record Ending(
            String outcome,
            String by,
            String when,
            @Nullable String plan,
            int kept,
            String words,
            boolean mine) {}
}
