package dev.trellis.reading;

/**
 * A sentence of a diary with the kind annotators gave it.
 *
 * @param place where in the corpus it stands; sentences of near places come from the same diary
 * @param confidence mean of the annotators' own confidence; from 3 on the corpus's authors train and measure
 */
record DiarySentence(String text, SentenceKind kind, double confidence, int place) {

    static final double SURE_ENOUGH = 3;

    boolean isSure() {
        return confidence >= SURE_ENOUGH;
    }
}
