package dev.trellis.evidence;

/** Who may read a piece of evidence; set by its writer, changeable by its writer. */
public enum Visibility {
    /** The writer alone: in no index, draft, prompt, trend or log. */
    PRIVATE,
    /** The writer, the person it is about, and that person's mentors. Counted, never quoted, in figures about groups. */
    MENTOR,
    /** Everyone signed in who may see the person. */
    ORGANISATION
}
