package dev.trellis.reading;

/**
 * What a sentence of a reflection does. The nine kinds of CEReD, a corpus of student teachers' diaries annotated by two readers
 * each (Štefánik and Nehyba 2021, hdl 11372/LRT-3573); they follow the common parts of the models of reflective writing
 * (Ullmann 2019).
 */
public enum SentenceKind {
    /** Something that happened, as the writer saw it. */
    EXPERIENCE,
    /** What the writer felt, liked or disliked. */
    FEELING,
    /** Something that went wrong or was hard. */
    DIFFICULTY,
    /** How someone else sees it, or how it looks from elsewhere. */
    PERSPECTIVE,
    /** What the writer learned. */
    LEARNING,
    /** What the writer will do. */
    INTENTION,
    /** The writer thinks about what happened: why, and what it means. */
    REFLECTION,
    /** What the writer holds to be true. */
    BELIEF,
    /** None of these. */
    OTHER
}
