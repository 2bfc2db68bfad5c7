package dev.trellis.verification;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftText;

/** Holds a draft against the brief it was written from. The same input always gives the same verdict. */
public interface DraftCheck {

    /** The one check there is: it compares words, numbers and spans, and asks nobody. */
    static DraftCheck mechanical() {
        return new MechanicalCheck(SupportScore.byWords());
    }

    /** The same, which knows a paraphrase by nearness of meaning as well. */
    static DraftCheck mechanical(Meaning meaning) {
        return new MechanicalCheck(SupportScore.byMeaning(meaning));
    }

    Verdict check(DraftText draft, Brief brief);

    /** The draft without what failed: claims at fault go, and items left without a claim or at fault themselves. */
    DraftText without(DraftText draft, Verdict.Failed failed);
}
