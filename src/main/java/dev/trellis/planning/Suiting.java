package dev.trellis.planning;

import dev.trellis.drafting.Brief;

/** Suits a brief to those who will decide on the draft. Planning asks, and whoever learns from decisions answers. */
public interface Suiting {

    /** Nothing was learned: the brief as it is. */
    Suiting NONE = brief -> brief;

    /** The same gaps and the same candidates, weighed and set down as the readers of the brief would have it. */
    Brief suited(Brief brief);
}
